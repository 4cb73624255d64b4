// How fast something may be done, counted in the database: in the commit of what is done, so that all processes
// together keep the pace, whoever races, and nothing is counted that was not done.
import type { Clock } from "../kernel/clock.ts";
import { DomainError } from "../errors/domain-error.ts";
import { type Pace, paced, windowMs } from "../kernel/gcra.ts";
import { invariant } from "../kernel/invariant.ts";
import { kvKeys, PACES_KEPT_MS } from "./keys.ts";
import type { Database } from "./open.ts";
import { readIfReadable } from "./read.ts";
import type { Transaction } from "./transaction.ts";

/** What is done and for whom, and how fast it may be; `who` is a hash, never a person's address as it is. */
export interface PaceOf {
  what: string;
  who: string;
  pace: Pace;
  /** Hears that there was none left. */
  onRefused?: () => void;
}

/** What paces need. */
export interface PaceDeps {
  db: Pick<Database, "read">;
  clock: Clock;
}

/**
 * Adds one of a pace to the commit: of racers for the last one, one commits and the others look again. Throws
 * DomainError("too-many-tries") with the seconds until there is one.
 */
export async function addPaced(
  { db, clock }: PaceDeps,
  tx: Transaction,
  { what, who, pace, onRefused }: PaceOf,
): Promise<void> {
  invariant(windowMs(pace) < PACES_KEPT_MS, "A pace comes back before its row goes");
  const key = kvKeys.pace(what, who);
  const { value, versionstamp } = await readIfReadable(db.read, key);
  const next = paced(pace, value, clock.now().epochMilliseconds);
  if (!next.isAllowed) {
    onRefused?.();
    throw new DomainError("too-many-tries", { retryAfterSeconds: Math.ceil(next.waitMs / 1_000) });
  }
  tx.check(key, versionstamp).set(key, next.fullAtMs);
}
