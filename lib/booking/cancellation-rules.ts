// What cancelling costs. The rule is dated: a booking keeps the rule of the day it was made.
// Times are compared as instants, so a change night neither adds nor takes an hour.
import type { Booking } from "./booking.ts";

/** A cancellation rule for bookings made from `bookedFrom` (instant, ISO) on. */
export interface CancellationRule {
  bookedFrom: string;
  /** Cancelling is free until this many minutes before the pickup. */
  freeUntilMinutes: number;
  /** After that, this part of the price, in percent. */
  lateFeePercent: number;
  /** When the customer does not come, this part of the price, in percent. */
  noShowFeePercent: number;
}

/** The rules in force over time, oldest first. One hour is what Swedish operators promise (VIP Göteborg). */
export const CANCELLATION_RULES: readonly CancellationRule[] = [
  {
    bookedFrom: "2020-01-01T00:00:00Z",
    freeUntilMinutes: 60,
    lateFeePercent: 50,
    noShowFeePercent: 100,
  },
];

/** What cancelling would cost now. */
export interface CancellationPreview {
  feeOre: number;
  /** Until when cancelling is free, instant in ISO. */
  freeUntil: string;
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

/** What the customer would pay for cancelling at `nowMs`; free exactly at the limit. */
export function previewCancellation(
  booking: Booking,
  nowMs: number,
  rules: readonly CancellationRule[] = CANCELLATION_RULES,
): CancellationPreview {
  const rule = cancellationRule(booking.createdAt, rules);
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  const freeUntilMs = pickupMs - rule.freeUntilMinutes * 60_000;
  const isFree = nowMs <= freeUntilMs;
  return {
    feeOre: isFree ? 0 : percentOf(booking.trip.totalOre, rule.lateFeePercent),
    freeUntil: new Date(freeUntilMs).toISOString(),
  };
}

/** What a customer who did not come pays, in öre. */
export function noShowFeeOre(
  booking: Booking,
  rules: readonly CancellationRule[] = CANCELLATION_RULES,
): number {
  const { noShowFeePercent } = cancellationRule(booking.createdAt, rules);
  return percentOf(booking.trip.totalOre, noShowFeePercent);
}

/** Rounded down: a rounding never costs the customer. */
function percentOf(amountOre: number, percent: number): number {
  return Math.floor((amountOre * percent) / 100);
}
