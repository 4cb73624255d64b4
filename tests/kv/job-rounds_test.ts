// How much of the job table one round does, and jobs that are there once about something.
import assert from "node:assert/strict";
import { z } from "zod";
import { manualClock } from "../../lib/kernel/clock.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { bindJob, type Job, jobKind } from "../../lib/kv/job.ts";
import { jobTable, runDueJobs } from "../../lib/kv/jobs.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { memoryDatabase } from "../support/databases.ts";

const NOW_MS = Date.parse("2026-11-23T05:00:00Z");

Deno.test("one round does all that was due when it began, in parts, and what is put off meanwhile later", async () => {
  await using test = await jobTableOf();
  for (let i = 0; i < 160; i++) await test.add("count", NOW_MS - i, {});
  let failures = 0;
  const count = () => failures++ === 0 ? Promise.reject(new Error("no")) : Promise.resolve();
  assert.equal(await runDueJobs({ ...test, onFailure: () => {} }, [bound("count", count)]), 160);
  assert.equal((await test.jobs()).length, 1);
});

Deno.test("a kind that is bounded gets no more than its share of a round, and keeps no other waiting", async () => {
  await using test = await jobTableOf();
  for (let i = 0; i < 25; i++) await test.add("expire", NOW_MS - 100 + i, {});
  for (let i = 0; i < 3; i++) await test.add("greet", NOW_MS - i, {});
  const done: string[] = [];
  const kinds = (["expire", "greet"] as const).map((name) => {
    const handler = () => Promise.resolve(void done.push(name));
    return bound(name, handler, name === "expire" ? 10 : undefined);
  });
  const deps = { db: test.db, clock: test.clock, onFailure: () => assert.fail() };
  assert.equal(await runDueJobs(deps, kinds), 13);
  assert.equal(done.filter((name) => name === "greet").length, 3);
  assert.equal(await runDueJobs(deps, kinds), 10);
  assert.equal(await runDueJobs(deps, kinds), 5);
});

Deno.test("a job about something is there once a time, and can be taken back", async () => {
  await using test = await jobTableOf();
  const kind = jobKind("expire", z.object({}), () => Promise.resolve());
  const commit = async (add: (tx: Transaction) => void) => {
    const tx = new Transaction(test.db);
    add(tx);
    assert.notEqual(await tx.commit(), null);
  };
  await commit((tx) => test.queue.add(tx, kind, {}, NOW_MS, "a"));
  await commit((tx) => test.queue.add(tx, kind, {}, NOW_MS, "a"));
  await commit((tx) => test.queue.add(tx, kind, {}, NOW_MS, "b"));
  assert.deepEqual((await test.jobs()).map(({ id }) => id), ["expire a", "expire b"]);
  await commit((tx) => test.queue.remove(tx, kind, "a", NOW_MS));
  await commit((tx) => test.queue.remove(tx, kind, "b", NOW_MS + 1));
  assert.deepEqual((await test.jobs()).map(({ id }) => id), ["expire b"]);
});

async function jobTableOf() {
  const { db, [Symbol.asyncDispose]: close } = await memoryDatabase();
  const queue = jobTable(secureRandomBytes);
  return {
    db,
    queue,
    clock: manualClock("2026-11-23T05:00:00Z"),
    add: async (kind: string, dueMs: number, payload: Record<string, unknown>) => {
      const tx = new Transaction(db);
      queue.add(tx, jobKind(kind, anything, () => Promise.resolve()), payload, dueMs);
      assert.notEqual(await tx.commit(), null);
    },
    jobs: async () => {
      const rows = await Array.fromAsync(db.read.list<Job>({ prefix: kvKeys.job.prefix }));
      return rows.map(({ value }) => value);
    },
    [Symbol.asyncDispose]: close,
  };
}

const anything = z.record(z.string(), z.unknown());

function bound(name: string, handler: () => Promise<unknown>, mostPerRound?: number) {
  return bindJob(jobKind(name, anything, handler, mostPerRound), {});
}
