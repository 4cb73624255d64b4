// What Stripe is asked for, as values. Pure.
import type Stripe from "stripe";
import { invariant } from "../kernel/invariant.ts";
import type { Payment } from "./payment.ts";
import type { PayingSecret, ProviderPageWanted } from "./payment-provider.ts";

/** Most refunds, disputes and intents of one payment: far more than there can be. */
export const MOST_OF_ONE = 100;

/** Ids of ours alone: whoever reads Stripe's books finds the payment in ours. */
export function metadataOf({ id, bookingId }: Payment): { payment: string; booking: string } {
  return { payment: id, booking: bookingId };
}

/** The saving of a card, for when the ride is near enough. */
export function setupOf(payment: Payment, customer: string): Stripe.SetupIntentCreateParams {
  const metadata = setupMetadataOf(payment);
  return { ...{ customer, usage: "off_session", payment_method_types: ["card"] }, metadata };
}

/** An intent for the whole limit. A card is held until the ride is over; Swish knows no holding. */
export function intentOf(
  payment: Payment,
  customer: string,
): Stripe.PaymentIntentCreateParams & { metadata: Record<string, string> } {
  const { method, limitOre: amount } = payment;
  invariant(method === "card" || method === "swish", `No provider takes ${method}`);
  const facts = { amount, currency: "sek", customer, metadata: metadataOf(payment) };
  if (method === "swish") return { ...facts, allowed_payment_method_types: ["swish"] };
  return {
    ...facts,
    ...{ allowed_payment_method_types: ["card"], capture_method: "manual" },
    // A later pickup at another price must not ask anybody twice.
    setup_future_usage: "off_session",
  };
}

/** A page of Stripe's own for the same. */
export function pageOf(
  payment: Payment,
  customer: string,
  { doneUrl, backUrl, locale, what }: ProviderPageWanted,
): Stripe.Checkout.SessionCreateParams {
  const metadata = metadataOf(payment);
  const ends = { success_url: doneUrl, cancel_url: backUrl, locale, customer, metadata };
  if (payment.authoriseAt !== null) {
    return {
      ...{ ...ends, mode: "setup", currency: "sek", allowed_payment_method_types: ["card"] },
      setup_intent_data: { metadata: setupMetadataOf(payment) },
    };
  }
  const { amount, capture_method, setup_future_usage } = intentOf(payment, customer);
  const isCard = payment.method === "card";
  return {
    ...{ ...ends, mode: "payment", allowed_payment_method_types: [isCard ? "card" : "swish"] },
    line_items: [{
      quantity: 1,
      price_data: { currency: "sek", unit_amount: amount, product_data: { name: what } },
    }],
    payment_intent_data: {
      metadata,
      ...(capture_method === undefined ? {} : { capture_method }),
      ...(setup_future_usage === undefined ? {} : { setup_future_usage: "off_session" }),
    },
  };
}

/** True while somebody can still pay or go on paying. */
export function isPayable(status: Stripe.PaymentIntent.Status | Stripe.SetupIntent.Status) {
  return status === "requires_payment_method" || status === "requires_confirmation" ||
    status === "requires_action";
}

/** What a page is handed. */
export function secret(
  kind: PayingSecret["kind"],
  clientSecret: string | null,
): PayingSecret | null {
  return clientSecret === null ? null : { kind, clientSecret };
}

/** A card that is saved has no amount: what it is saved for is said, for whoever has lost our books. */
function setupMetadataOf(payment: Payment): Record<string, string> {
  return { ...metadataOf(payment), limit: String(payment.limitOre) };
}
