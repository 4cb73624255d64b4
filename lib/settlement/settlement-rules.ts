// What some days of a permit holder come to: pure. Everything but the sales is in lists of at most a hundred.
import type { SettledAmounts } from "../bookkeeping/book-note.ts";
import type { Sale } from "../bookkeeping/sale.ts";
import type { VehicleClass, VehicleId } from "../fleet/vehicle.ts";
import { invariant } from "../kernel/invariant.ts";
import { nextDate } from "../kernel/local-date.ts";
import { assertOre, roundDiv } from "../kernel/money.ts";
import type { PaymentMethod } from "../payments/payment-method.ts";
import {
  type Adjustment,
  SERVICE_VAT_PERCENT,
  type SettlementContent,
  type SettlementLine,
} from "./settlement.ts";
import {
  basisPointsOf,
  type SettlementTerms,
  type TermsEdition,
  termsOn,
  WHOLE_BASIS_POINTS,
} from "./settlement-terms.ts";

/** What is reckoned from. */
export interface SettlementFacts {
  /** Local dates, both inclusive; terms hold on each. */
  from: string;
  until: string;
  editions: readonly TermsEdition[];
  classOf: (id: VehicleId) => VehicleClass | null;
  adjustments: readonly Adjustment[];
  carriedInOre: number;
}

/** Reckons the sales of the days. */
export async function reckon(
  sales: AsyncIterable<Sale>,
  facts: SettlementFacts,
): Promise<SettlementContent> {
  const { from, until, carriedInOre } = facts;
  const sums = await sumsOf(sales, facts);
  const lines = [
    ...commissionLines(sums.commission),
    ...rideLines(sums.rides),
    ...monthLines(facts),
    ...facts.adjustments.map((one) => adjustmentLine(one, facts)),
  ];
  const owedOre = sumOf(
    Object.entries(sums.soldOre),
    ([method, ore]) => method === "car" ? 0 : ore,
  );
  const due = dueOf(lines, owedOre);
  const netOre = netOf(due) + carriedInOre;
  const amounts: SettledAmounts = { ...due, paidOre: assertOre(Math.max(0, netOre)) };
  return {
    adjustedBy: [...new Set(facts.adjustments.map(({ by }) => by))],
    ...{ from, until, lines, carriedInOre, amounts, carriedOutOre: Math.min(0, netOre) },
    ...{ soldOre: sums.soldOre, soldVatOre: sums.soldVatOre },
    rides: [...sums.rides.values()].filter(({ soldOre }) => soldOre > 0).length,
  };
}

interface Sums {
  soldOre: Record<PaymentMethod, number>;
  soldVatOre: number;
  /** By method and rate. */
  commission: Map<string, { method: PaymentMethod; basisPoints: number; baseOre: number }>;
  /** By booking: what is left of it, and the fee of its ride. */
  rides: Map<string, { soldOre: number; perRideOre: number }>;
}

async function sumsOf(sales: AsyncIterable<Sale>, facts: SettlementFacts): Promise<Sums> {
  const sums: Sums = {
    ...{ soldOre: { card: 0, swish: 0, invoice: 0, car: 0 }, soldVatOre: 0 },
    ...{ commission: new Map(), rides: new Map() },
  };
  for await (const sale of sales) {
    const { method, totalOre, vatOre, vehicleId, bookingId, kind } = sale;
    const terms = termsAt(facts, sale.date);
    sums.soldOre[method] += totalOre;
    sums.soldVatOre += vatOre;
    const basisPoints = basisPointsOf(terms, { method, vehicleClass: facts.classOf(vehicleId) });
    const name = `${method} ${basisPoints}`;
    const group = sums.commission.get(name) ?? { method, basisPoints, baseOre: 0 };
    sums.commission.set(name, { ...group, baseOre: group.baseOre + totalOre - vatOre });
    const ride = sums.rides.get(bookingId);
    // A ride that is taken back within the days is none; of another period's nothing is known here.
    if (ride !== undefined) ride.soldOre += totalOre;
    else if (kind === "ride") {
      sums.rides.set(bookingId, { soldOre: totalOre, perRideOre: terms.perRideOre });
    }
  }
  return sums;
}

