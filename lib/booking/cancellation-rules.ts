// What cancelling costs, for a quote as for a booking. The rule is dated: a booking keeps the rule of the day
// it was made. Times are compared as instants, so a change night neither adds nor takes an hour.
import type { Quote, QuoteOption } from "../pricing/quote.ts";
import { type FeeVat, feeVatOf, missedVat } from "./fee-vat.ts";

/** A cancellation rule for bookings made from `bookedFrom` (instant, ISO) on. */
export interface CancellationRule {
  bookedFrom: string;
  /** Cancelling is free until this many minutes before the pickup. */
  freeUntilMinutes: number;
  /** After that, this part of the price, in percent. */
  lateFeePercent: number;
  /** When the customer does not come, this part of the price, in percent. */
  noShowFeePercent: number;
  /** The driver waits this many minutes after the pickup before the customer counts as not come. */
  waitMinutes: number;
}

/** The rules in force over time, oldest first. One hour is what Swedish operators promise (VIP Göteborg). */
export const CANCELLATION_RULES: readonly CancellationRule[] = [
  {
    bookedFrom: "2020-01-01T00:00:00Z",
    freeUntilMinutes: 60,
    lateFeePercent: 50,
    noShowFeePercent: 100,
    waitMinutes: 10,
  },
];

/** What a fee depends on: when the price was agreed (ISO instant), when the car comes, what the ride costs. */
export interface CancellableRide {
  createdAt: string;
  trip: { pickup: { instant: string }; totalOre: number };
}

/** Why a fee is what it is. */
export type FeeReason = "free" | "part-of-price" | "whole-price" | "no-show";

/** A fee in öre, whether it contains VAT, and why. */
export interface CancellationFee {
  feeOre: number;
  feeVat: FeeVat;
  feeReason: FeeReason;
}

/** What cancelling costs now and will cost. */
export interface CancellationPreview extends CancellationFee {
  /** Until when cancelling is free, instant in ISO. */
  freeUntil: string;
  /** What it costs after that, in öre. */
  lateFeeOre: number;
}

/** The rule a booking was made under; before the first rule, the first. `rules` are oldest first. */
export function cancellationRule(
  bookedAt: string,
  rules: readonly CancellationRule[] = CANCELLATION_RULES,
): CancellationRule {
  const begun = rules.filter((rule) => Date.parse(rule.bookedFrom) <= Date.parse(bookedAt));
  const rule = begun.at(-1) ?? rules[0];
  if (rule === undefined) throw new RangeError("There is no cancellation rule");
  return rule;
}

/** The ride a quote would become in one of its classes; a booking is one already. */
export function quotedRide(
  { createdAt, trip }: Pick<Quote, "createdAt" | "trip">,
  { totalOre }: Pick<QuoteOption, "totalOre">,
): CancellableRide {
  return { createdAt, trip: { pickup: trip.pickup, totalOre } };
}

/** What the customer would pay for cancelling at `nowMs`; free exactly at the limit. */
export function previewCancellation(
  { createdAt, trip }: CancellableRide,
  nowMs: number,
  rules: readonly CancellationRule[] = CANCELLATION_RULES,
): CancellationPreview {
  const rule = cancellationRule(createdAt, rules);
  const freeUntilMs = Date.parse(trip.pickup.instant) - rule.freeUntilMinutes * 60_000;
  const lateFeeOre = feeOf(trip.totalOre, rule.lateFeePercent);
  const feeOre = nowMs <= freeUntilMs ? 0 : lateFeeOre;
  return {
    feeOre,
    feeVat: feeVatOf(feeOre, trip.totalOre),
    feeReason: reasonOf(feeOre, trip.totalOre),
    freeUntil: new Date(freeUntilMs).toISOString(),
    lateFeeOre,
  };
}

/** What a customer who did not come pays. */
export function noShowFee(
  { createdAt, trip }: CancellableRide,
  rules: readonly CancellationRule[] = CANCELLATION_RULES,
): CancellationFee {
  const { noShowFeePercent } = cancellationRule(createdAt, rules);
  const feeOre = feeOf(trip.totalOre, noShowFeePercent);
  return { feeOre, feeVat: missedVat(feeOre), feeReason: "no-show" };
}

/** From when on a customer counts as not come, in epoch milliseconds. */
export function noShowFromMs(
  { createdAt, trip }: CancellableRide,
  rules: readonly CancellationRule[] = CANCELLATION_RULES,
): number {
  const { waitMinutes } = cancellationRule(createdAt, rules);
  return Date.parse(trip.pickup.instant) + waitMinutes * 60_000;
}

function reasonOf(feeOre: number, totalOre: number): FeeReason {
  if (feeOre === 0) return "free";
  return feeOre < totalOre ? "part-of-price" : "whole-price";
}

/** Whole kronor, rounded down: a rounding never costs the customer. The whole price is never rounded. */
function feeOf(totalOre: number, percent: number): number {
  return percent === 100 ? totalOre : Math.floor((totalOre * percent) / 10_000) * 100;
}
