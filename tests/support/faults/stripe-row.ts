// Rows of the fault matrix: Stripe, as it is asked to write.
import { stripeClient, writing } from "../../../lib/payments/stripe-client.ts";
import { LOCAL_KEYS, startLocalStripe } from "../../../scripts/local-stripe/server.ts";
import { faultyProxy } from "../faulty-proxy.ts";
import { type Row, standIn } from "./fault-row.ts";

/** The local Stripe; each question is a write with a key of its own. */
export function stripeRow(): Row {
  return {
    mayRetry: true,
    start() {
      const stripe = startLocalStripe();
      const taken = () => stripe.requests.length;
      const port = Number(new URL(stripe.url).port);
      return Promise.resolve({
        port,
        taken,
        [Symbol.asyncDispose]: () => stripe[Symbol.asyncDispose](),
      });
    },
    proxy: faultyProxy,
    product({ origin, dependencies }) {
      const dependency = dependencies.open({ name: "stripe", label: "Stripe", mayRetry: true });
      const client = stripeClient({ ...LOCAL_KEYS, apiUrl: origin }, dependency);
      return async (number) => {
        const create = (options: { idempotencyKey: string }) =>
          client.customers.create({}, options);
        return await writing(`customer/${number}`, create).then(() => true, standIn) === true;
      };
    },
  };
}
