// How often somebody may try something: counted in the database, so that every process counts the same.
import type { Clock } from "../kernel/clock.ts";
import { DomainError } from "../errors/domain-error.ts";
import { MAX_CLOCK_DIFFERENCE_MS } from "../kernel/gcra.ts";
import { commitWithRetry, Unwritten } from "./commit.ts";
import { kvKeys, TRIES_KEPT_MS } from "./keys.ts";
import type { Database } from "./open.ts";
import { readThoseReadable } from "./read.ts";
import type { Transaction } from "./transaction.ts";

/** How long a try is kept, in minutes, as people are told. */
export const TRIES_KEPT_MINUTES = TRIES_KEPT_MS / 60_000;

/** How many tries there are in any stretch of time of this length, at most TRIES_KEPT_MS. */
export interface TryLimit {
  most: number;
  withinMs: number;
}

/** What is tried and for whom; `who` is a hash, never a person's address as it is. */
export interface TryOf {
  what: string;
  who: string;
  /** Of this one; absent: that of all. */
  limit?: TryLimit;
}

/** What tries need. */
export interface TryDeps {
  db: Database;
  clock: Clock;
}

/** A try that was taken; it can be given back. */
export interface TakenTry {
  of: readonly TryOf[];
  atMs: number;
}

/**
 * Takes one try of each, or none of any. It is taken before what is tried is looked at, so that racers
 * get no more than there are. Throws DomainError("too-many-tries") with the seconds until there is one.
 */
export async function takeTry(
  deps: TryDeps,
  of: readonly TryOf[],
  limit: TryLimit,
): Promise<TakenTry> {
  const { value } = await commitWithRetry(deps.db, (tx) => addTry(deps, tx, of, limit));
  return value;
}

/** The same in the commit of something else. */
export async function addTry(
  deps: TryDeps,
  tx: Transaction,
  of: readonly TryOf[],
  limit: TryLimit,
): Promise<TakenTry> {
  const atMs = deps.clock.now().epochMilliseconds;
  const rows = (await readTries(deps, of)).map((row, i) => ({
    ...row,
    own: of[i]?.limit ?? limit,
  }));
  const waitMs = Math.max(...rows.map(({ value, own }) => waitOf(value ?? [], own, atMs)));
  if (waitMs > 0) {
    throw new DomainError("too-many-tries", { retryAfterSeconds: Math.ceil(waitMs / 1_000) });
  }
  for (const { key, value, versionstamp, own } of rows) {
    tx.check(key, versionstamp);
    tx.set(key, [...recent(value ?? [], own, atMs), atMs]);
  }
  return { of, atMs };
}

/** Gives a try back: it led where it should. Others that were taken meanwhile stay taken. */
export async function giveBackTry(deps: TryDeps, { of, atMs }: TakenTry): Promise<void> {
  await commitWithRetry<null>(deps.db, async (tx) => {
    let changed = false;
    for (const { key, value, versionstamp } of await readTries(deps, of)) {
      const at = value?.indexOf(atMs) ?? -1;
      if (value === null || at === -1) continue;
      tx.check(key, versionstamp);
      tx.set(key, value.toSpliced(at, 1));
      changed = true;
    }
    return changed ? null : new Unwritten(null);
  });
}

async function readTries({ db }: TryDeps, of: readonly TryOf[]) {
  const keys = of.map(({ what, who }) => kvKeys.tries(what, who));
  const rows = await readThoseReadable(db.read, keys);
  return rows.map(({ value, versionstamp }, i) => {
    const { what = "", who = "" } = of[i] ?? {};
    return { key: kvKeys.tries(what, who), value, versionstamp };
  });
}

/** Milliseconds until the oldest of the last `most` tries has gone far enough back. */
function waitOf(times: readonly number[], limit: TryLimit, nowMs: number): number {
  const counted = recent(times, limit, nowMs);
  const oldest = counted.at(-limit.most);
  return oldest === undefined ? 0 : oldest + limit.withinMs - nowMs;
}

/**
 * Tries that still count, oldest first. One from further ahead than clocks differ was written by one that was set wrong:
 * it is forgotten, or a clock that went back a day would shut people out for one.
 */
function recent(times: readonly number[], { withinMs }: TryLimit, nowMs: number): number[] {
  return times.filter((atMs) => atMs > nowMs - withinMs && atMs <= nowMs + MAX_CLOCK_DIFFERENCE_MS);
}
