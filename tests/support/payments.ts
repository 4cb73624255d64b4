// Payments as tests begin with them: just opened, captured, with money that goes back.
import { type Payment, paymentId, type Refund, refundId } from "../../lib/payments/payment.ts";

/** When tests of payments happen. */
export const PAYMENT_AT = "2026-11-20T08:00:00Z";

/** A payment of 500 kr by card, just opened. */
export function aPayment(fields: Partial<Payment> = {}): Payment {
  return {
    id: paymentId("01KA0000000000000000000PAY"),
    bookingId: "01KA0000000000000000000B00",
    method: "card",
    entityId: null,
    limitOre: 50_000,
    status: "opened",
    authorisedOre: 0,
    capturedOre: 0,
    refunds: [],
    dispute: null,
    provider: {
      ...{ customerId: null, intentId: null, setupIntentId: null },
      ...{ sessionId: null, paymentMethodId: null, chargeId: null },
    },
    failure: null,
    ...{ rideAt: null, authoriseAt: null, askedFor: null },
    authorisedUntil: null,
    wish: null,
    movedAt: {},
    openedAt: PAYMENT_AT,
    changedAt: PAYMENT_AT,
    version: 1,
    ...fields,
  };
}

/** One of 500 kr that has been captured. */
export function aCapturedPayment(fields: Partial<Payment> = {}): Payment {
  return aPayment({ status: "captured", authorisedOre: 50_000, capturedOre: 50_000, ...fields });
}

/** Money that goes back. */
export function aRefund(id: string, amountOre: number, fields: Partial<Refund> = {}): Refund {
  return {
    ...{ id: refundId(id), amountOre, reason: "goodwill", status: "pending" },
    ...{ providerId: null, at: PAYMENT_AT, by: "operator" },
    ...fields,
  };
}
