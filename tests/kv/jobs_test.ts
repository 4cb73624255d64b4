import assert from "node:assert/strict";
import { z } from "zod";
import { type ManualClock, manualClock } from "../../lib/kernel/clock.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { type JobDeps, jobTable, LEASE_MS, runDueJobs as runDue } from "../../lib/kv/jobs.ts";
import { bindJob, type DeadJob, type Job, jobKind, MAX_JOB_ATTEMPTS } from "../../lib/kv/job.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readEntry } from "../../lib/kv/read.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { memoryDatabase } from "../support/databases.ts";

const NOW = "2026-11-23T05:00:00Z";
const NOW_MS = Date.parse(NOW);

Deno.test("a job runs in the millisecond it is due and not before, once, and is gone", async () => {
  await using test = await withJobs();
  await test.add("greet", NOW_MS + 1_000, { name: "Maja" });
  const seen: unknown[] = [];
  const greet: JobHandler = (payload) => Promise.resolve(void seen.push(payload));
  test.clock.advance({ milliseconds: 999 });
  assert.equal(await runDueJobs(test, { greet }), 0);
  test.clock.advance({ milliseconds: 1 });
  assert.equal(await runDueJobs(test, { greet }), 1);
  test.clock.advance({ hours: 24 });
  assert.equal(await runDueJobs(test, { greet }), 0);
  assert.deepEqual(seen, [{ name: "Maja" }]);
  assert.deepEqual(await jobs(test.db), []);
});

Deno.test("jobs run in the order in which they are due", async () => {
  await using test = await withJobs();
  for (const offset of [3, 1, 2]) await test.add("note", NOW_MS - offset, { n: String(offset) });
  const seen: unknown[] = [];
  await runDueJobs(test, { note: ({ n }) => Promise.resolve(void seen.push(n)) });
  assert.deepEqual(seen, ["3", "2", "1"]);
});

Deno.test("a job whose worker died comes due again when its lease is over", async () => {
  await using test = await withJobs();
  await test.add("work", NOW_MS, {});
  void runDueJobs(test, { work: () => new Promise(() => {}) });
  await leased(test.db);
  let runs = 0;
  const work: JobHandler = () => Promise.resolve(void runs++);
  test.clock.advance({ milliseconds: LEASE_MS - 1 });
  await runDueJobs(test, { work });
  assert.equal(runs, 0);
  test.clock.advance({ milliseconds: 1 });
  await runDueJobs(test, { work });
  assert.equal(runs, 1);
  assert.deepEqual(await jobs(test.db), []);
});

Deno.test("a worker that was thought dead and ends late takes nothing away from the one that came after", async () => {
  await using test = await withJobs();
  await test.add("work", NOW_MS, {});
  const { promise, resolve } = Promise.withResolvers<void>();
  const late = runDueJobs(test, { work: () => promise });
  await leased(test.db);
  test.clock.advance({ milliseconds: LEASE_MS });
  const failing = () => Promise.reject(new Error("no"));
  await runDueJobs(test, { work: failing });
  resolve();
  await late;
  const [job] = await jobs(test.db);
  assert.equal(job?.attempts, 2);
});

Deno.test("a worker that was thought dead and fails late does not put the job on the table a second time", async () => {
  for (const next of ["does it", "fails"] as const) {
    await using test = await withJobs();
    await test.add("work", NOW_MS, {});
    const { promise, reject } = Promise.withResolvers<void>();
    // The worker may come to wait for it only after it has failed.
    promise.catch(() => {});
    const late = runDueJobs(test, { work: () => promise });
    await leased(test.db);
    test.clock.advance({ milliseconds: LEASE_MS });
    const work = () => next === "does it" ? Promise.resolve() : Promise.reject(new Error("no"));
    await runDueJobs(test, { work });
    const before = await jobs(test.db);
    assert.equal(before.length, next === "does it" ? 0 : 1);
    reject(new Error("late"));
    await late;
    assert.deepEqual(await jobs(test.db), before, next);
    const dead = await Array.fromAsync(test.db.read.list({ prefix: kvKeys.deadJob.prefix }));
    assert.deepEqual(dead, []);
  }
});

