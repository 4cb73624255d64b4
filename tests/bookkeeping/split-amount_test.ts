import assert from "node:assert/strict";
import { byRate, type RatePart, splitAmount } from "../../lib/bookkeeping/split-amount.ts";
import { includedVatOre } from "../../lib/kernel/money.ts";
import { fc } from "../support/property.ts";

const line = fc.record({
  vatRatePercent: fc.constantFrom(0, 6, 12, 25),
  amountOre: fc.integer({ min: 1, max: 500_000 }),
}).map((known): RatePart => ({
  ...known,
  vatOre: includedVatOre(known.amountOre, known.vatRatePercent),
}));

Deno.test("parts of a sale come to the amount, have no more VAT than is left, and the last of them leaves nothing", () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 6 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
      (lines, shares) => {
        let left: RatePart[] = byRate(lines);
        for (const share of [...shares, 1]) {
          const amountOre = Math.round(sumOf(left, "amountOre") * share);
          const parts = splitAmount(left, amountOre);
          assert.equal(sumOf(parts, "amountOre"), amountOre);
          left = byRate([...left, ...parts.map(negative)]);
          for (const { amountOre, vatOre } of left) assert(amountOre >= 0 && vatOre >= 0);
        }
        assert.deepEqual(left, []);
      },
    ),
    { numRuns: 2_000 },
  );
});

Deno.test("part of a ride at two rates is at both, in their proportion; more than the whole is refused", () => {
  const lines = [
    { vatRatePercent: 6, amountOre: 30_000, vatOre: 1_698 },
    { vatRatePercent: 25, amountOre: 10_000, vatOre: 2_000 },
  ];
  assert.deepEqual(splitAmount(lines, 20_000), [
    { vatRatePercent: 6, amountOre: 15_000, vatOre: 849 },
    { vatRatePercent: 25, amountOre: 5_000, vatOre: 1_000 },
  ]);
  assert.throws(() => splitAmount(lines, 40_001), /no more than the whole/);
});

function sumOf(parts: readonly RatePart[], field: "amountOre" | "vatOre"): number {
  return parts.reduce((sum, part) => sum + part[field], 0);
}

function negative(part: RatePart): RatePart {
  return { ...part, amountOre: -part.amountOre, vatOre: -part.vatOre };
}
