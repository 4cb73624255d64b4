// What the feed tells of payments: amounts and ids of ours, nothing of whoever pays.
import { feedKind } from "../kv/feed-row.ts";
import { type Payment, type PaymentChanged, type PaymentEvent, refundedOre } from "./payment.ts";
import { paymentChangedShape } from "./payment-shapes.ts";

/** Entries of payments. */
export const paymentChanged = feedKind<PaymentChanged>("payment", undefined, paymentChangedShape);

/** What is told of an event; `payment` as it is after it. */
export function toldOf(payment: Payment, event: PaymentEvent): PaymentChanged {
  const { id: paymentId, bookingId, method, entityId, capturedOre } = payment;
  return {
    ...{ at: event.at, paymentId, bookingId, method, entityId, event, capturedOre },
    refundedOre: refundedOre(payment),
  };
}
