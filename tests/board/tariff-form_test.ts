import assert from "node:assert/strict";
import {
  formChanges,
  NO_TARIFF,
  readTariffForm,
  sentTariff,
  TARIFF_FIELD_NAMES,
  tariffValues,
} from "../../lib/board/tariff-form.ts";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";

const { version: _, ...BASE } = DEMO_TARIFF_2026;

Deno.test("the form over a tariff reads back as that tariff: what it does not show stays", () => {
  const values = tariffValues("Nästa", BASE);
  assert.deepEqual(Object.keys(values).sort(), [...TARIFF_FIELD_NAMES].sort());
  assert.deepEqual(readTariffForm(values, BASE), { ok: true, name: "Nästa", tariff: BASE });
  const sent = new Map([...Object.entries(values), ["other", "x"]]);
  assert.deepEqual(sentTariff(sent), values);
});

Deno.test("amounts that are none, dates that are none and öre in whole kronor are told at their fields", () => {
  const values = tariffValues("Nästa", BASE);
  const problems = (changes: Record<string, string>) => {
    const read = readTariffForm({ ...values, ...changes }, BASE);
    return read.ok ? [] : read.problems.map(({ column, code }) => `${column} ${code}`);
  };
  assert.deepEqual(problems({ "standard.baseOre": "mycket" }), ["standard.baseOre notAnAmount"]);
  assert.deepEqual(problems({ "standard.baseOre": "" }), ["standard.baseOre missing"]);
  assert.deepEqual(problems({ "standard.minimumOre": "150,50" }), [
    "standard.minimumOre wholeKronor",
  ]);
  assert.deepEqual(problems({ validFrom: "" }), ["validFrom missing"]);
  assert.deepEqual(problems({ validFrom: "2027-02-29" }), ["validFrom notADate"]);
  assert.deepEqual(problems({ validUntil: "2020-01-01" }), ["validUntil endsBeforeItBegins"]);
  assert.deepEqual(problems({ name: "x".repeat(81) }), ["name tooLong"]);
  assert.deepEqual(problems({ name: " " }), ["name missing"]);
});

Deno.test("a class without amounts is not sold, and a tariff that sells nothing is none", () => {
  const without = (classes: readonly string[]) =>
    Object.fromEntries(
      classes.flatMap((name) =>
        ["baseOre", "perKmOre", "perHourOre", "minimumOre"].map((field) => [`${name}.${field}`, ""])
      ),
    );
  const values = tariffValues("Nästa", BASE);
  const read = readTariffForm({ ...values, ...without(["van"]) }, BASE);
  assert(read.ok && read.tariff.rates.van === undefined && read.tariff.rates.standard);
  const nothing = readTariffForm(
    { ...tariffValues("Ny", { ...NO_TARIFF, validFrom: "2028-01-01" }) },
    { ...NO_TARIFF, validFrom: "2028-01-01" },
  );
  assert(!nothing.ok);
  assert.deepEqual(nothing.problems.map(({ column, code }) => [column, code]), [["", "noClass"]]);
});

Deno.test("two forms differ in the fields that differ, in the order of the form", () => {
  const values = tariffValues("Nästa", BASE);
  const other = { ...values, petOre: "9,00", name: "Annan" };
  assert.deepEqual(formChanges(values, other), [
    { field: "name", from: "Nästa", to: "Annan" },
    { field: "petOre", from: values["petOre"], to: "9,00" },
  ]);
});
