import assert from "node:assert/strict";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import {
  BASIS_CHANGES_DURING_RIDE,
  tariffRevision,
  tariffSchema,
  WHOLE_KRONOR,
} from "../../lib/pricing/tariff.ts";
import { aSurcharge, aTariff } from "../support/pricing.ts";

function messages(tariff: unknown): string[] {
  const parsed = tariffSchema.safeParse(tariff);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
}

/** Where each message stands, as the operator is told. */
function places(tariff: unknown): string[] {
  const parsed = tariffSchema.safeParse(tariff);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
}

function refuses(tariff: unknown): boolean {
  return !tariffSchema.safeParse(tariff).success;
}

Deno.test("A plain tariff passes and comes back as it was", () => {
  assert.deepEqual(tariffSchema.parse(DEMO_TARIFF_2026), DEMO_TARIFF_2026);
});

for (const basis of ["ride", "dropoff", "each-minute", undefined]) {
  Deno.test(`A surcharge decided by ${basis ?? "nothing said"} is refused with the paragraph of the law`, () => {
    const surcharge = { ...aSurcharge(), basis };
    assert.deepEqual(messages({ ...aTariff(), surcharges: [surcharge] }), [
      BASIS_CHANGES_DURING_RIDE,
    ]);
    assert.match(BASIS_CHANGES_DURING_RIDE, /2 kap\. 18 §/);
  });
}

Deno.test("A tariff in whole kronor states in whole kronor what a customer pays as it stands, and says where not", () => {
  const standard = { ...aTariff().rates.standard!, minimumOre: 150_50 };
  const tariff = {
    ...DEMO_TARIFF_2026,
    rates: { standard },
    extras: { ...DEMO_TARIFF_2026.extras, petOre: 50_01 },
    fixedPrices: [{ ...DEMO_TARIFF_2026.fixedPrices[0]!, priceOre: { standard: 495_90 } }],
    surcharges: [aSurcharge({ amount: { kind: "fixed", ore: 45_99 } })],
  };
  assert.deepEqual(places(tariff), [
    "rates.standard.minimumOre",
    "extras.petOre",
    "fixedPrices.0.priceOre.standard",
    "surcharges.0.amount.ore",
  ]);
  assert.deepEqual(new Set(messages(tariff)), new Set([WHOLE_KRONOR]));
  assert.deepEqual(places({ ...tariff, rounding: "none" }), []);
  const rates = { standard: { ...standard, baseOre: 60_55, perKmOre: 16_05, minimumOre: 150_00 } };
  assert.deepEqual(places({ ...DEMO_TARIFF_2026, rates }), [], "the total of these is rounded");
});

Deno.test("A tariff that does not say how it rounds asks for whole kronor", () => {
  const { rounding: _, ...unsaid } = DEMO_TARIFF_2026;
  assert.equal(tariffSchema.parse(unsaid).rounding, "krona-down");
});

Deno.test("A field the tariff does not know is refused: it could change the price during the ride", () => {
  const withSteps = {
    ...aTariff(),
    rates: { standard: { ...aTariff().rates.standard!, perKmOreAfter10Km: 900 } },
  };
  assert.ok(refuses(withSteps));
  assert.ok(refuses({ ...aTariff(), surge: 1.5 }));
  const window = { ...aSurcharge().when[0]!, whileDriving: true };
  assert.ok(refuses({ ...aTariff(), surcharges: [{ ...aSurcharge(), when: [window] }] }));
});

Deno.test("A percentage of anything but the fare before surcharges is refused", () => {
  const amount = { kind: "percent", percent: 10, of: "total" };
  assert.ok(refuses({ ...aTariff(), surcharges: [{ ...aSurcharge(), amount }] }));
});

Deno.test("Amounts are whole öre, not negative and not absurd", () => {
  for (const baseOre of [-1, 0.5, NaN, 2_000_001, "100"]) {
    const standard = { ...aTariff().rates.standard!, baseOre };
    assert.ok(refuses({ ...aTariff(), rates: { standard } }), String(baseOre));
  }
});

