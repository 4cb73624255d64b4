import assert from "node:assert/strict";
import { readTariffForm, tariffValues } from "../../lib/board/tariff-form.ts";
import { publishedSince, simulateLastMonth } from "../../lib/board/tariffs-page.ts";
import { DEMO_TARIFF_2026, DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const TODAY = "2026-11-23";
const AHEAD = "2028-01-01";

Deno.test("the form over a tariff reads back as that tariff under the next version", () => {
  const former = DEMO_TARIFFS.at(-1)!;
  const read = readTariffForm(tariffValues(former, AHEAD), DEMO_TARIFFS, TODAY);
  assert(read.ok);
  const { version, validFrom, ...rest } = read.tariff;
  assert.deepEqual([version, validFrom], ["2028-01-01.1", AHEAD]);
  const { version: _, validFrom: __, ...formerRest } = former;
  assert.deepEqual(rest, { ...formerRest, validUntil: null });
  const again = readTariffForm(tariffValues(former, AHEAD), [...DEMO_TARIFFS, read.tariff], TODAY);
  assert(again.ok && again.tariff.version === "2028-01-01.2");
});

Deno.test("amounts that are none, days gone by and öre in whole kronor are told at their fields", () => {
  const values = tariffValues(DEMO_TARIFFS.at(-1)!, AHEAD);
  const problems = (changes: Record<string, string>) => {
    const read = readTariffForm({ ...values, ...changes }, DEMO_TARIFFS, TODAY);
    return read.ok ? [] : read.problems.map(({ column, code }) => `${column} ${code}`);
  };
  assert.deepEqual(problems({ "standard.baseOre": "mycket" }), ["standard.baseOre notAnAmount"]);
  assert.deepEqual(problems({ "standard.baseOre": "" }), ["standard.baseOre missing"]);
  assert.deepEqual(problems({ validFrom: "2026-11-01" }), ["validFrom tariffPast"]);
  assert.deepEqual(problems({ "standard.minimumOre": "150,50" }), [
    "standard.minimumOre tariffRule",
  ]);
  assert.deepEqual(problems({ validFrom: "" }), ["validFrom missing"]);
});

Deno.test("a class without amounts is not sold", () => {
  const values = tariffValues(DEMO_TARIFFS.at(-1)!, AHEAD);
  const empty = ["baseOre", "perKmOre", "perHourOre", "minimumOre"].map((
    field,
  ) => [`van.${field}`, ""]);
  const read = readTariffForm({ ...values, ...Object.fromEntries(empty) }, DEMO_TARIFFS, TODAY);
  assert(read.ok && read.tariff.rates.van === undefined && read.tariff.rates.standard);
});

Deno.test("what others published since a form was shown is told with its changes", () => {
  const next = { ...DEMO_TARIFF_2026, version: "2026-12-01.1", validFrom: "2026-12-01" };
  const changed = { ...next, extras: { ...next.extras, petOre: 99_00 } };
  const seen = DEMO_TARIFFS.map(({ version }) => version).join(",");
  assert.deepEqual(publishedSince(DEMO_TARIFFS, seen), []);
  const [one] = publishedSince([...DEMO_TARIFFS, changed], seen);
  assert.deepEqual(one?.changes.map(({ field, to }) => [field, to]), [
    ["validFrom", '"2026-12-01"'],
    ["extras.petOre", "9900"],
  ]);
});

Deno.test("last month is priced anew from the bookings that were driven", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { booking } = await aStoredBooking(services);
  clock.set("2026-12-01T12:00:00Z");
  const result = await simulateLastMonth(services, DEMO_TARIFF_2026);
  assert.deepEqual([result.count, result.beforeOre], [1, booking.trip.totalOre]);
  clock.set("2027-02-01T12:00:00Z");
  assert.equal((await simulateLastMonth(services, DEMO_TARIFF_2026)).count, 0);
});
