// Use case: what somebody of ours wants of a payment is written down, with the job that brings it about.
import { RequestError } from "../errors/request-error.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Transaction } from "../kv/transaction.ts";
import { addCarryingOut } from "./carry-out-job.ts";
import {
  type Payment,
  type PaymentChange,
  type PaymentId,
  type ProviderIds,
  type RefundActor,
  refundId,
  type RefundReason,
} from "./payment.ts";
import type { PaymentFollowers } from "./payment-followers.ts";
import { decidePayment, evolvePayment, isTold, type PaymentCommand } from "./payment-rules.ts";
import { type PaymentStore, type StoredPayment, writePayment } from "./payment-store.ts";

/** What changing needs. */
export interface ChangeDeps {
  db: Database;
  clock: Clock;
  jobs: JobQueue;
  payments: PaymentStore;
  paymentFollowers: PaymentFollowers;
  randomBytes: RandomBytes;
}

/** The payment as it is then. Throws RequestError("not-found"), DomainError("payment-state") or ("payment-amount"). */
export function changePayment(
  deps: ChangeDeps,
  id: PaymentId,
  command: PaymentCommand,
): Promise<Payment> {
  const at = deps.clock.now().toString();
  return commitChanges(deps, id, (payment) => decidePayment(payment, command, at));
}

/** The same in the commit of whoever wants it, one after the other. */
export async function joinCommands(
  deps: Omit<ChangeDeps, "db" | "payments" | "randomBytes">,
  tx: Transaction,
  stored: StoredPayment,
  commands: readonly PaymentCommand[],
): Promise<Payment> {
  const at = deps.clock.now().toString();
  let { payment } = stored;
  const changes = commands.flatMap((command) => {
    const decided = decidePayment(payment, command, at);
    payment = decided.reduce(evolvePayment, payment);
    return decided;
  });
  return await joinChanges(deps, tx, stored, changes);
}

/** Gives some of it back: the sum of what goes back is looked at in the commit that adds to it. */
export async function refundPayment(
  deps: ChangeDeps,
  { paymentId, amountOre, reason, by }: {
    paymentId: PaymentId;
    amountOre: number;
    reason: RefundReason;
    by: RefundActor;
  },
): Promise<Payment> {
  const now = deps.clock.now();
  const id = refundId(ulid(now.epochMilliseconds, deps.randomBytes));
  const asked = { id, amountOre, reason, status: "pending", providerId: null, by } as const;
  return await changePayment(deps, paymentId, {
    ...{ type: "refund", refund: { ...asked, at: now.toString() } },
  });
}

/**
 * Writes down what the provider calls what it has opened for a payment as it was `seen`. Null where another has opened
 * something in the meantime, which stands, or where nothing is wanted of it any more and nobody would look for what is
 * opened: whoever comes second lets go of theirs, for both could be paid. `due`: the planned time a saved card was asked for.
 */
export async function noteIds(
  deps: ChangeDeps,
  seen: Payment,
  ids: Partial<ProviderIds>,
  due: string | null = null,
): Promise<Payment | null> {
  const at = deps.clock.now().toString();
  // What is forgotten of one that is over can be: nothing is opened by that.
  const isOver = (payment: Payment) => ids.customerId !== null && isGivenUp(payment);
  const asked: PaymentChange[] = due === null ? [] : [{ at, type: "asked", due }];
  const after = await commitChanges(
    deps,
    seen.id,
    (payment) =>
      isOver(payment) || has(payment, ids) || isOpenedBeside(payment, seen, ids)
        ? []
        : [{ at, type: "known", ids }, ...asked],
  );
  return !isOver(after) && has(after, ids) ? after : null;
}

function isGivenUp({ status, wish }: Payment): boolean {
  return status === "voided" || wish?.keepOre === 0;
}

function has({ provider }: Payment, ids: Partial<ProviderIds>): boolean {
  return Object.entries(ids).every(([name, id]) => Reflect.get(provider, name) === id);
}

/** What somebody can pay with. */
const OPENED = ["intentId", "setupIntentId", "sessionId"] as const;

function isOpenedBeside(stored: Payment, seen: Payment, ids: Partial<ProviderIds>): boolean {
  return OPENED.some((name) => {
    const id = stored.provider[name];
    return id !== null && id !== seen.provider[name] && id !== ids[name];
  });
}

async function commitChanges(
  deps: ChangeDeps,
  id: PaymentId,
  decide: (payment: Payment) => PaymentChange[],
): Promise<Payment> {
  const { value } = await commitWithRetry<Payment>(deps.db, async (tx) => {
    const stored = await deps.payments.get(id);
    if (stored === null) throw new RequestError("not-found", {});
    const changes = decide(stored.payment);
    if (changes.length === 0) return new Unwritten(stored.payment);
    return await joinChanges(deps, tx, stored, changes);
  });
  return value;
}

async function joinChanges(
  { jobs, clock, paymentFollowers }: Pick<ChangeDeps, "jobs" | "clock" | "paymentFollowers">,
  tx: Transaction,
  stored: StoredPayment,
  changes: readonly PaymentChange[],
): Promise<Payment> {
  if (changes.length === 0) return stored.payment;
  const after = writePayment(tx, stored, changes);
  addCarryingOut(jobs, tx, after, clock.now());
  await paymentFollowers.join(tx, after, changes.filter(isTold));
  return after;
}
