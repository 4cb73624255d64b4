// What is to become of the payments of a booking, from how the booking stands. Pure. A booking has one payment as a rule; what a
// ride that was moved costs more than is paid for it already is one more.
import type { Booking } from "../booking/booking.ts";
import { unreachable } from "../kernel/invariant.ts";
import { hasSavedCard } from "../payments/ask-rules.ts";
import { authoriseAt, isPrepaid } from "../payments/payment-method.ts";
import { isUnpaid, type PaymentCommand } from "../payments/payment-rules.ts";
import {
  type Payment,
  type PaymentEvent,
  type PaymentId,
  refundableOre,
  refundId,
} from "../payments/payment.ts";

/** What is wanted of one of its payments. */
export interface WantedOfPayment {
  id: PaymentId;
  command: PaymentCommand;
}

/** Money that is promised, taken, or a card that may be asked for it. */
const PROMISES: ReadonlySet<PaymentEvent["type"]> = new Set<PaymentEvent["type"]>([
  ...["authorised", "captured", "card-saved"] as const,
]);

/** True when an event says that somebody can be asked for the money. */
export function isPromise({ type }: PaymentEvent): boolean {
  return PROMISES.has(type);
}

/** True when the payment is for all of the booking's price, and nobody has given it up. */
export function covers(payment: Payment, { trip }: Booking): boolean {
  return payment.wish === null && promisedOre(payment) >= trip.totalOre;
}

/** What of the booking's price nobody has paid or promised, in öre; 0 where nothing is paid beforehand. */
export function missingOre(payments: readonly Payment[], booking: Booking): number {
  // An invoice that names no buyer yet is waited for as money is.
  const isWaiting = booking.status === "awaiting-payment";
  if (!isPrepaid(booking.payment.method) && !isWaiting) return 0;
  const dueOre = keptOre(booking) ?? booking.trip.totalOre;
  return Math.max(0, dueOre - promisedOfAll(payments.filter(isStanding)));
}

/** The one somebody can pay themselves; null when there is none. */
export function payablePayment(payments: readonly Payment[]): Payment | null {
  return payments.filter(isStanding)
    .findLast((one) => isUnpaid(one) && one.status !== "card-saved") ?? null;
}

/** Of a ride that was revived, and is paid in the car now, the payments a fee was kept of: it goes back. */
export function keptFees(payments: readonly Payment[], { payment }: Booking): Payment[] {
  if (isPrepaid(payment.method)) return [];
  return payments.filter(({ wish, capturedOre }) => capturedOre > 0 && (wish?.keepOre ?? 0) > 0);
}

/** What is wanted of the booking's payments now; nothing: as before. */
export function wantedOf(
  payments: readonly Payment[],
  booking: Booking,
  nowMs: number,
): WantedOfPayment[] {
  const open = payments.filter(({ wish, status }) => wish === null && status !== "voided")
    // What is promised is kept before what somebody would have to pay yet.
    .toSorted((a, b) => Number(promisedOre(b) > 0) - Number(promisedOre(a) > 0));
  const keepOre = isPrepaid(booking.payment.method) ? keptOre(booking) : 0;
  if (keepOre === null) return adjustments(open, booking, nowMs);
  const settled = payments.filter((one) => isStanding(one) && !open.includes(one));
  return shares(open, keepOre - promisedOfAll(settled), booking);
}

/** So much is kept of each until there is enough. */
function shares(open: readonly Payment[], keepOre: number, booking: Booking): WantedOfPayment[] {
  const reason = booking.status === "expired" ? "no-vehicle" : "cancelled";
  let restOre = Math.max(0, keepOre);
  return open.map((payment) => {
    const share = Math.min(restOre, mostOre(payment));
    restOre -= share;
    return { id: payment.id, command: { type: "settle", keepOre: share, reason } };
  });
}

/** What a ride that is invoiced comes to as it stands, in öre; 0 for any other. */
export function owedOre(booking: Booking): number {
  if (booking.payment.method !== "invoice") return 0;
  return keptOre(booking) ?? booking.trip.totalOre;
}

