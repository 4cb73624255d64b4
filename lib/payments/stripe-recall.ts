// What an event of Stripe's is about, as the payment of ours that its metadata name.
import type Stripe from "stripe";
import { paymentId } from "./payment.ts";
import type { ProviderEvent, RecalledPayment } from "./payment-provider.ts";
import { asking } from "./stripe-client.ts";
import { idOf } from "./stripe-seen-rules.ts";

/** The payment; null for what is none of ours. */
export async function recallPayment(
  stripe: Stripe,
  { about }: ProviderEvent,
): Promise<RecalledPayment | null> {
  const { intentId, setupIntentId } = await openedFor(stripe, about);
  if (intentId !== null) {
    const intent = await asking(() => stripe.paymentIntents.retrieve(intentId));
    const method = intent.payment_method_types.includes("swish") ? "swish" : "card";
    return recalled(intent, method, intent.amount, { intentId });
  }
  if (setupIntentId === null) return null;
  const setup = await asking(() => stripe.setupIntents.retrieve(setupIntentId));
  return recalled(setup, "card", Number(setup.metadata?.limit), { setupIntentId });
}

/** What stands behind a page is there once somebody has paid on it. */
async function openedFor(stripe: Stripe, about: ProviderEvent["about"]) {
  const named = (prefix: string) => about.find((id) => id.startsWith(`${prefix}_`)) ?? null;
  const opened = { intentId: named("pi"), setupIntentId: named("seti") };
  const sessionId = named("cs");
  if (opened.intentId !== null || opened.setupIntentId !== null || sessionId === null) {
    return opened;
  }
  const page = await asking(() => stripe.checkout.sessions.retrieve(sessionId));
  return {
    intentId: page.payment_intent === null ? null : idOf(page.payment_intent),
    setupIntentId: page.setup_intent === null ? null : idOf(page.setup_intent),
  };
}

function recalled(
  { metadata, customer }: Stripe.PaymentIntent | Stripe.SetupIntent,
  method: RecalledPayment["method"],
  limitOre: number,
  ids: RecalledPayment["ids"],
): RecalledPayment | null {
  const { payment, booking: bookingId } = metadata ?? {};
  const isOurs = payment !== undefined && bookingId !== undefined && limitOre > 0;
  if (!isOurs) return null;
  const customerId = customer === null ? null : idOf(customer);
  return { id: paymentId(payment), bookingId, method, limitOre, ids: { ...ids, customerId } };
}
