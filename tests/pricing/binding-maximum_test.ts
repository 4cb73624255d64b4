import assert from "node:assert/strict";
import {
  bindingMaximumOre,
  PRICE_QUOTE_THRESHOLDS,
  priceQuoteThreshold,
} from "../../lib/pricing/binding-maximum.ts";

const order = (changes: Partial<Parameters<typeof bindingMaximumOre>[0]> = {}) => ({
  orderedOn: "2026-11-23",
  comparisonPriceOre: 740_00,
  totalOre: 1_234_00,
  isFixedPrice: false,
  ...changes,
});

for (
  const [date, ore] of [
    ["2024-12-31", 500_00],
    ["2025-01-01", 705_60],
    ["2025-12-31", 705_60],
    ["2026-01-01", 710_40],
    ["2026-12-31", 710_40],
  ] as const
) {
  Deno.test(`The price quote threshold on ${date} is ${ore / 100} kr`, () => {
    const threshold = priceQuoteThreshold(date);
    assert.equal(threshold.thresholdOre, ore);
    assert.equal(threshold.isKnown, true);
  });
}

Deno.test("A year without a threshold uses the last known one and says so", () => {
  const threshold = priceQuoteThreshold("2027-01-01");
  assert.equal(threshold.thresholdOre, 710_40);
  assert.equal(threshold.isKnown, false);
});

Deno.test("Every threshold names its source, is unverified, and follows the one before", () => {
  PRICE_QUOTE_THRESHOLDS.forEach((row, i) => {
    assert.notEqual(row.source, "");
    assert.equal(row.verified, false);
    assert.ok(i === 0 || row.validUntil > PRICE_QUOTE_THRESHOLDS[i - 1]!.validUntil);
  });
});

Deno.test("From 2025 the threshold is 1.2 % of the prisbasbelopp in its source", () => {
  for (const row of PRICE_QUOTE_THRESHOLDS.slice(1)) {
    const [, thousands, hundreds] = /(\d\d) (\d{3}) kr$/.exec(row.source)!;
    assert.equal(row.thresholdOre * 1000, Number(thousands! + hundreds!) * 100 * 12);
  }
});

Deno.test("bindingMaximumOre() is the total one öre above the threshold and null at it", () => {
  assert.equal(bindingMaximumOre(order({ comparisonPriceOre: 710_41 })), 1_234_00);
  assert.equal(bindingMaximumOre(order({ comparisonPriceOre: 710_40 })), null);
});

Deno.test("bindingMaximumOre() goes by the date of ordering across year ends", () => {
  const between = (orderedOn: string, comparisonPriceOre: number) =>
    bindingMaximumOre(order({ orderedOn, comparisonPriceOre })) !== null;
  assert.deepEqual(
    [between("2024-12-31", 600_00), between("2025-01-01", 600_00)],
    [true, false],
  );
  assert.deepEqual(
    [between("2025-12-31", 708_00), between("2026-01-01", 708_00)],
    [true, false],
  );
});

Deno.test("bindingMaximumOre() is null for a fixed price, however dear the class", () => {
  assert.equal(bindingMaximumOre(order({ isFixedPrice: true })), null);
});
