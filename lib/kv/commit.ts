// Commits with bounded retry: on a lost race and on "database is locked", with full jitter.
import { DomainError } from "../errors/domain-error.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import { Transaction } from "./transaction.ts";
import type { WritableDatabase } from "./writable-database.ts";

/** Most tries of one commit; 64 racers on one key needed at most 9 with this backoff. */
export const MAX_COMMIT_ATTEMPTS = 12;
const FIRST_BACKOFF_MS = 5;
const MAX_BACKOFF_MS = 200;

/** What a committed attempt leaves behind. */
export interface Committed<Value> {
  value: Value;
  /** Versionstamp of the commit; null when the attempt found that nothing needs writing. */
  versionstamp: string | null;
}

/**
 * Runs `attempt` until its transaction commits. Each attempt reads afresh, adds to `tx` what it wants
 * written, and returns the value; `new Unwritten(value)` ends without a commit.
 * Throws DomainError("busy") after MAX_COMMIT_ATTEMPTS lost races, and GatewayError where nothing is kept.
 */
export async function commitWithRetry<Value>(
  db: WritableDatabase,
  attempt: (tx: Transaction, attemptNumber: number) => Promise<Value | Unwritten<Value>>,
): Promise<Committed<Value>> {
  for (let number = 1; number <= MAX_COMMIT_ATTEMPTS; number++) {
    const tx = new Transaction(db);
    const value = await attemptOrAbandon(tx, () => attempt(tx, number));
    if (value instanceof Unwritten) {
      // What it was found in may be a write that was refused because nothing is kept any more.
      const trouble = db.trouble?.() ?? null;
      if (trouble !== null) throw new GatewayError("kv", trouble, true);
      return { value: value.value, versionstamp: null };
    }
    const versionstamp = await commitUnlessLocked(tx);
    if (versionstamp !== null) return { value, versionstamp };
    await backoff(number);
  }
  throw new DomainError("busy");
}

async function attemptOrAbandon<Value>(
  tx: Transaction,
  attempt: () => Promise<Value | Unwritten<Value>>,
): Promise<Value | Unwritten<Value>> {
  let written = false;
  try {
    const value = await attempt();
    written = !(value instanceof Unwritten);
    return value;
  } finally {
    if (!written) tx.abandon();
  }
}

/** Wraps the value of an attempt that has nothing to write. */
export class Unwritten<Value> {
  constructor(readonly value: Value) {}
}

/** Commits once; null when the race was lost or the file was locked: nothing was written then. */
export async function commitUnlessLocked(tx: Transaction): Promise<string | null> {
  try {
    return await tx.commit();
  } catch (error) {
    // SQLite raises this at the first write of the transaction, so nothing was applied.
    if (error instanceof TypeError && error.message.includes("database is locked")) return null;
    throw error;
  }
}

/** Waits a random time that grows with the attempt; spreads racers apart. */
export function backoff(attemptNumber: number): Promise<void> {
  const ceiling = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attemptNumber - 1));
  return new Promise((resolve) => setTimeout(resolve, Math.random() * ceiling));
}
