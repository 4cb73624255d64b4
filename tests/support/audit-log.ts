// A log of some entries for tests, as one process writes it.
import { Appender } from "../../lib/audit/appender.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import { type NoteSigner, noteSigner } from "../../lib/audit/signed-note.ts";
import { type IntentDeps, Intents } from "../../lib/audit/write-intent.ts";
import { type ManualClock, manualClock } from "../../lib/kernel/clock.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readList } from "../../lib/kv/read.ts";

/** Signs the logs of tests. */
export const TEST_SIGNER: NoteSigner = noteSigner(
  "avanti.example/audit",
  new Uint8Array(32).fill(7),
);

/** Intents of a test: subjects are nobody, reasons are sealed so that a test can read them. */
export function testIntents(deps: Partial<IntentDeps> = {}): Intents {
  return new Intents({
    clock: manualClock("2026-11-23T05:00:00Z"),
    subjectsOf: () => Promise.resolve([]),
    sealWhy: (subject, why) => Promise.resolve(`${subject}: ${why}`),
    ...deps,
  });
}

/** A process that appends to a database. */
export function testAppender(
  db: Database,
  processId = "one",
  clock: ManualClock = manualClock("2026-11-23T05:00:00Z"),
): Appender {
  return new Appender({ db, clock, signer: TEST_SIGNER, processId });
}

/** The database, whose commits say who made them. */
export function auditedDatabase(db: Database, intents = testIntents()): Database {
  return { ...db, intents };
}

/** Commits that do nothing but say that something was done, `count` of them. */
export async function commitActs(db: Database, count: number, first = 0): Promise<void> {
  const acts = Array.from({ length: count }, (_, i) => `act-${first + i}`);
  for (const act of acts) {
    await commitWithRetry(db, (tx) => {
      tx.audit({ act, subjects: [`subject-${act}`] });
      return Promise.resolve();
    });
  }
}

/** The texts of the log, in order. */
export async function storedEntries(db: Database): Promise<string[]> {
  const rows = await readList(db.read, { prefix: auditKeys.entry.prefix }, 100_000);
  return rows.map(({ value }) => value);
}
