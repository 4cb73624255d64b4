// Every field of a stored payment, with the version that brought it.
import type { Payment } from "../../lib/payments/payment.ts";
import type { Fields } from "./stored-fields.ts";

/** A payment. */
export const PAYMENT_FIELDS: Fields<Payment> = {
  id: 1,
  bookingId: 1,
  method: 1,
  entityId: 1,
  limitOre: 1,
  status: 1,
  authorisedOre: 1,
  capturedOre: 1,
  refunds: [{ id: 1, amountOre: 1, reason: 1, status: 1, providerId: 1, at: 1, by: 1 }],
  dispute: { amountOre: 1, state: 1 },
  provider: {
    customerId: 1,
    intentId: 1,
    setupIntentId: 1,
    sessionId: 1,
    paymentMethodId: 1,
    chargeId: 1,
  },
  failure: { code: 1, declineCode: 1 },
  rideAt: 1,
  authoriseAt: 1,
  askedFor: 1,
  authorisedUntil: 1,
  wish: { keepOre: 1, reason: 1 },
  movedAt: 1,
  openedAt: 1,
  changedAt: 1,
  version: 1,
};
