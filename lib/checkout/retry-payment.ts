// Use case: somebody has what is stuck of a payment done again: what is wanted of it is decided anew from its ride, and carried out.
import { bookingId } from "../booking/booking.ts";
import { RequestError } from "../errors/request-error.ts";
import type { Clock } from "../kernel/clock.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { Transaction } from "../kv/transaction.ts";
import { carryOutJob } from "../payments/carry-out-job.ts";
import type { PaymentId } from "../payments/payment.ts";
import type { PaymentStore } from "../payments/payment-store.ts";
import { UNDO_MS } from "../booking/operator-act.ts";
import { addSettling } from "./settle-job.ts";

/** What it needs. */
export interface RetryDeps {
  db: Database;
  clock: Clock;
  jobs: JobQueue;
  payments: Pick<PaymentStore, "get">;
}

/** Puts its jobs on the table. Throws RequestError("not-found") for one that is not of the booking. */
export async function retryPayment(
  { db, clock, jobs, payments }: RetryDeps,
  booking: string,
  id: PaymentId,
): Promise<void> {
  const stored = await payments.get(id);
  if (stored?.payment.bookingId !== booking) throw new RequestError("not-found", {});
  const nowMs = clock.now().epochMilliseconds;
  const tx = new Transaction(db);
  jobs.add(tx, carryOutJob, { paymentId: id }, nowMs);
  // Once nobody can take back any more what became of the ride.
  addSettling(jobs, tx, { bookingId: bookingId(booking), act: null }, nowMs + UNDO_MS);
  await tx.commit();
}
