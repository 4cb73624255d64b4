import assert from "node:assert/strict";
import { comparisonPriceAt, comparisonPriceOre } from "../../lib/pricing/comparison-price.ts";
import { aSurcharge, aTariff } from "../support/pricing.ts";

/** kr base, kr/km, kr/hour → kr, as companies publish them (rounded to whole kronor). */
const PUBLISHED = [
  [60, 16, 717, 399],
  [60, 17, 730, 413],
  [87, 28, 929, 599],
  [59, 14.9, 565, 349],
  [59, 14.9, 595, 357],
  [68, 19.5, 625, 419],
] as const;

for (const [base, km, hour, expected] of PUBLISHED) {
  Deno.test(`comparisonPriceOre() of ${base}, ${km}/km and ${hour}/h is the published ${expected} kr`, () => {
    const rates = {
      baseOre: Math.round(base * 100),
      perKmOre: Math.round(km * 100),
      perHourOre: Math.round(hour * 100),
      minimumOre: 0,
    };

    assert.equal(Math.round(comparisonPriceOre(rates) / 100), expected);
    const tariff = aTariff({ rates: { standard: rates } });
    const pickup = Temporal.Instant.from("2026-11-23T11:00Z");
    assert.equal(comparisonPriceAt(tariff, "standard", pickup), comparisonPriceOre(rates));
  });
}

Deno.test("comparisonPriceAt() includes the surcharges of the pickup and not those of other times", () => {
  const tariff = aTariff({ surcharges: [aSurcharge()] });

  const byDay = comparisonPriceAt(tariff, "standard", Temporal.Instant.from("2026-11-23T11:00Z"));
  const atNight = comparisonPriceAt(tariff, "standard", Temporal.Instant.from("2026-11-23T23:00Z"));

  assert.equal(byDay, 399_25);
  assert.equal(atNight, 399_25 + 79_85);
});

Deno.test("comparisonPriceAt() refuses a class the tariff does not have", () => {
  assert.throws(
    () => comparisonPriceAt(aTariff(), "premium", Temporal.Instant.from("2026-11-23T11:00Z")),
    { code: "class-not-offered" },
  );
});
