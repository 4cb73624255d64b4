// Work to do at a time: a table ordered by due time. A worker claims a job by moving it one lease ahead
// under a check, so a job whose worker died comes due again by itself. Handlers must be idempotent.
import { actAsSystem } from "../kernel/acting.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import { commitUnlessLocked } from "./commit.ts";
import {
  type BoundJob,
  type DeadJob,
  type Job,
  type JobKind,
  jobSchema,
  MAX_JOB_ATTEMPTS,
  PayloadError,
} from "./job.ts";
import { kvKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { Transaction } from "./transaction.ts";

/** How long a claimed job is nobody else's; a handler must be done well within it. */
export const LEASE_MS = 60_000;
/** Jobs read at once. */
export const JOBS_A_READ = 50;
/** Most jobs of one round: others get their turn at the database, and there is another round in seconds. */
export const MAX_JOBS_PER_ROUND = 2_000;

/** Where use cases put work; the table below is one implementation. */
export interface JobQueue {
  /**
   * Adds a job to a commit, to be done from `dueMs` on. Only ids belong into a payload. `about` is the id of its
   * subject: the same job of the same subject at the same time is there once.
   */
  add<Payload>(
    tx: Transaction,
    kind: JobKind<never, Payload>,
    payload: NoInfer<Payload>,
    dueMs: number,
    about?: string,
  ): void;
  /**
   * Takes back a job that `add` put on the table for the same subject and time. One that is being done, or was put off
   * after a failure, stays: its handler looks whether there is anything to do.
   */
  remove<Payload>(
    tx: Transaction,
    kind: JobKind<never, Payload>,
    about: string,
    dueMs: number,
  ): void;
}

/** The queue on the job table. */
export function jobTable(randomBytes: RandomBytes): JobQueue {
  return {
    add: (tx, { name: kind }, payload, dueMs, about) => {
      const id = about === undefined ? ulid(dueMs, randomBytes) : jobId(kind, about);
      tx.set(kvKeys.job(dueMs, id), { id, kind, payload, attempts: 0, lastError: "" });
    },
    remove: (tx, { name: kind }, about, dueMs) => {
      tx.delete(kvKeys.job(dueMs, jobId(kind, about)));
    },
  };
}

function jobId(kind: string, about: string): string {
  return `${kind} ${about}`;
}

/** What working on jobs needs. */
export interface JobDeps {
  db: Database;
  clock: Clock;
  /** Hears of each failed job; `error` is what its handler threw. */
  onFailure: (job: Job, error: unknown) => void;
}

/**
 * Runs what is due, at most MAX_JOBS_PER_ROUND jobs, and of each kind no more than it allows. Returns how many ran.
 * Throws AggregateError at the end when some could be neither claimed nor settled (the database refuses); they come
 * due again by themselves.
 */
export async function runDueJobs(deps: JobDeps, kinds: readonly BoundJob[]): Promise<number> {
  const nowMs = deps.clock.now().epochMilliseconds;
  const left = new Map(kinds.map(({ name, mostPerRound }) => [name, mostPerRound]));
  let ran = 0;
  const failures: unknown[] = [];
  for await (const entry of dueAt(deps.db, nowMs)) {
    // A job that cannot be claimed or settled must not keep the others waiting.
    try {
      if (await runEntry(deps, entry, kinds, left)) ran++;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} jobs not settled`);
  }
  return ran;
}

/** What was due when the round began, a part at a time. What is put off meanwhile is due later than that. */
async function* dueAt(
  db: Pick<Database, "read">,
  nowMs: number,
): AsyncGenerator<Deno.KvEntry<unknown>> {
  let start: Deno.KvKey = kvKeys.job.prefix;
  for (let seen = 0; seen < MAX_JOBS_PER_ROUND; seen += JOBS_A_READ) {
    const range = { start, end: kvKeys.job(nowMs + 1, "") };
    const rows = await Array.fromAsync(db.read.list(range, { limit: JOBS_A_READ }));
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < JOBS_A_READ) return;
    start = [...last.key, ""];
  }
}

async function runEntry(
  deps: JobDeps,
  entry: Deno.KvEntry<unknown>,
  kinds: readonly BoundJob[],
  left: Map<string, number>,
): Promise<boolean> {
  const job = jobSchema.safeParse(entry.value);
  if (!job.success) return await setAsideUnreadable(deps, entry);
  const { kind } = job.data;
  const may = left.get(kind) ?? Infinity;
  if (may <= 0) return false;
  left.set(kind, may - 1);
  const leased = await claim(deps, entry, job.data);
  if (leased === null) return false;
  await runClaimed(deps, leased, kinds);
  return true;
}

/** Rows outlive the code that wrote them. Nobody can do a job without its kind; a person can look at it. */
async function setAsideUnreadable(
  { db, clock, onFailure }: JobDeps,
  entry: Deno.KvEntry<unknown>,
): Promise<false> {
  const id = String(entry.key.at(-1));
  const lastError = `The row is no job: ${JSON.stringify(entry.value)?.slice(0, 200)}`;
  const job: Job = { id, kind: "unreadable", payload: {}, attempts: 0, lastError };
  const tx = new Transaction(db).check(entry.key, entry.versionstamp).delete(entry.key);
  tx.set(kvKeys.deadJob(id), { ...job, diedAt: clock.now().toString() });
  await commitUnlessLocked(tx);
  onFailure(job, new PayloadError(lastError));
  return false;
}

interface LeasedJob {
  job: Job;
  key: Deno.KvKey;
  versionstamp: string;
}

async function claim(
  { db, clock }: JobDeps,
  entry: Deno.KvEntry<unknown>,
  stored: Job,
): Promise<LeasedJob | null> {
  // Now, not when the round began: the jobs before this one may have used its lease up.
  const nowMs = clock.now().epochMilliseconds;
  const job = { ...stored, attempts: stored.attempts + 1 };
  const key = kvKeys.job(nowMs + LEASE_MS, job.id);
  const tx = new Transaction(db).check(entry.key, entry.versionstamp).delete(entry.key);
  const versionstamp = await commitUnlessLocked(tx.set(key, job));
  return versionstamp === null ? null : { job, key, versionstamp };
}

async function runClaimed(
  deps: JobDeps,
  leased: LeasedJob,
  kinds: readonly BoundJob[],
): Promise<void> {
  const { job, key, versionstamp } = leased;
  const done = new Transaction(deps.db).check(key, versionstamp).delete(key);
  const kind = kinds.find(({ name }) => name === job.kind);
  const mostAttempts = kind?.mostAttempts ?? MAX_JOB_ATTEMPTS;
  try {
    if (kind === undefined) throw new Error(`No handler for job ${job.kind}`);
    if (job.attempts > mostAttempts) throw new Error("Its worker died at every attempt");
    await actAsSystem(`job ${job.kind}`, () => kind.run(job.payload), job.id);
  } catch (error) {
    putOffOrAside(deps, done, { job, mostAttempts }, error);
  }
  await commitUnlessLocked(done);
}

function putOffOrAside(
  { clock, onFailure }: JobDeps,
  done: Transaction,
  { job, mostAttempts }: { job: Job; mostAttempts: number },
  error: unknown,
): void {
  const failed: Job = { ...job, lastError: error instanceof Error ? error.message : String(error) };
  onFailure(failed, error);
  const now = clock.now();
  if (error instanceof PayloadError || job.attempts >= mostAttempts) {
    const dead: DeadJob = { ...failed, diedAt: now.toString() };
    done.set(kvKeys.deadJob(job.id), dead);
    return;
  }
  done.set(kvKeys.job(now.epochMilliseconds + retryDelayMs(job.attempts), job.id), failed);
}

/** 5 s, 10 s, 20 s … at most 10 minutes. */
function retryDelayMs(attempts: number): number {
  return Math.min(600_000, 5_000 * 2 ** (attempts - 1));
}
