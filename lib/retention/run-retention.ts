// Carries retention out: once a day a run begins, goes through its parts in bounded commits, and says what it did. A process
// that is killed goes on where its last commit was: position, figures and effects are one commit.
import type { Clock } from "../kernel/clock.ts";
import { ulid } from "../kernel/ids.ts";
import { HOME_ZONE, localDate } from "../kernel/wall-time.ts";
import { commitUnlessLocked } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { Transaction } from "../kv/transaction.ts";
import { retentionKeys } from "./keys.ts";
import type { Look, RetentionPart } from "./retention-part.ts";
import type { RetentionStore, StoredRun } from "./retention-store.ts";
import {
  type RetentionRun,
  type RunCounts,
  withEffects,
  withKept,
  withLooked,
} from "./retention-run.ts";

/** The local hour from which a run may begin: most people sleep. */
const FIRST_HOUR = 3;

/** What a run needs. */
export interface RetentionDeps {
  db: Database;
  clock: Clock;
  retentionStore: RetentionStore;
  /** In the order a run goes through them. */
  retentionParts: readonly RetentionPart[];
}

/** A page further with the run that goes on, or begins the one of today. "idle": nothing is to be done today. */
export async function nextPage(deps: RetentionDeps): Promise<"more" | "again" | "idle"> {
  const [newest] = await deps.retentionStore.runs(1);
  if (newest === undefined || newest.run.finishedAt !== null) {
    return await beginRun(deps, newest?.run ?? null);
  }
  return await goOn(deps, newest);
}

/** Goes through all parts without changing anything: what a run would do now. */
export async function tryRetention(
  { clock, retentionParts }: Pick<RetentionDeps, "clock" | "retentionParts">,
): Promise<RunCounts> {
  const now = clock.now();
  let counts: RunCounts = {};
  for (const part of retentionParts) {
    let after: Deno.KvKey | null = null;
    do {
      const page = await part.page(now, after);
      for (const look of page.looks) {
        counts = counted(counts, look);
        if (typeof look.fate === "string") continue;
        counts = withEffects(counts, (await look.fate())?.effects ?? {});
      }
      after = page.next;
    } while (after !== null);
  }
  return counts;
}

async function beginRun(
  { db, clock }: RetentionDeps,
  last: RetentionRun | null,
): Promise<"more" | "again" | "idle"> {
  const now = clock.now();
  const isDone = last !== null &&
    localDate(Temporal.Instant.from(last.startedAt)) >= localDate(now);
  if (isDone || now.toZonedDateTimeISO(HOME_ZONE).hour < FIRST_HOUR) return "idle";
  const run: RetentionRun = {
    // The day alone, so that two processes that begin at once meet on one key.
    id: ulid(startOfDay(now), () => new Uint8Array(10)),
    startedAt: now.toString(),
    finishedAt: null,
    part: 0,
    after: null,
    counts: {},
  };
  const key = retentionKeys.run(run.id);
  const tx = new Transaction(db).check(key, null).set(key, run);
  return await commitUnlessLocked(tx) === null ? "again" : "more";
}

async function goOn(
  deps: RetentionDeps,
  { run, versionstamp }: StoredRun,
): Promise<"more" | "again" | "idle"> {
  const { db, clock, retentionParts } = deps;
  const part = retentionParts[run.part];
  if (part === undefined) {
    return await save(db, { ...run, finishedAt: clock.now().toString() }, versionstamp) === null
      ? "again"
      : "idle";
  }
  const page = await part.page(Temporal.Instant.from(run.startedAt), run.after);
  let current = run;
  let stamp = versionstamp;
  for (const look of page.looks) {
    const counts = counted(current.counts, look);
    current = { ...current, counts };
    if (typeof look.fate === "string") continue;
    const done = await carryOut(db, { ...current, after: look.at }, stamp, look.fate);
    if (done === null) return "again";
    [current, stamp] = [done.run, done.versionstamp];
  }
  const isOver = page.next === null;
  const next = { ...current, part: run.part + Number(isOver), after: page.next };
  return await save(db, next, stamp) === null ? "again" : "more";
}

/** The last of its commits also says that it is done; null when somebody was faster, or nothing could be written. */
async function carryOut(
  db: Database,
  run: RetentionRun,
  versionstamp: string,
  find: Exclude<Look["fate"], string>,
): Promise<StoredRun | null> {
  const deed = await find();
  if (deed === null) return { run, versionstamp };
  const next = { ...run, counts: withEffects(run.counts, deed.effects) };
  for (const [i, commit] of deed.commits.entries()) {
    const tx = new Transaction(db);
    commit(tx);
    const isLast = i === deed.commits.length - 1;
    if (isLast) writeRun(tx, next, versionstamp);
    const stamp = await commitUnlessLocked(tx);
    if (stamp === null) return null;
    if (isLast) return { run: next, versionstamp: stamp };
  }
  return { run, versionstamp };
}

function counted(counts: RunCounts, { family, rows, fate }: Look): RunCounts {
  const looked = withLooked(counts, family, rows);
  return typeof fate === "string" ? withKept(looked, family, fate, rows) : looked;
}

async function save(db: Database, run: RetentionRun, versionstamp: string): Promise<string | null> {
  const tx = new Transaction(db);
  writeRun(tx, run, versionstamp);
  return await commitUnlessLocked(tx);
}

function writeRun(tx: Transaction, run: RetentionRun, versionstamp: string): void {
  const key = retentionKeys.run(run.id);
  tx.check(key, versionstamp).set(key, run);
}

function startOfDay(now: Temporal.Instant): number {
  return now.toZonedDateTimeISO(HOME_ZONE).startOfDay().epochMilliseconds;
}
