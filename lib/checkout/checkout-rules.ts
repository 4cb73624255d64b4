// What is to become of the payments of a booking, from how the booking stands. Pure.
import type { Booking } from "../booking/booking.ts";
import { unreachable } from "../kernel/invariant.ts";
import { authoriseAt, isPrepaid } from "../payments/payment-method.ts";
import type { PaymentCommand } from "../payments/payment-rules.ts";
import type { Payment, PaymentEvent } from "../payments/payment.ts";

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
  const promisedOre = payment.status === "card-saved" ? payment.limitOre : payment.authorisedOre;
  return payment.wish === null && promisedOre >= trip.totalOre;
}

/** The one payment that can still become money; null when there is none. */
export function openPayment(payments: readonly Payment[]): Payment | null {
  return payments.findLast(({ wish, status }) => wish === null && status !== "voided") ?? null;
}

/** Of a ride that was revived, and is paid in the car now, the payment a fee was kept of: it goes back. */
export function keptFee(payments: readonly Payment[], { payment }: Booking): Payment | null {
  if (isPrepaid(payment.method)) return null;
  return payments.find(({ wish, capturedOre }) => capturedOre > 0 && (wish?.keepOre ?? 0) > 0) ??
    null;
}

/** What is wanted of the booking's open payment now; nothing: as before. */
export function wantedOf(payment: Payment, booking: Booking, nowMs: number): PaymentCommand[] {
  if (payment.status === "voided") return [];
  const keepOre = isPrepaid(booking.payment.method) ? keptOre(booking) : 0;
  if (keepOre === null) return adjustments(payment, booking, nowMs);
  const most = payment.capturedOre || payment.authorisedOre || payment.limitOre;
  return [{ type: "settle", keepOre: Math.min(keepOre, most), reason: reasonOf(booking) }];
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

/** Another price or time than was agreed: what was taken already is set right when the ride is settled. */
function adjustments(payment: Payment, { trip }: Booking, nowMs: number): PaymentCommand[] {
  const { capturedOre, limitOre, rideAt, method } = payment;
  const { totalOre, pickup: { instant } } = trip;
  if (capturedOre > 0) return [];
  return [
    ...(rideAt === instant ? [] : [{
      ...{ type: "change-ride", rideAt: instant } as const,
      authoriseAt: authoriseAt(method, instant, nowMs),
    }]),
    ...(limitOre === totalOre ? [] : [{ type: "change-limit", limitOre: totalOre } as const]),
  ];
}

function reasonOf({ status }: Booking): "no-vehicle" | "cancelled" {
  return status === "expired" ? "no-vehicle" : "cancelled";
}