Deno.test("Times, dates and points must exist", () => {
  const daily = aSurcharge().when[0]!;
  for (const from of ["24:00", "7:00", "12:60", ""]) {
    const surcharges = [{ ...aSurcharge(), when: [{ ...daily, from }] }];
    assert.ok(refuses({ ...aTariff(), surcharges }), from);
  }
  assert.ok(refuses({ ...aTariff(), version: "2026-02-30.1", validFrom: "2026-02-30" }));
  const [zone] = DEMO_TARIFF_2026.zones;
  const shape = { kind: "circle", center: { lat: 91, lng: 0 }, radiusMeters: 10 };
  assert.ok(refuses({ ...aTariff(), zones: [{ ...zone!, shape }] }));
});

Deno.test("A tariff contradicting itself is told where", () => {
  assert.deepEqual(messages({ ...aTariff(), version: "2021-01-01.1" }), [
    "The version must begin with validFrom",
  ]);
  assert.deepEqual(messages({ ...aTariff(), validUntil: "2019-12-31" }), [
    "validUntil is before validFrom",
  ]);
  assert.deepEqual(messages({ ...aTariff(), rates: {} }), ["No vehicle class has rates"]);
  assert.deepEqual(messages({ ...aTariff(), surcharges: [aSurcharge(), aSurcharge()] }), [
    "The id night is used twice",
  ]);
  assert.deepEqual(
    messages({ ...DEMO_TARIFF_2026, zones: DEMO_TARIFF_2026.zones.slice(0, 3) }),
    ["No zone boras"],
  );
});

Deno.test("A tariff has room for a hundred surcharges and no more", () => {
  const surcharges = Array.from({ length: 101 }, (_, i) => aSurcharge({ id: `s${i}` }));
  assert.ok(refuses({ ...aTariff(), surcharges }));
  assert.ok(!refuses({ ...aTariff(), surcharges: surcharges.slice(1) }));
});

Deno.test("tariffRevision() is the number after the date", () => {
  assert.equal(tariffRevision("2026-01-01.12"), 12);
});

Deno.test("What contradicts itself in a tariff is pointed at, down to the row and the field", () => {
  assert.deepEqual(places({ ...aTariff(), version: "2021-01-01.1" }), ["version"]);
  assert.deepEqual(places({ ...aTariff(), validUntil: "2019-12-31" }), ["validUntil"]);
  assert.deepEqual(places({ ...aTariff(), rates: {} }), ["rates"]);
  const [one, two] = [aSurcharge({ id: "a" }), aSurcharge({ id: "b" })];
  const surcharges = [one, two, one, two, one];
  assert.deepEqual(places({ ...aTariff(), surcharges }), [
    "surcharges.2.id",
    "surcharges.3.id",
    "surcharges.4.id",
  ]);
  const { zones, fixedPrices } = DEMO_TARIFF_2026;
  assert.deepEqual(places({ ...DEMO_TARIFF_2026, zones: [...zones, zones[1]] }), ["zones.4.id"]);
  const twice = [...fixedPrices, fixedPrices[0]];
  assert.deepEqual(places({ ...DEMO_TARIFF_2026, fixedPrices: twice }), ["fixedPrices.3.id"]);
  assert.deepEqual(places({ ...DEMO_TARIFF_2026, zones: zones.slice(1) }), [
    "fixedPrices.0.fromZone",
    "fixedPrices.1.fromZone",
    "fixedPrices.2.fromZone",
  ]);
  assert.deepEqual(places({ ...DEMO_TARIFF_2026, zones: zones.slice(0, 2) }), [
    "fixedPrices.1.toZone",
    "fixedPrices.2.toZone",
  ]);
});

Deno.test("A tariff may end on the day it begins", () => {
  assert.deepEqual(places(aTariff({ validUntil: "2020-01-01" })), []);
});
