// Closes what somebody could still pay a payment with at Stripe: what is written down of it, and what is not.
import type Stripe from "stripe";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Payment, ProviderIds } from "./payment.ts";
import { asking, writing } from "./stripe-client.ts";
import { isPayable, MOST_OF_ONE } from "./stripe-requests.ts";

/** The part of the library this asks. */
type Closing = Pick<Stripe, "checkout" | "paymentIntents" | "setupIntents">;

/** Lets go of what these ids name. `unless-paid` throws when it has just been paid: nothing else may be opened beside it. */
export async function closeOpened(
  stripe: Closing,
  payment: Payment,
  { sessionId = null, intentId = null, setupIntentId = null }: Partial<ProviderIds>,
  when?: "unless-paid",
): Promise<void> {
  // What a page that is done with has opened says itself whether it is paid; only what nobody knows of yet does not.
  const { intentId: knownIntent, setupIntentId: knownSetup } = payment.provider;
  const isUnknown = knownIntent === null && knownSetup === null;
  if (sessionId !== null) await closePage(stripe, sessionId, isUnknown ? when : undefined);
  if (intentId !== null) await cancelIntent(stripe, payment, intentId, when);
  if (setupIntentId !== null) await cancelSetup(stripe, payment, setupIntentId);
}

/**
 * Lets go of what was opened or held for a payment and nobody has written down, for its process died in between: nobody
 * has seen it, and nobody ever will. All of a payment has its customer, which is written down before.
 */
export async function closeStrays(stripe: Closing, payment: Payment): Promise<void> {
  const { customerId: customer, sessionId, intentId, setupIntentId } = payment.provider;
  if (customer === null) return;
  const its = { customer, limit: MOST_OF_ONE };
  const [sessions, intents, setups] = await Promise.all([
    asking(() => stripe.checkout.sessions.list({ ...its, status: "open" })),
    asking(() => stripe.paymentIntents.list(its)),
    asking(() => stripe.setupIntents.list(its)),
  ]);
  for (const { id } of sessions.data) {
    if (id !== sessionId) await closePage(stripe, id);
  }
  for (const { id, status } of intents.data) {
    const isOpen = isPayable(status) || status === "requires_capture";
    if (id !== intentId && isOpen) await cancelIntent(stripe, payment, id);
  }
  for (const { id, status } of setups.data) {
    if (id !== setupIntentId && isPayable(status)) await cancelSetup(stripe, payment, id);
  }
}

/** True while somebody can pay on a page of the provider's own. */
export async function isPageOpen(
  { checkout: { sessions } }: Pick<Stripe, "checkout">,
  id: string,
): Promise<boolean> {
  return (await asking(() => sessions.retrieve(id))).status === "open";
}

async function cancelIntent(
  { paymentIntents }: Closing,
  payment: Payment,
  id: string,
  when?: "unless-paid",
): Promise<void> {
  const { status } = await asking(() => paymentIntents.retrieve(id));
  if (when !== undefined && status !== "canceled" && !isPayable(status)) throw justPaid();
  if (status === "canceled" || status === "succeeded") return;
  await writing(
    `${payment.id}/cancel/${id}`,
    (options) => paymentIntents.cancel(id, {}, options),
  );
}

async function cancelSetup(
  { setupIntents }: Closing,
  payment: Payment,
  id: string,
): Promise<void> {
  const { status } = await asking(() => setupIntents.retrieve(id));
  if (status === "canceled" || status === "succeeded") return;
  await writing(
    `${payment.id}/cancel/${id}`,
    (options) => setupIntents.cancel(id, {}, options),
  );
}

async function closePage(
  { checkout: { sessions } }: Closing,
  id: string,
  when?: "unless-paid",
): Promise<void> {
  const { status } = await asking(() => sessions.retrieve(id));
  if (when !== undefined && status === "complete") throw justPaid();
  if (status !== "open") return;
  await writing(`expire/${id}`, (options) => sessions.expire(id, {}, options));
}

/** In another window, between two looks: whoever looks again sees it. */
function justPaid(): GatewayError {
  return new GatewayError("stripe", "It has just been paid", true);
}
