import assert from "node:assert/strict";
import { HOLDER_KINDS } from "../../../../lib/fleet/permit-holder.ts";
import { LOCALES } from "../../../../lib/kernel/locale.ts";
import { DRIVER_TABLE, HOLDER_TABLE, VEHICLE_TABLE } from "../../../../lib/setup/fleet-tables.ts";
import { fieldName, shownValue } from "../../../../lib/ui/operator/fleet/fleet-words.ts";

Deno.test("every column has a name in every language, and a permit's days are its validity", () => {
  const kinds = {
    "permit-holders": HOLDER_TABLE,
    vehicles: VEHICLE_TABLE,
    drivers: DRIVER_TABLE,
  } as const;
  for (const locale of LOCALES) {
    for (const kind of ["permit-holders", "vehicles", "drivers"] as const) {
      for (const { name } of kinds[kind].columns) {
        assert.notEqual(fieldName(kind, name, locale), name, `${locale} ${kind} ${name}`);
      }
    }
    assert.notEqual(
      fieldName("permit-holders", "until", locale),
      fieldName("vehicles", "until", locale),
    );
  }
});

Deno.test("words of files become words of the language, and what is none of them stays", () => {
  assert.deepEqual(
    [
      ["class", "van"],
      ["kind", "sole-trader"],
      ["inTraffic", "no"],
      ["phone", "+46701740611"],
      ["equipment", "child-seat 2, alcolock 1"],
      ["name", "Bil 7"],
    ].map(([column = "", text = ""]) => shownValue(column, text, "sv")),
    ["Minibuss", "enskild firma", "nej", "070-174 06 11", "bilbarnstol 2, alkolås 1", "Bil 7"],
  );
  for (const kind of HOLDER_KINDS) assert.notEqual(shownValue("kind", kind, "en"), kind);
  for (const column of ["class", "kind", "inTraffic", "phone", "equipment"]) {
    assert.equal(shownValue(column, "x?", "sv"), "x?");
  }
});
