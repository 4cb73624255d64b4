import assert from "node:assert/strict";
import { type Sale, saleId, type SaleMethod } from "../../lib/bookkeeping/sale.ts";
import { driverId, holderId, type VehicleClass, vehicleId } from "../../lib/fleet/vehicle.ts";
import { includedVatOre } from "../../lib/kernel/money.ts";
import type { Adjustment, SettlementLine } from "../../lib/settlement/settlement.ts";
import { reckon, type SettlementFacts } from "../../lib/settlement/settlement-rules.ts";
import {
  basisPointsOf,
  type TermsEdition,
  termsOn,
} from "../../lib/settlement/settlement-terms.ts";
import { TERMS } from "../support/settlements.ts";

const HOLDER = holderId("H2");
const NOVEMBER = { from: "2026-11-01", until: "2026-11-30" };
const CLASSES: Readonly<Record<string, VehicleClass>> = { V01: "standard", V02: "van" };

Deno.test("sales through the company are owed, those in the car are the holder's already, and both give commission of the price without VAT", async () => {
  const content = await reckoned([
    aSale({ totalOre: 106_000, method: "card" }),
    aSale({ totalOre: 53_000, method: "invoice" }),
    aSale({ totalOre: 21_200, method: "car" }),
    aSale({ totalOre: 10_600, method: "car", vehicle: "V02" }),
  ]);
  assert.deepEqual(content.soldOre, { card: 106_000, swish: 0, invoice: 53_000, car: 31_800 });
  assert.equal(content.soldVatOre, 6_000 + 3_000 + 1_200 + 600);
  assert.deepEqual(linesOf(content.lines, "commission"), [
    ["car", 200, 20_000, 400, 100],
    ["car", 300, 10_000, 300, 75],
    ["card", 1_000, 100_000, 10_000, 2_500],
    ["invoice", 1_250, 50_000, 6_250, 1_563],
  ]);
  assert.deepEqual(linesOf(content.lines, "per-ride"), [[null, 0, 0, 2_800, 700]]);
  assert.deepEqual(linesOf(content.lines, "per-month"), [[null, 0, 0, 150_000, 37_500]]);
  const { amounts } = content;
  assert.equal(amounts.owedOre, 159_000);
  assert.equal(amounts.commissionOre, 400 + 300 + 10_000 + 6_250 + 2_800 + 150_000);
  assert.equal(amounts.commissionVatOre, 100 + 75 + 2_500 + 1_563 + 700 + 37_500);
  // More is charged than is owed: nothing is paid, and the rest is carried.
  assert.equal(amounts.paidOre, 0);
  const net = amounts.owedOre - amounts.commissionOre - amounts.commissionVatOre;
  assert.equal(content.carriedOutOre, net);
});

Deno.test("what the holder owed is taken first, and nothing is carried once something is paid", async () => {
  const sales = [aSale({ totalOre: 1_060_000, method: "card" })];
  const without = await reckoned(sales);
  const content = await reckoned(sales, { carriedInOre: -40_000 });
  assert.equal(content.amounts.paidOre, without.amounts.paidOre - 40_000);
  assert.deepEqual([content.carriedInOre, content.carriedOutOre], [-40_000, 0]);
});

Deno.test("a ride taken back within the days costs no fee and no commission, one in part keeps the fee", async () => {
  const ride = aSale({ totalOre: 10_600, method: "card", booking: "B1" });
  const whole = { ...aSale({ totalOre: -10_600, method: "card", booking: "B1" }), kind: "credit" };
  const part = { ...aSale({ totalOre: -5_300, method: "card", booking: "B1" }), kind: "goodwill" };
  const taken = await reckoned([ride, { ...whole, credits: ride.id } as Sale], WEEK);
  assert.deepEqual([taken.lines, taken.rides, taken.amounts.paidOre], [[], 0, 0]);
  const lowered = await reckoned([ride, { ...part, credits: ride.id } as Sale], WEEK);
  assert.deepEqual(linesOf(lowered.lines, "commission"), [["card", 1_000, 5_000, 500, 125]]);
  assert.equal(lowered.rides, 1);
  assert.equal(linesOf(lowered.lines, "per-ride").length, 1);
});

Deno.test("a credit of a ride of an earlier settlement gives its commission back and is owed by the holder", async () => {
  const credit = { ...aSale({ totalOre: -10_600, method: "card" }), kind: "credit" } as Sale;
  const content = await reckoned([credit], WEEK);
  assert.deepEqual(linesOf(content.lines, "commission"), [["card", 1_000, -10_000, -1_000, -250]]);
  assert.deepEqual([content.rides, content.carriedOutOre], [0, -10_600 + 1_000 + 250]);
});

