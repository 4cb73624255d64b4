// The database whose commits say who made them, and whose data they touch.
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Database } from "../kv/open.ts";
import { Intents } from "../audit/write-intent.ts";
import { sealWhy } from "../security/sealed-why.ts";
import type { SubjectKeys } from "../security/subject-keys.ts";
import { subjectsOf } from "./audit-subjects.ts";

/** What it needs to name people by marks and to seal reasons. */
export interface AuditedParts {
  db: Database;
  clock: Clock;
  reachKey: CryptoKey;
  subjectKeys: SubjectKeys;
  randomBytes: RandomBytes;
}

/** The database of a process that serves, and what makes its intents. */
export function audited(
  { db, clock, reachKey, ...keys }: AuditedParts,
): { db: Database; intents: Intents } {
  const intents = new Intents({
    clock,
    subjectsOf: (change) => subjectsOf(reachKey, change),
    sealWhy: (subject, why, tx) => sealWhy(keys, subject, why, tx),
  });
  return { db: { ...db, intents }, intents };
}

/** The database of a command, and of what makes and claims keys: it has none, and names rows, and drivers and permit holders by their ids. */
export function auditedByCommand(db: Database, clock: Clock): Database {
  const intents = new Intents({
    clock,
    subjectsOf: (change) => subjectsOf(null, change),
    sealWhy: () => Promise.resolve(null),
  });
  return { ...db, intents };
}
