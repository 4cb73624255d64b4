// The job that does what is to be done about a payment: whoever writes something of a payment down puts it on the table in
// the same commit.
import { z } from "zod";
import { jobKind } from "../kv/job.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Transaction } from "../kv/transaction.ts";
import { type Payment, type PaymentId, paymentId } from "./payment.ts";
import { nextAskMs } from "./ask-rules.ts";
import { nextStep } from "./payment-step-rules.ts";

/** Most payments of one round: each waits for the provider, and a wrong clock is seen before it has done much. */
const MAX_PER_ROUND = 50;
/** Tries before a person must look: about a day, ten minutes apart. */
const MAX_TRIES = 150;

/** The job. */
export const carryOutJob = jobKind(
  "carry-out-payment",
  z.object({ paymentId: z.string().min(1) }),
  ({ carryOut }: { carryOut: (id: PaymentId) => Promise<void> }, payload) =>
    carryOut(paymentId(payload.paymentId)),
  MAX_PER_ROUND,
  MAX_TRIES,
);

/** Puts it on the table where something is to be done: now, or when a saved card is due next. */
export function addCarryingOut(
  jobs: JobQueue,
  tx: Transaction,
  payment: Payment,
  now: Temporal.Instant,
): void {
  const nowMs = now.epochMilliseconds;
  const laterMs = payment.wish === null ? nextAskMs(payment, nowMs) : null;
  const dueMs = nextStep(payment, nowMs) === null ? laterMs : nowMs;
  if (dueMs !== null) jobs.add(tx, carryOutJob, { paymentId: payment.id }, dueMs);
}
