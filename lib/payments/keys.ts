// The families of payments. Amounts and ids: whose they are only the booking says, whose customer is forgotten earlier.
import { text } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import type { Payment, PaymentId } from "./payment.ts";
import { paymentShape } from "./payment-shapes.ts";

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
} as const;