Deno.test("a failing job waits 5 s, 10 s, 20 s … and is set aside for a person after its last attempt", async () => {
  await using test = await withJobs();
  await test.add("fail", NOW_MS, { bookingId: "b" });
  const waits: number[] = [];
  const fail: JobHandler = () => Promise.reject(new Error("engine off"));
  for (let attempt = 1; attempt <= MAX_JOB_ATTEMPTS; attempt++) {
    await runDueJobs(test, { fail });
    const [entry] = await Array.fromAsync(test.db.read.list<Job>({ prefix: kvKeys.job.prefix }));
    if (entry === undefined) break;
    assert.equal(entry.value.attempts, attempt);
    const dueMs = Number(entry.key[1]);
    waits.push((dueMs - test.clock.now().epochMilliseconds) / 1_000);
    test.clock.set(Temporal.Instant.fromEpochMilliseconds(dueMs).toString());
  }
  assert.deepEqual(waits, [5, 10, 20, 40, 80, 160, 320]);
  const [dead] = await Array.fromAsync(
    test.db.read.list<DeadJob>({ prefix: kvKeys.deadJob.prefix }),
  );
  assert.equal(dead?.value.attempts, MAX_JOB_ATTEMPTS);
  assert.equal(dead?.value.lastError, "engine off");
  assert.deepEqual(dead?.value.payload, { bookingId: "b" });
  assert.deepEqual(await jobs(test.db), []);
});

Deno.test("a job whose workers died every time is set aside as well", async () => {
  await using test = await withJobs();
  await test.add("crash", NOW_MS, {});
  let runs = 0;
  const crash: JobHandler = () => {
    runs++;
    return new Promise(() => {});
  };
  for (let attempt = 1; attempt <= MAX_JOB_ATTEMPTS; attempt++) {
    void runDueJobs(test, { crash });
    await leased(test.db, attempt);
    test.clock.advance({ milliseconds: LEASE_MS });
  }
  await runDueJobs(test, { crash });
  assert.equal(runs, MAX_JOB_ATTEMPTS);
  assert.deepEqual(await jobs(test.db), []);
  assert.equal(
    (await Array.fromAsync(test.db.read.list({ prefix: kvKeys.deadJob.prefix }))).length,
    1,
  );
});

Deno.test("a job of a kind nobody does is kept and set aside, not lost", async () => {
  await using test = await withJobs();
  await test.add("unknown", NOW_MS, {});
  await runDueJobs(test, {});
  const [job] = await jobs(test.db);
  assert.equal(job?.lastError, "No handler for job unknown");
});

Deno.test("of many workers at the same moment one runs each job", async () => {
  await using test = await withJobs();
  for (let i = 0; i < 30; i++) await test.add("count", NOW_MS - i, { n: String(i) });
  const runs = new Map<string, number>();
  const count: JobHandler = ({ n = "" }) =>
    Promise.resolve(void runs.set(n, (runs.get(n) ?? 0) + 1));
  await Promise.all(Array.from({ length: 8 }, () => runDueJobs(test, { count })));
  assert.equal(runs.size, 30);
  assert.deepEqual([...new Set(runs.values())], [1]);
});

// The lease counts from when the job is claimed, not from when its round began.
Deno.test("a job late in a long round is nobody else's while it runs", async () => {
  await using test = await withJobs();
  await test.add("slow", NOW_MS - 2, {});
  await test.add("next", NOW_MS - 1, {});
  let running = 0;
  let together = 0;
  const handlers = {
    slow: () => Promise.resolve(test.clock.advance({ milliseconds: LEASE_MS + 1_000 })),
    next: async () => {
      together = Math.max(together, ++running);
      if (running === 1) await runDueJobs(test, handlers);
      running--;
    },
  };
  await runDueJobs(test, handlers);
  assert.equal(together, 1);
});

Deno.test("a failure late in a long round waits from its own moment on", async () => {
  await using test = await withJobs();
  await test.add("fail", NOW_MS, {});
  const fail = () => {
    test.clock.advance({ seconds: 30 });
    return Promise.reject(new Error("no"));
  };
  await runDueJobs(test, { fail });
  const [entry] = await Array.fromAsync(test.db.read.list<Job>({ prefix: kvKeys.job.prefix }));
  assert.equal(entry?.key[1], NOW_MS + 35_000);
});

Deno.test("a row that is no job is set aside, and the jobs behind it run", async () => {
  await using test = await withJobs();
  await test.db.write.set(kvKeys.job(NOW_MS - 2, "empty"), null);
  await test.db.write.set(kvKeys.job(NOW_MS - 1, "word"), "expire");
  await test.db.write.set(kvKeys.job(NOW_MS, "x"), "x".repeat(300));
  await test.add("greet", NOW_MS, {});
  let ran = 0;
  await runDueJobs(test, { greet: () => Promise.resolve(void ran++) });
  assert.equal(ran, 1);
  assert.deepEqual(await jobs(test.db), []);
  const dead = await Array.fromAsync(test.db.read.list<DeadJob>({ prefix: kvKeys.deadJob.prefix }));
  assert.deepEqual(dead.map(({ value }) => value.lastError), [
    "The row is no job: null",
    'The row is no job: "expire"',
    // Cut: what it holds may be anything, and long.
    `The row is no job: "${"x".repeat(199)}`,
  ]);
});