Deno.test("the month is paid for once, by whoever is settled on its last day, also by weeks", async () => {
  const monthsOf = async (from: string, until: string) =>
    linesOf((await reckoned([], { from, until })).lines, "per-month").length;
  assert.equal(await monthsOf("2026-11-16", "2026-11-22"), 0);
  assert.equal(await monthsOf("2026-11-23", "2026-11-29"), 0);
  assert.equal(await monthsOf("2026-11-30", "2026-12-06"), 1);
  const { lines } = await reckoned([], { from: "2026-11-01", until: "2026-12-31" });
  assert.deepEqual(lines.map(({ count, netOre }) => [count, netOre]), [[2, 300_000]]);
});

Deno.test("each day has the terms that hold on it", async () => {
  const dearer = TERMS.commission.map((row) => ({ ...row, basisPoints: row.basisPoints * 2 }));
  const december = edition("2026-12-01", { ...TERMS, commission: dearer, perRideOre: 900 });
  const { lines } = await reckoned([
    { ...aSale({ totalOre: 10_600, method: "card" }), date: "2026-11-30" },
    { ...aSale({ totalOre: 10_600, method: "card", booking: "B2" }), date: "2026-12-01" },
  ], { until: "2026-12-06", editions: [edition("2026-11-01"), december] });
  assert.deepEqual(linesOf(lines, "commission"), [
    ["card", 1_000, 10_000, 1_000, 250],
    ["card", 2_000, 10_000, 2_000, 500],
  ]);
  assert.deepEqual(linesOf(lines, "per-ride").map(([, , , net]) => net), [700, 900]);
});

Deno.test("terms that nobody approved hold on no day", () => {
  const draft = { ...edition("2026-12-01"), approvedBy: null };
  assert.equal(termsOn([draft], "2026-12-24"), null);
  assert.equal(termsOn([edition("2026-12-02")], "2026-12-01"), null);
  assert.equal(basisPointsOf(TERMS, { method: "car", vehicleClass: null }), 200);
});

Deno.test("a deduction with VAT is a service, one without is paid back, and a compensation has the VAT of the holder's status", async () => {
  const adjustments = [
    anAdjustment({ kind: "deduction", amountOre: 20_000, vatRatePercent: 25 }),
    anAdjustment({ kind: "deduction", amountOre: 10_000, vatRatePercent: 0 }),
    anAdjustment({ kind: "compensation", amountOre: 50_000, vatRatePercent: 25 }),
  ];
  const sales = [aSale({ totalOre: 1_060_000, method: "swish" })];
  const { amounts } = await reckoned(sales, { ...WEEK, adjustments });
  assert.deepEqual(
    [amounts.deductionsOre, amounts.deductionsVatOre, amounts.repaidOre],
    [20_000, 5_000, 10_000],
  );
  assert.deepEqual([amounts.boughtOre, amounts.boughtVatOre], [50_000, 12_500]);
  const { commissionOre, commissionVatOre } = amounts;
  assert.equal(
    amounts.paidOre,
    1_060_000 - commissionOre - commissionVatOre - 25_000 - 10_000 + 62_500,
  );
  const unregistered = edition("2026-11-01", { ...TERMS, isVatRegistered: false });
  const without = await reckoned(sales, { ...WEEK, adjustments, editions: [unregistered] });
  assert.equal(without.amounts.boughtVatOre, 0);
});

const WEEK = { from: "2026-11-02", until: "2026-11-08" };

function edition(from: string, terms = TERMS): TermsEdition {
  return { holderId: HOLDER, from, revision: 1, terms, authors: ["karin"], approvedBy: "olle" };
}

async function reckoned(sales: readonly Sale[], facts: Partial<SettlementFacts> = {}) {
  return await reckon(ReadableStream.from(sales), {
    ...{ ...NOVEMBER, editions: [edition("2026-11-01")], adjustments: [], carriedInOre: 0 },
    classOf: (id) => CLASSES[id] ?? null,
    ...facts,
  });
}

function linesOf(lines: readonly SettlementLine[], wanted: SettlementLine["code"]) {
  return lines.filter(({ code }) => code === wanted)
    .map(({ method, basisPoints, baseOre, netOre, vatOre }) => [
      ...[method, basisPoints, baseOre, netOre, vatOre],
    ]);
}

let made = 0;
function aSale(
  { totalOre, method, vehicle = "V01", booking = `B-${++made}` }: {
    totalOre: number;
    method: SaleMethod;
    vehicle?: string;
    booking?: string;
  },
): Sale {
  return {
    ...{ entityId: HOLDER, bookingId: booking, date: "2026-11-03", kind: "ride" },
    ...{ at: "2026-11-03T12:00:00Z", id: saleId(`S-${++made}`), lines: [], totalOre },
    ...{ vatOre: includedVatOre(totalOre, 6), method, vehicleId: vehicleId(vehicle) },
    ...{ driverId: driverId("D01"), distanceMeters: 0, durationSeconds: 0, credits: null },
    document: { series: "F", number: made },
  };
}

function anAdjustment(
  known: Pick<Adjustment, "kind" | "amountOre" | "vatRatePercent">,
): Adjustment {
  return {
    ...{ id: "A", holderId: HOLDER, date: "2026-11-04", reason: "Radio", by: "karin" },
    ...{ at: "2026-11-04T12:00:00Z", ...known },
  };
}
