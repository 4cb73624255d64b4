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
  const [date, ore, status] of [
    ["2024-12-31", 500_00, "decided"],
    ["2025-01-01", 700_00, "decided"],
    ["2025-12-31", 700_00, "decided"],
    ["2026-01-01", 710_00, "decided"],
    ["2026-12-31", 710_00, "decided"],
    ["2027-01-01", 710_00, "expected"],
    ["2027-12-31", 710_00, "expected"],
  ] as const
) {
  Deno.test(`The price quote threshold on ${date} is ${ore / 100} kr, ${status}`, () => {
    const threshold = priceQuoteThreshold(date);
    assert.equal(threshold.thresholdOre, ore);
    assert.equal(threshold.status, status);
    assert.equal(threshold.isKnown, true);
  });
}

Deno.test("A year without a threshold uses the last known one and says so", () => {
  const threshold = priceQuoteThreshold("2028-01-01");
  assert.equal(threshold.thresholdOre, 710_00);
  assert.equal(threshold.isKnown, false);
});

Deno.test("Every threshold names its source, is unverified, and follows the one before", () => {
  PRICE_QUOTE_THRESHOLDS.forEach((row, i) => {
    assert.notEqual(row.source, "");
    assert.equal(row.verified, false);
    assert.ok(i === 0 || row.validUntil > PRICE_QUOTE_THRESHOLDS[i - 1]!.validUntil);
  });
});

Deno.test("A threshold is decided before the next one is expected", () => {
  const statuses = PRICE_QUOTE_THRESHOLDS.map(({ status }) => status);
  assert.deepEqual(statuses, statuses.toSorted());
});

Deno.test("From 2025 the threshold is 1.2 % of the prisbasbelopp in its source, in whole tens below", () => {
  for (const row of PRICE_QUOTE_THRESHOLDS.slice(1)) {
    const [, thousands, hundreds] = /(\d\d) (\d{3}) kr$/.exec(row.source)!;
    const shareOre = Number(thousands! + hundreds!) * 100 * 12 / 1000;
    assert.equal(row.thresholdOre % 10_00, 0);
    assert.ok(row.thresholdOre <= shareOre && shareOre < row.thresholdOre + 10_00);
  }
});

Deno.test("bindingMaximumOre() is the total one öre above the threshold and null at it", () => {
  const maximum = (orderedOn: string, comparisonPriceOre: number) =>
    bindingMaximumOre(order({ orderedOn, comparisonPriceOre }));
  for (
    const [date, ore] of [["2025-11-23", 700_00], ["2026-11-23", 710_00], [
      "2027-11-23",
      710_00,
    ]] as const
  ) {
    assert.equal(maximum(date, ore + 1), 1_234_00);
    assert.equal(maximum(date, ore), null);
  }
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
