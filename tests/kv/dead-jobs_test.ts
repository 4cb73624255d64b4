import assert from "node:assert/strict";
import { z } from "zod";
import { manualClock } from "../../lib/kernel/clock.ts";
import { dropDeadJob, listDeadJobs, MAX_DEAD_JOBS, retryDeadJob } from "../../lib/kv/dead-jobs.ts";
import { bindJob, type DeadJob, jobKind } from "../../lib/kv/job.ts";
import { runDueJobs } from "../../lib/kv/jobs.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import type { Database } from "../../lib/kv/open.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { memoryDatabase } from "../support/databases.ts";

const NOW = "2026-11-23T05:00:00Z";

async function bury(db: Database, id: string): Promise<DeadJob> {
  const job: DeadJob = {
    ...{ id, kind: "greet", payload: { name: "Maja" }, attempts: 8, lastError: "no" },
    diedAt: NOW,
  };
  await new Transaction(db).set(kvKeys.deadJob(id), job).commit();
  return job;
}

Deno.test("a dead job that is tried again runs at once, with all its attempts before it, and is dead no more", async () => {
  await using test = await memoryDatabase();
  const clock = manualClock(NOW);
  await bury(test.db, "a");
  assert.equal(await retryDeadJob({ db: test.db, clock }, "a"), true);
  assert.deepEqual((await listDeadJobs(test)).jobs, []);
  const seen: unknown[] = [];
  const greet = jobKind("greet", z.object({ name: z.string() }), (_: null, payload) => {
    seen.push(payload);
    return Promise.reject(new Error("not yet"));
  });
  await runDueJobs({ db: test.db, clock, onFailure: () => {} }, [bindJob(greet, null)]);
  assert.deepEqual(seen, [{ name: "Maja" }]);
  const [row] = await Array.fromAsync(test.db.read.list<DeadJob>({ prefix: kvKeys.job.prefix }));
  assert.equal(row?.value.attempts, 1);
});

Deno.test("a dead job that is dropped is gone; of two clicks one finds it", async () => {
  await using test = await memoryDatabase();
  await bury(test.db, "a");
  const kept = await bury(test.db, "b");
  const found = await Promise.all([dropDeadJob(test, "a"), dropDeadJob(test, "a")]);
  assert.deepEqual(found.toSorted(), [false, true]);
  assert.deepEqual(await listDeadJobs(test), { jobs: [kept], more: false });
  const clock = manualClock(NOW);
  assert.equal(await retryDeadJob({ db: test.db, clock }, "a"), false);
  assert.deepEqual(await Array.fromAsync(test.db.read.list({ prefix: kvKeys.job.prefix })), []);
});

Deno.test("of more dead jobs than fit a page the oldest are shown, and that there are others", async () => {
  await using test = await memoryDatabase();
  for (let i = 0; i <= MAX_DEAD_JOBS; i++) await bury(test.db, String(i).padStart(4, "0"));
  const { jobs, more } = await listDeadJobs(test);
  assert.equal(jobs.length, MAX_DEAD_JOBS);
  assert.equal(jobs[0]?.id, "0000");
  assert.equal(more, true);
});
