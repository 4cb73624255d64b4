import assert from "node:assert/strict";
import { holderId } from "../../lib/fleet/vehicle.ts";
import type { SettlementLine } from "../../lib/settlement/settlement.ts";
import { formatRate, settlementSheet } from "../../lib/settlement/settlement-sheet.ts";
import { aSettlement } from "../support/settlements.ts";

const PLAIN = aSettlement({ holderId: holderId("H2"), number: 7 });
const LINE = { method: null, basisPoints: 0, baseOre: 0, count: 1, reason: "", vatRatePercent: 25 };
const LINES: SettlementLine[] = [
  {
    ...{ ...LINE, code: "commission", method: "card", basisPoints: 1_250, baseOre: 100_000 },
    ...{ netOre: 12_500, vatOre: 3_125 },
  },
  { ...LINE, code: "deduction", reason: "Radio", netOre: 10_000, vatOre: 2_500 },
  { ...LINE, code: "compensation", reason: "Jour", netOre: 4_000, vatOre: 1_000 },
];
const CONTENT = {
  ...PLAIN,
  soldOre: { card: 106_000, swish: 0, invoice: 0, car: 21_200 },
  soldVatOre: 7_200,
  lines: LINES,
  carriedInOre: -2_000,
  amounts: { ...PLAIN.amounts, owedOre: 106_000, paidOre: 80_875 },
};

Deno.test("what is charged is below zero, what is added above, and the sums lead from what is owed to what is paid", () => {
  const { sold, lines, sums } = settlementSheet(CONTENT, "sv");
  assert.deepEqual(sold.map(({ label, ore }) => [label, ore]), [
    ["kort", 106_000],
    ["i bilen", 21_200],
    ["Summa", 127_200],
    ["varav moms, som tillståndshavaren redovisar", 7_200],
  ]);
  assert.deepEqual(
    lines.map((
      { text, reason, netOre, vatOre, totalOre },
    ) => [`${text} ${reason}`.trim(), netOre, vatOre, totalOre]),
    [
      ["Provision kort, 12,5 % av 1\u00a0000\u00a0kr", -12_500, -3_125, -15_625],
      ["Avdrag Radio", -10_000, -2_500, -12_500],
      ["Ersättning Jour", 4_000, 1_000, 5_000],
    ],
  );
  assert.deepEqual(sums.map(({ ore }) => ore), [106_000, -28_125, 5_000, -2_000, 80_875]);
  const [last] = sums.slice(-1);
  assert.equal(sums.slice(0, -1).reduce((sum, { ore }) => sum + ore, 0), last?.ore);
});

Deno.test("what is carried over takes the place of what is paid", () => {
  const { sums } = settlementSheet({ ...PLAIN, carriedOutOre: -500 }, "en");
  assert.deepEqual(sums.at(-1), { label: "Left to pay in the next", ore: -500 });
});

Deno.test("a rate has the decimals it needs", () => {
  assert.deepEqual(
    [1_000, 1_250, 1_255].map((one) => formatRate("en", one)),
    ["10%", "12.5%", "12.55%"],
  );
});
