// Use case: a payment whose row is gone, of a database that was restored from a copy, is written anew from what the provider
// has of it. What became of it is looked at afterwards, as of every other.
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { AdvanceDeps } from "./advance-payment.ts";
import { paymentKeys } from "./keys.ts";
import { openedPayment } from "./open-payment.ts";
import type { RecalledPayment } from "./payment-provider.ts";
import { addPayment } from "./payment-store.ts";

/** Writes it, unless it is there. Whoever follows payments hears that it was opened, which they hear of no other. */
export async function recallPayment(
  { db, clock, payments, paymentFollowers }: AdvanceDeps,
  { id, bookingId, method, limitOre, ids }: RecalledPayment,
): Promise<void> {
  await commitWithRetry(db, async (tx) => {
    if (await payments.get(id) !== null) return new Unwritten(null);
    const at = clock.now().toString();
    const wanted = { bookingId, method, limitOre, entityId: null, rideAt: null, authoriseAt: null };
    const opened = openedPayment(id, wanted, at);
    const payment = { ...opened, provider: { ...opened.provider, ...ids } };
    tx.check(paymentKeys.payment(id), null);
    addPayment(tx, payment);
    await paymentFollowers.join(tx, payment, [{ at, type: "opened", method, limitOre }]);
    return null;
  });
}
