// What stored payments, and what the feed tells of them, look like.
import {
  all,
  anything,
  byTag,
  flag,
  instant,
  listOf,
  named,
  number,
  orNull,
  record,
  type Shape,
  text,
  word,
} from "../kernel/shape.ts";
import { PAYMENT_METHODS } from "./payment-method.ts";
import {
  type Dispute,
  DISPUTE_STATES,
  type Payment,
  PAYMENT_STATUSES,
  type PaymentChanged,
  type PaymentEvent,
  type PaymentFailure,
  type PaymentWish,
  type ProviderIds,
  type Refund,
  REFUND_ACTORS,
  REFUND_REASONS,
  REFUND_STATUSES,
} from "./payment.ts";

const reason = word(REFUND_REASONS);

const refund = record<Refund>({
  id: text,
  amountOre: number,
  reason,
  status: word(REFUND_STATUSES),
  providerId: orNull(text),
  at: instant,
  by: word(REFUND_ACTORS),
});

/** A payment. */
export const paymentShape = record<Payment>({
  id: text,
  bookingId: text,
  method: word(PAYMENT_METHODS),
  entityId: orNull(text),
  limitOre: number,
  status: word(PAYMENT_STATUSES),
  authorisedOre: number,
  capturedOre: number,
  refunds: listOf(refund),
  dispute: orNull(record<Dispute>({ amountOre: number, state: word(DISPUTE_STATES) })),
  provider: record<ProviderIds>({
    customerId: orNull(text),
    intentId: orNull(text),
    setupIntentId: orNull(text),
    sessionId: orNull(text),
    paymentMethodId: orNull(text),
    chargeId: orNull(text),
  }),
  failure: orNull(record<PaymentFailure>({ code: text, declineCode: orNull(text) })),
  rideAt: orNull(instant),
  authoriseAt: orNull(instant),
  askedFor: orNull(text),
  authorisedUntil: orNull(instant),
  wish: orNull(record<PaymentWish>({ keepOre: number, reason })),
  movedAt: named(instant),
  openedAt: instant,
  changedAt: instant,
  version: number,
});

const amount = { amountOre: number };

const EVENTS: { readonly [Type in PaymentEvent["type"]]: Shape } = {
  opened: record<{ method: string; limitOre: number }>({
    method: word(PAYMENT_METHODS),
    limitOre: number,
  }),
  "action-needed": anything,
  "card-saved": record<{ paymentMethodId: string }>({ paymentMethodId: text }),
  authorised: record<{ amountOre: number; until: string | null }>({
    ...amount,
    until: orNull(instant),
  }),
  captured: record<{ amountOre: number }>(amount),
  "refund-asked": record<{ refund: Refund }>({ refund }),
  refunded: record<{ refundId: string; amountOre: number; reason: string }>({
    ...amount,
    ...{ refundId: text, reason },
  }),
  "refund-failed": record<{ refundId: string; amountOre: number }>({ ...amount, refundId: text }),
  voided: record<{ reason: string }>({ reason }),
  failed: record<PaymentFailure>({ code: text, declineCode: orNull(text) }),
  "ask-refused": record<PaymentFailure>({ code: text, declineCode: orNull(text) }),
  disputed: record<{ amountOre: number }>(amount),
  "dispute-closed": record<{ won: boolean; amountOre: number }>({ ...amount, won: flag }),
  "limit-changed": record<{ limitOre: number }>({ limitOre: number }),
};

/** What the feed tells of a payment. */
export const paymentChangedShape = record<PaymentChanged>({
  at: instant,
  paymentId: text,
  bookingId: text,
  method: word(PAYMENT_METHODS),
  entityId: orNull(text),
  event: all(record<{ at: string }>({ at: instant }), byTag("type", EVENTS)),
  capturedOre: number,
  refundedOre: number,
});
