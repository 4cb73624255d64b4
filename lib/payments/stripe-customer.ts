// Stripe's customer of one payment, which is an id of ours and nothing else: made so that a card can be saved with it, and left
// without one once nothing is asked any more. Charges and refunds stand without: docs.stripe.com/api/payment_methods/detach.
import type Stripe from "stripe";
import type { Payment } from "./payment.ts";
import { asking, writing } from "./stripe-client.ts";
import { MOST_OF_ONE } from "./stripe-requests.ts";

/** Takes the cards that are saved with it away, also those of tries before; what is gone stays so. */
export async function forgetCards(stripe: Stripe, { provider }: Payment): Promise<void> {
  const { customerId } = provider;
  if (customerId === null) return;
  const { data } = await asking(() =>
    stripe.customers.listPaymentMethods(customerId, { limit: MOST_OF_ONE })
  );
  for (const { id } of data) {
    await writing(`${id}/detach`, (options) => stripe.paymentMethods.detach(id, {}, options));
  }
}