function termsAt({ editions }: SettlementFacts, date: string): SettlementTerms {
  const terms = termsOn(editions, date);
  invariant(terms !== null, `Nothing is agreed on ${date}`);
  return terms;
}

function commissionLines(groups: Sums["commission"]): SettlementLine[] {
  return [...groups].sort(([a], [b]) => a < b ? -1 : 1).map(([, group]) =>
    service("commission", {
      ...group,
      netOre: roundDiv(group.baseOre * group.basisPoints, WHOLE_BASIS_POINTS),
    })
  ).filter(({ netOre }) => netOre !== 0);
}

function rideLines(rides: Sums["rides"]): SettlementLine[] {
  const counts = new Map<number, number>();
  for (const { soldOre, perRideOre } of rides.values()) {
    if (soldOre > 0 && perRideOre > 0) counts.set(perRideOre, (counts.get(perRideOre) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b)
    .map(([feeOre, count]) => service("per-ride", { count, netOre: feeOre * count }));
}

/** A month is paid for by whoever is settled on its last day. */
function monthLines(facts: SettlementFacts): SettlementLine[] {
  const fees: number[] = [];
  for (let date = facts.from; date <= facts.until; date = nextDate(date, 1)) {
    if (nextDate(date, 1).endsWith("-01")) fees.push(termsAt(facts, date).perMonthOre);
  }
  const netOre = sumOf(fees, (ore) => ore);
  return netOre === 0 ? [] : [service("per-month", { count: fees.length, netOre })];
}

/** What the holder sells has VAT by the holder's own status on that day. */
function adjustmentLine(
  { kind, reason, amountOre, vatRatePercent, date }: Adjustment,
  facts: SettlementFacts,
): SettlementLine {
  const ownRate = termsAt(facts, date).isVatRegistered ? SERVICE_VAT_PERCENT : 0;
  const rate = kind === "compensation" ? ownRate : vatRatePercent;
  return service(kind, { reason, netOre: amountOre }, rate);
}

function service(
  code: SettlementLine["code"],
  known: Partial<SettlementLine> & Pick<SettlementLine, "netOre">,
  vatRatePercent = SERVICE_VAT_PERCENT,
): SettlementLine {
  const vatOre = roundDiv(known.netOre * vatRatePercent, 100);
  return {
    ...{ method: null, basisPoints: 0, baseOre: 0, count: 1, reason: "" },
    ...known,
    ...{ code, vatRatePercent, vatOre },
  };
}

function dueOf(
  lines: readonly SettlementLine[],
  owedOre: number,
): Omit<SettledAmounts, "paidOre"> {
  const of = (codes: readonly SettlementLine["code"][], field: "netOre" | "vatOre") =>
    sumOf(lines.filter(({ code }) => codes.includes(code)), (line) => line[field]);
  const commission = ["commission", "per-ride", "per-month"] as const;
  const repaid = lines.filter(({ code, vatRatePercent }) =>
    code === "deduction" && vatRatePercent === 0
  );
  const repaidOre = sumOf(repaid, ({ netOre }) => netOre);
  return {
    ...{ owedOre, tipsOre: 0 },
    ...{ commissionOre: of(commission, "netOre"), commissionVatOre: of(commission, "vatOre") },
    deductionsOre: of(["deduction"], "netOre") - repaidOre,
    deductionsVatOre: of(["deduction"], "vatOre"),
    repaidOre,
    boughtOre: of(["compensation"], "netOre"),
    boughtVatOre: of(["compensation"], "vatOre"),
  };
}

function netOf(due: Omit<SettledAmounts, "paidOre">): number {
  return due.owedOre + due.tipsOre + due.boughtOre + due.boughtVatOre - due.commissionOre -
    due.commissionVatOre - due.deductionsOre - due.deductionsVatOre - due.repaidOre;
}

function sumOf<One>(all: readonly One[], of: (one: One) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}
