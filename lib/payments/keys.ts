// The families of payments. Amounts and ids: whose they are only the booking says, whose customer is forgotten earlier.
import { instant, record, text } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import type { Payment, PaymentId } from "./payment.ts";
import { paymentShape } from "./payment-shapes.ts";

/** How long events are known again, in milliseconds: Stripe lists them for thirty days. */
const EVENT_KEPT_MS = 40 * 24 * 60 * 60_000;

/** One that has had its effect. */
export interface TakenEvent {
  type: string;
  at: string;
}

/** Families of this room. */
export const paymentKeys = {
  payment: family<[id: PaymentId], Payment>("payment", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "rule", rule: "bookkeeping" },
    shape: paymentShape,
  }),
  /** The payments of a booking, in the order they were opened in. */
  paymentByBooking: family<[booking: string, id: PaymentId], PaymentId>("paymentByBooking", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "rule", rule: "bookkeeping" },
    shape: text,
  }),
  /** By what the provider calls what belongs to it: intents, saved cards under way, pages, charges. */
  paymentByIntent: family<[providerId: string], PaymentId>("paymentByIntent", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "rule", rule: "bookkeeping" },
    shape: text,
  }),
  /** Events of the provider that have had their effect: it posts them for days, in any order, twice. */
  providerEvent: family<[id: string], TakenEvent>("providerEvent", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: EVENT_KEPT_MS },
    endsMs: ({ at }) => Date.parse(at) + EVENT_KEPT_MS,
    shape: record<TakenEvent>({ type: text, at: instant }),
  }),
} as const;
