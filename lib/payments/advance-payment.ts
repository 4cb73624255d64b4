// Use case: looks at a payment at the provider and writes down what follows. Events, the page people come back to, jobs and the
// comparison of the day all end here, so that it does not matter which of them comes, how often, or in which order.
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Payment, PaymentId } from "./payment.ts";
import type { PaymentFollowers } from "./payment-followers.ts";
import { addCarryingOut } from "./carry-out-job.ts";
import type { PaymentProvider } from "./payment-provider.ts";
import { isTold } from "./payment-rules.ts";
import { type PaymentStore, writePayment } from "./payment-store.ts";
import { decideSeen } from "./seen-payment-rules.ts";

/** What looking needs. */
export interface AdvanceDeps {
  db: Database;
  clock: Clock;
  jobs: JobQueue;
  payments: PaymentStore;
  paymentFollowers: PaymentFollowers;
  /** Null where the settings name none. */
  paymentProvider: PaymentProvider | null;
}

/**
 * The payment as it is after what the provider says of it; null when there is none. `also` joins the commit, whether
 * or not there is news: for marks of what brought it about. Throws GatewayError.
 */
export async function advancePayment(
  deps: AdvanceDeps,
  id: PaymentId,
  also?: (tx: Transaction) => void,
): Promise<Payment | null> {
  const { db, clock, jobs, payments, paymentProvider: provider, paymentFollowers } = deps;
  const known = await payments.get(id);
  if (known === null || provider === null) return known?.payment ?? null;
  const { value } = await commitWithRetry<Payment | null>(db, async (tx) => {
    // Read before it is asked: who wrote meanwhile had newer news, and this look is taken again.
    const stored = await payments.get(id);
    if (stored === null) return new Unwritten(null);
    const seen = await provider.read(stored.payment);
    const now = clock.now();
    const changes = decideSeen(stored.payment, seen, now.toString());
    also?.(tx);
    if (changes.length === 0) return also ? stored.payment : new Unwritten(stored.payment);
    const after = writePayment(tx, stored, changes);
    addCarryingOut(jobs, tx, after, now);
    await paymentFollowers.join(tx, after, changes.filter(isTold));
    return after;
  });
  return value;
}