Deno.test("a job that the database will not let go keeps no other from running, and the round says so", async () => {
  await using test = await withJobs();
  await test.add("first", NOW_MS - 1, {});
  await test.add("second", NOW_MS, {});
  const { db } = test;
  let refusals = 1;
  const full = new Proxy(db.write, {
    get: (kv, name) => {
      if (name !== "atomic") return Reflect.get(kv, name, kv).bind?.(kv);
      if (refusals-- > 0) {
        return () => {
          throw new TypeError("database or disk is full");
        };
      }
      return () => kv.atomic();
    },
  });
  const ran: string[] = [];
  const note = (name: string) => () => Promise.resolve(void ran.push(name));
  const handlers = { first: note("first"), second: note("second") };
  await assert.rejects(
    runDueJobs({ ...test, db: { ...db, write: full } }, handlers),
    AggregateError,
  );
  assert.deepEqual(ran, ["second"]);
  await runDueJobs(test, handlers);
  assert.deepEqual(ran, ["second", "first"]);
});

Deno.test("a payload that does not fit its kind is set aside at once, and nobody is called with it", async () => {
  await using test = await withJobs();
  await test.add("greet", NOW_MS, { name: "Maja" });
  const [entry] = await Array.fromAsync(test.db.read.list<Job>({ prefix: kvKeys.job.prefix }));
  assert(entry);
  await test.db.write.set(entry.key, { ...entry.value, payload: { name: 7 } });
  let calls = 0;
  const told: string[] = [];
  const greet = () => Promise.resolve(void calls++);
  await runDueJobs(test, { greet }, (job) => told.push(job.id));
  assert.equal(calls, 0);
  assert.deepEqual(await jobs(test.db), []);
  const { value } = await readEntry(test.db.read, kvKeys.deadJob(entry.value.id));
  assert.equal(value?.attempts, 1);
  assert.equal(value?.diedAt, NOW);
  assert.match(value?.lastError ?? "", /^greet: /);
  assert.deepEqual(told, [entry.value.id]);
});

Deno.test("who listens hears of each failure with the job and what was thrown", async () => {
  await using test = await withJobs();
  await test.add("fail", NOW_MS, {});
  const error = new Error("engine off");
  const told: [string, number, unknown][] = [];
  await runDueJobs(
    test,
    { fail: () => Promise.reject(error) },
    (job, thrown) => told.push([job.kind, job.attempts, thrown]),
  );
  assert.deepEqual(told, [["fail", 1, error]]);
});

Deno.test("a job that fails with something that is no error keeps its words", async () => {
  await using test = await withJobs();
  await test.add("fail", NOW_MS, {});
  await runDueJobs(test, { fail: () => Promise.reject("engine off") });
  assert.deepEqual((await jobs(test.db)).map(({ lastError }) => lastError), ["engine off"]);
});

type JobHandler = (payload: Record<string, string>) => Promise<unknown>;

const payloads = z.record(z.string(), z.string());

function runDueJobs(
  { db, clock }: { db: Database; clock: ManualClock },
  handlers: Readonly<Record<string, JobHandler>>,
  onFailure: JobDeps["onFailure"] = () => {},
): Promise<number> {
  const kinds = Object.entries(handlers).map(([name, handler]) =>
    bindJob(jobKind(name, payloads, (_deps: null, payload) => handler(payload)), null)
  );
  return runDue({ db, clock, onFailure }, kinds);
}

interface WithJobs extends AsyncDisposable {
  db: Database;
  clock: ManualClock;
  add(kind: string, dueMs: number, payload: Record<string, string>): Promise<void>;
}

async function withJobs(): Promise<WithJobs> {
  const memory = await memoryDatabase();
  const queue = jobTable(secureRandomBytes);
  return {
    db: memory.db,
    clock: manualClock(NOW),
    add: async (kind, dueMs, payload) => {
      const tx = new Transaction(memory.db);
      queue.add(tx, jobKind(kind, payloads, () => Promise.resolve()), payload, dueMs);
      assert.notEqual(await tx.commit(), null);
    },
    [Symbol.asyncDispose]: () => memory[Symbol.asyncDispose](),
  };
}

async function jobs(db: Database): Promise<Job[]> {
  const rows = await Array.fromAsync(db.read.list<Job>({ prefix: kvKeys.job.prefix }));
  return rows.map((row) => row.value);
}

/** Resolves once a worker has claimed the job for the given time. */
async function leased(db: Database, attempts = 1): Promise<void> {
  while ((await jobs(db))[0]?.attempts !== attempts) await Promise.resolve();
}