/** What of the money is ours, in öre; null while the ride is still to come. Never more than the price. */
function keptOre(booking: Booking): number | null {
  switch (booking.status) {
    case "awaiting-payment":
    case "confirmed":
    case "assigned":
    case "en-route":
    case "arrived":
    case "on-board":
      return null;
    case "completed":
      return booking.trip.totalOre;
    case "cancelled":
      return Math.min(booking.cancellation.feeOre, booking.trip.totalOre);
    case "no-show":
      return Math.min(booking.feeOre, booking.trip.totalOre);
    case "expired":
    case "lapsed":
      return 0;
    default:
      return unreachable(booking);
  }
}

/** Another price or time than was agreed: what can still be asked is, and what was taken too much goes back. */
function adjustments(
  open: readonly Payment[],
  booking: Booking,
  nowMs: number,
): WantedOfPayment[] {
  const { totalOre, pickup: { instant } } = booking.trip;
  const untaken = open.filter(({ capturedOre }) => capturedOre === 0);
  const paidOre = promisedOfAll(open) - promisedOfAll(untaken);
  const last = untaken.at(-1);
  const asked = last === undefined
    ? []
    : askedOf(last, totalOre - promisedOfAll(open.filter((one) => one !== last)));
  const moved = untaken.filter(({ rideAt }) => rideAt !== instant).map(({ id, method }) => {
    const at = authoriseAt(method, instant, nowMs);
    return { id, command: { type: "change-ride", rideAt: instant, authoriseAt: at } as const };
  });
  return [...moved, ...asked, ...givenBack(open, paidOre - totalOre, booking, nowMs)];
}

/** Of the one that can still be asked, what the others leave. Whoever was shown another sum is shown a new payment. */
function askedOf(payment: Payment, limitOre: number): WantedOfPayment[] {
  const { id } = payment;
  if (limitOre === payment.limitOre) return [];
  const isShown = isUnpaid(payment) && !hasSavedCard(payment);
  if (limitOre <= 0 && !isShown) return [];
  const command: PaymentCommand = isShown
    ? { type: "settle", keepOre: 0, reason: "cancelled" }
    : { type: "change-limit", limitOre };
  return [{ id, command }];
}

/** The ride is cheaper than what was paid for it: that goes back at once, once for each version of the booking. */
function givenBack(
  open: readonly Payment[],
  overOre: number,
  { version }: Booking,
  nowMs: number,
): WantedOfPayment[] {
  const paid = open.findLast((one) => refundableOre(one) >= overOre);
  if (overOre <= 0 || paid === undefined) return [];
  const at = Temporal.Instant.fromEpochMilliseconds(nowMs).toString();
  const asked = { amountOre: overOre, reason: "moved", status: "pending", by: "system" } as const;
  const refund = { ...asked, id: refundId(`${paid.id}-${version}`), providerId: null, at };
  return [{ id: paid.id, command: { type: "refund", refund } }];
}

/** True for one that is, or can become, money of ours. */
function isStanding({ wish, status }: Payment): boolean {
  return status !== "voided" && (wish === null || wish.keepOre > 0);
}

/** What somebody has paid or promised, in öre; a card that can be asked for more promises that. */
function promisedOre(payment: Payment): number {
  const { status, limitOre, authorisedOre, failure } = payment;
  switch (status) {
    case "captured":
      return takenOre(payment);
    case "card-saved":
      return limitOre;
    case "authorised":
      return failure === null && hasSavedCard(payment) ? limitOre : authorisedOre;
    default:
      return 0;
  }
}

/** What of it can be kept, in öre. */
function mostOre(payment: Payment): number {
  const { status, authorisedOre, limitOre } = payment;
  if (status === "captured") return takenOre(payment);
  return status === "authorised" ? authorisedOre : limitOre;
}

/** What was taken for the ride as it is now: what else goes back is given of that. */
function takenOre({ capturedOre, refunds }: Payment): number {
  return refunds.filter(({ reason, status }) => reason === "moved" && status !== "failed")
    .reduce((sum, { amountOre }) => sum - amountOre, capturedOre);
}

function promisedOfAll(payments: readonly Payment[]): number {
  return payments.reduce((sum, one) => sum + promisedOre(one), 0);
}
