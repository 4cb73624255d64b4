// Use case: the provider has posted an event. It says which payment to look at again, and is claimed in the commit of what
// follows, so that a repeat has no effect of its own; docs.stripe.com/webhooks#best-practices.
import { RequestError } from "../errors/request-error.ts";
import { commitWithRetry } from "../kv/commit.ts";
import { readIfReadable } from "../kv/read.ts";
import { type AdvanceDeps, advancePayment } from "./advance-payment.ts";
import { paymentKeys } from "./keys.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Payment, PaymentId } from "./payment.ts";
import type { ProviderEvent } from "./payment-provider.ts";
import { recallPayment } from "./recall-payment.ts";

/** Takes one. Throws RequestError("bad-request") for what no secret of ours signed in these minutes, GatewayError to be posted again. */
export async function takeEvent(deps: AdvanceDeps, body: string, signature: string): Promise<void> {
  const nowMs = deps.clock.now().epochMilliseconds;
  const event = await deps.paymentProvider?.readEvent(body, signature, nowMs) ?? null;
  if (event === null) throw new RequestError("bad-request", {});
  await noteEvent(deps, event);
}

/** What follows from one, once: true when it was news. */
export async function noteEvent(deps: AdvanceDeps, event: ProviderEvent): Promise<boolean> {
  const { db, clock } = deps;
  const key = paymentKeys.providerEvent(event.id);
  const claimed = await readIfReadable(db.write, key);
  if (claimed.versionstamp !== null) return false;
  const row = { type: event.type, at: clock.now().toString() };
  const claim = (tx: Transaction) => void tx.check(key, null).set(key, row);
  const paymentId = await paymentOf(deps, event);
  const found = (paymentId !== null && await advancePayment(deps, paymentId, claim)) ||
    await takeRecalled(deps, event, claim);
  // Of nothing of ours, or of a kind we have no use for: that it came is remembered all the same.
  if (!found) await commitWithRetry(db, (tx) => Promise.resolve(tx.set(key, row)));
  return true;
}

/** Of a payment of ours whose row is gone, in a database that was restored: it is written anew, as the provider has it. */
async function takeRecalled(
  deps: AdvanceDeps,
  event: ProviderEvent,
  claim: (tx: Transaction) => void,
): Promise<Payment | null> {
  const recalled = await deps.paymentProvider?.recall(event) ?? null;
  if (recalled === null) return null;
  await recallPayment(deps, recalled);
  return await advancePayment(deps, recalled.id, claim);
}

async function paymentOf(
  { payments }: AdvanceDeps,
  { paymentId, about }: ProviderEvent,
): Promise<PaymentId | null> {
  if (paymentId !== null) return paymentId;
  for (const providerId of about) {
    const found = await payments.idByProvider(providerId);
    if (found !== null) return found;
  }
  return null;
}
