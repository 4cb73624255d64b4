// Work to do at a time: a table ordered by due time. A worker claims a job by moving it one lease ahead
// under a check, so a job whose worker died comes due again by itself. Handlers must be idempotent.
import type { Clock } from "../clock.ts";
import { type RandomBytes, ulid } from "../ids.ts";
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

/** Runs what is due, at most MAX_JOBS_PER_ROUND jobs. Returns how many ran. */
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
  for (const entry of due) {
    const leased = await claim(deps, entry);
    if (leased === null) continue;
    await runClaimed(deps, leased, handlers);
    ran++;
  }
  return ran;
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

/** Looks for due jobs every `everyMs` until `signal` aborts; resolves when the last round has ended. */
export async function workJobs(
  deps: { db: Database; clock: Clock },
  handlers: Readonly<Record<string, JobHandler>>,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await runDueJobs(deps, handlers);
    await pause(everyMs, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
