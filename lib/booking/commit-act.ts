// Commits one act of an operator: what it does, the act itself, and the idempotency key it was sent under.
import type { OutageChange } from "../fleet/outage.ts";
import { invariant } from "../kernel/invariant.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import {
  type IdempotencyClaim,
  idempotencyClaim,
  rememberResult,
  seenClaim,
} from "../kv/idempotency.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Actor, BookingId } from "./booking.ts";
import {
  type ChangeDeps,
  type ChangedInCommit,
  changeInCommit,
  type ChangePlan,
} from "./change-stored-booking.ts";
import { bookingKeys } from "./keys.ts";
import {
  actId,
  type ActKind,
  type ActSpan,
  type ActStamp,
  dueAfter,
  type OperatorAct,
} from "./operator-act.ts";

/** What committing an act needs. */
export interface ActDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** Who acts, and what was asked for. */
export interface ActWish {
  kind: ActKind;
  actor: Actor;
  /** The same on every try of one act; null when the client sends none. */
  idempotencyKey: string | null;
  /** The reason somebody gave; "" for none. */
  why?: string;
  /** What was asked for: the same key with another one is refused. */
  asked: unknown;
}

/** What an attempt did. */
export interface ActEffect {
  spans: readonly ActSpan[];
  outage?: OutageChange | null;
}

/**
 * Runs `attempt` until its commit stands, with the act in it. The same idempotency key and wish give the same act
 * again. Throws DomainError("idempotency-key-reused"), ("busy") and what `attempt` throws.
 */
export async function commitAct(
  deps: ActDeps,
  wish: ActWish,
  attempt: (tx: Transaction, act: ActStamp) => Promise<ActEffect>,
): Promise<OperatorAct> {
  const { kind, actor } = wish;
  const claim = claimOf(wish);
  const { value } = await commitWithRetry<OperatorAct>(deps.db, async (tx) => {
    const now = deps.clock.now();
    const seen = claim && seenClaim(await readEntry(deps.db.write, claim.key), claim, now);
    if (seen !== null && seen.resultId !== null) {
      return new Unwritten(await storedAct(deps, seen.resultId));
    }
    const id = actId(ulid(now.epochMilliseconds, deps.randomBytes));
    const due = dueAfter(now);
    const { spans, outage = null } = await attempt(tx, { id, due });
    const act: OperatorAct = {
      ...{ id, kind, actor, at: now.toString(), due },
      ...{ spans: [...spans], outage, outcome: "open" },
    };
    tx.set(bookingKeys.operatorAct(id), act).audit({ act: kind, why: wish.why ?? "" });
    if (claim !== null && seen !== null) rememberResult(tx, claim, seen, id, now);
    return act;
  });
  return value;
}

/** The act an idempotency key already stands for, or null. Throws DomainError("idempotency-key-reused"). */
export async function seenAct(deps: ActDeps, wish: ActWish): Promise<OperatorAct | null> {
  const claim = claimOf(wish);
  if (claim === null) return null;
  const { resultId } = seenClaim(
    await readEntry(deps.db.write, claim.key),
    claim,
    deps.clock.now(),
  );
  return resultId === null ? null : await storedAct(deps, resultId);
}

function claimOf({ kind, idempotencyKey, asked }: ActWish): IdempotencyClaim | null {
  if (idempotencyKey === null) return null;
  return idempotencyClaim(`operator-${kind}`, idempotencyKey, asked);
}

/** Commits an act that changes one booking as `plan` says. Throws as `commitAct` and `changeStoredBooking` do. */
export async function commitBookingAct(
  deps: ActDeps & ChangeDeps,
  wish: ActWish,
  id: BookingId,
  plan: ChangePlan,
): Promise<OperatorAct> {
  return await commitAct(deps, wish, async (tx, act) => {
    const changed = await changeInCommit(deps, tx, id, plan, act);
    return { spans: [spanOf(changed)] };
  });
}

/** The versions a change led through. */
export function spanOf({ before, after }: ChangedInCommit): ActSpan {
  return { bookingId: after.id, from: before.version, to: after.version };
}

async function storedAct({ db }: Pick<ActDeps, "db">, id: string): Promise<OperatorAct> {
  const { value } = await readEntry(db.write, bookingKeys.operatorAct(actId(id)));
  invariant(value !== null, "An idempotency record names a stored act");
  return value;
}
