// Work to do at a time: a table ordered by due time. A worker claims a job by moving it one lease ahead
// under a check, so a job whose worker died comes due again by itself. Handlers must be idempotent.
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import type { Database } from "./open.ts";
import { keys } from "./keys.ts";
import { commitUnlessLocked } from "./commit.ts";
import { readList } from "./read.ts";
import { Transaction } from "./transaction.ts";

/** How long a claimed job is nobody else's; a handler must be done well within it. */
export const LEASE_MS = 60_000;
/** Failures after which a job is set aside for a person. */
export const MAX_JOB_ATTEMPTS = 8;
/** Jobs looked at in one round. */
const MAX_JOBS_PER_ROUND = 50;

/** One piece of work. */
export interface Job {
  id: string;
  kind: string;
  /** Ids only, never personal data. */
  payload: Record<string, string>;
  attempts: number;
  lastError: string;
}

/** Does one kind of job; called at least once. */
export type JobHandler = (payload: Record<string, string>) => Promise<void>;

/** Where use cases put work; the table below is one implementation. */
export interface JobQueue {
  add(tx: Transaction, kind: string, payload: Record<string, string>, dueMs: number): void;
}

/** The queue on the job table. */
export function jobTable(randomBytes: RandomBytes): JobQueue {
  return {
    add: (tx, kind, payload, dueMs) => {
      const id = ulid(dueMs, randomBytes);
      tx.set(keys.job(dueMs, id), { id, kind, payload, attempts: 0, lastError: "" });
    },
  };
}

/**
 * Runs what is due, at most MAX_JOBS_PER_ROUND jobs. Returns how many ran. Throws AggregateError at the end
 * when some could be neither claimed nor settled (the database refuses); they come due again by themselves.
 */
export async function runDueJobs(
  deps: { db: Database; clock: Clock },
  handlers: Readonly<Record<string, JobHandler>>,
): Promise<number> {
  const nowMs = deps.clock.now().epochMilliseconds;
  const due = await readList(
    deps.db.read,
    { start: keys.job.prefix, end: keys.job(nowMs + 1, "") },
    MAX_JOBS_PER_ROUND,
  );
  let ran = 0;
  const failures: unknown[] = [];
  for (const entry of due) {
    // A job that cannot be claimed or settled must not keep the others waiting.
    try {
      if (await runEntry(deps, entry, handlers)) ran++;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} jobs not settled`);
  }
  return ran;
}

async function runEntry(
  deps: { db: Database; clock: Clock },
  entry: Deno.KvEntry<Job>,
  handlers: Readonly<Record<string, JobHandler>>,
): Promise<boolean> {
  if (!isJob(entry.value)) return await setAsideUnreadable(deps, entry);
  const leased = await claim(deps, entry);
  if (leased === null) return false;
  await runClaimed(deps, leased, handlers);
  return true;
}

/** Rows outlive the code that wrote them. */
function isJob(value: unknown): value is Job {
  return typeof value === "object" && value !== null && "attempts" in value && "kind" in value;
}

/** Nobody can do a job without its kind; a person can look at what is left of it. */
async function setAsideUnreadable(
  { db }: { db: Database },
  entry: Deno.KvEntry<unknown>,
): Promise<false> {
  const id = String(entry.key.at(-1));
  const lastError = `The row is no job: ${JSON.stringify(entry.value)?.slice(0, 200)}`;
  const tx = new Transaction(db.write).check(entry.key, entry.versionstamp).delete(entry.key);
  tx.set(keys.deadJob(id), { id, kind: "unreadable", payload: {}, attempts: 0, lastError });
  await commitUnlessLocked(tx);
  console.error(JSON.stringify({ level: "error", event: "job unreadable", id }));
  return false;
}

interface LeasedJob {
  job: Job;
  key: Deno.KvKey;
  versionstamp: string;
}

async function claim(
  { db, clock }: { db: Database; clock: Clock },
  entry: Deno.KvEntry<Job>,
): Promise<LeasedJob | null> {
  // Now, not when the round began: the jobs before this one may have used its lease up.
  const nowMs = clock.now().epochMilliseconds;
  const job = { ...entry.value, attempts: entry.value.attempts + 1 };
  const key = keys.job(nowMs + LEASE_MS, job.id);
  const tx = new Transaction(db.write).check(entry.key, entry.versionstamp).delete(entry.key);
  const versionstamp = await commitUnlessLocked(tx.set(key, job));
  return versionstamp === null ? null : { job, key, versionstamp };
}

async function runClaimed(
  { db, clock }: { db: Database; clock: Clock },
  leased: LeasedJob,
  handlers: Readonly<Record<string, JobHandler>>,
): Promise<void> {
  const { job, key, versionstamp } = leased;
  const done = new Transaction(db.write).check(key, versionstamp).delete(key);
  try {
    const handler = handlers[job.kind];
    if (handler === undefined) throw new Error(`No handler for job ${job.kind}`);
    if (job.attempts > MAX_JOB_ATTEMPTS) throw new Error("Its worker died at every attempt");
    await handler(job.payload);
  } catch (error) {
    const failed = { ...job, lastError: error instanceof Error ? error.message : String(error) };
    console.error(
      JSON.stringify({ level: "error", event: "job failed", kind: job.kind, id: job.id }),
    );
    if (job.attempts >= MAX_JOB_ATTEMPTS) done.set(keys.deadJob(job.id), failed);
    else {
      const retryMs = clock.now().epochMilliseconds + retryDelayMs(job.attempts);
      done.set(keys.job(retryMs, job.id), failed);
    }
  }
  await commitUnlessLocked(done);
}

/** 5 s, 10 s, 20 s … at most 10 minutes. */
function retryDelayMs(attempts: number): number {
  return Math.min(600_000, 5_000 * 2 ** (attempts - 1));
}
