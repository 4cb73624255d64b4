// Changes what somebody has limited, in the commit of the request it follows from: under every mark of theirs at once.
import { marksOfPerson } from "../accounts/erase-account.ts";
import { addRestrictionJobs } from "../booking/veil-bookings.ts";
import type { Clock } from "../kernel/clock.ts";
import type { JobQueue } from "../kv/jobs.ts";
import { writeRestricted } from "../veil/veil-store.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readIfReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { DataRequest } from "./data-request.ts";
import { privacyKeys } from "./keys.ts";
import { saysNothing } from "./limit-rules.ts";
import { NO_LIMITS, type SubjectLimits } from "./subject-limits.ts";

/** What changing needs. */
export interface LimitDeps {
  db: Database;
  clock: Clock;
  jobs: JobQueue;
  reachKey: CryptoKey;
}

/** Adds a change to a commit; nothing where it changes nothing. */
export async function addLimitChange(
  deps: LimitDeps,
  tx: Transaction,
  { mark, personId }: Pick<DataRequest, "mark" | "personId">,
  change: (before: SubjectLimits) => SubjectLimits,
): Promise<void> {
  const { db } = deps;
  const { value } = await readEntry(db.write, privacyKeys.subjectLimits(mark));
  const before = value ?? NO_LIMITS;
  const own = personId === null ? [] : await marksOfPerson(deps, personId);
  // Those it stands under since before a number was changed, too: nothing is left behind when it is lifted.
  const marks = [...new Set([mark, ...before.marks, ...own])];
  const after = { ...change(before), marks };
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  if (value === null && saysNothing(after)) return;
  for (const one of marks) {
    const key = privacyKeys.subjectLimits(one);
    const { versionstamp } = await readEntry(db.write, key);
    tx.check(key, versionstamp);
    if (saysNothing(after)) tx.delete(key);
    else tx.set(key, after);
  }
  addCover(deps, tx, after);
  const edition = privacyKeys.limitsEdition();
  const { value: count, versionstamp } = await readIfReadable(db.write, edition);
  tx.check(edition, versionstamp).set(edition, (count ?? 0) + 1);
}

/** Takes what somebody has limited away with them. */
export function forgetLimits(tx: Transaction, marks: readonly string[]): void {
  for (const mark of marks) tx.delete(privacyKeys.subjectLimits(mark));
  writeRestricted(tx, marks, null);
}

/** Adds to a commit that staff see nothing of rides that are over while the data of whoever they were for are restricted. */
export function addCover(
  deps: Pick<LimitDeps, "clock" | "jobs">,
  tx: Transaction,
  { marks, restriction }: SubjectLimits,
): void {
  writeRestricted(tx, marks, restriction);
  addRestrictionJobs(deps, tx, marks, restriction?.liftsAt ?? null);
}
