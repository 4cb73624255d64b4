// Jobs that failed too often: a person looks at them and has them tried again or dropped.
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "./commit.ts";
import type { DeadJob } from "./job.ts";
import { kvKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { readEntry, readList } from "./read.ts";
import type { Transaction } from "./transaction.ts";

/** Most dead jobs shown at once; more of them have one cause. */
export const MAX_DEAD_JOBS = 200;

/** Most dead jobs counted: read for every page of an operator. */
export const MAX_COUNTED_JOBS = 20;

/** Dead jobs, the oldest first; `more` is true when there are others. */
export async function listDeadJobs(
  { db }: { db: Pick<Database, "read"> },
): Promise<{ jobs: DeadJob[]; more: boolean }> {
  const rows = await readList(db.read, { prefix: kvKeys.deadJob.prefix }, MAX_DEAD_JOBS + 1);
  const jobs = rows.slice(0, MAX_DEAD_JOBS).map(({ value }) => value);
  return { jobs, more: rows.length > MAX_DEAD_JOBS };
}

/** How many dead jobs there are; past MAX_COUNTED_JOBS only `more` says that there are others. */
export async function countDeadJobs(
  { db }: { db: Pick<Database, "read"> },
): Promise<{ count: number; more: boolean }> {
  const range = { prefix: kvKeys.deadJob.prefix };
  const { length } = await readList(db.read, range, MAX_COUNTED_JOBS + 1);
  return { count: Math.min(length, MAX_COUNTED_JOBS), more: length > MAX_COUNTED_JOBS };
}

/** Puts a dead job back on the table, due now, with all its attempts before it; false when there is none. */
export async function retryDeadJob(
  { db, clock }: { db: Database; clock: Clock },
  id: string,
): Promise<boolean> {
  const dueMs = clock.now().epochMilliseconds;
  return await takeOff(db, id, (tx, { diedAt: _, ...job }) => {
    tx.set(kvKeys.job(dueMs, id), { ...job, attempts: 0 });
  });
}

/** Removes a dead job for good; false when there is none. */
export async function dropDeadJob({ db }: { db: Database }, id: string): Promise<boolean> {
  return await takeOff(db, id, () => {});
}

async function takeOff(
  db: Database,
  id: string,
  also: (tx: Transaction, job: DeadJob) => void,
): Promise<boolean> {
  const key = kvKeys.deadJob(id);
  const { value } = await commitWithRetry<boolean>(db, async (tx) => {
    const entry = await readEntry(db.write, key);
    if (entry.value === null) return new Unwritten(false);
    also(tx.check(key, entry.versionstamp).delete(key), entry.value);
    return true;
  });
  return value;
}
