import assert from "node:assert/strict";
import { roundsOf, runRoomJobs } from "../../lib/assembly/work.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { byWord, wordsAndTruth, writeOldNotes } from "../support/noted-words.ts";
import { testServices } from "../support/services.ts";

Deno.test("a job that fails is logged by kind and id with what was thrown, never with its payload", async () => {
  await using test = await testServices();
  const { db, clock } = test.services;
  const job = { id: "01J", kind: "of-old", payload: { name: "Maja" }, attempts: 0, lastError: "" };
  const dueMs = clock.now().epochMilliseconds;
  await new Transaction(db).set(kvKeys.job(dueMs, job.id), job).commit();
  assert.equal(await runRoomJobs(test.services), 1);
  const [failed, ran] = test.records;
  assert.deepEqual(
    [failed?.level, failed?.event, failed?.code, failed?.id, failed?.count],
    ["error", "job failed", "of-old", "01J", 1],
  );
  assert.match(failed?.stack ?? "", /No handler for job of-old/);
  assert.deepEqual([ran?.level, ran?.event, ran?.count], ["debug", "jobs ran", 1]);
  assert(!JSON.stringify(test.records).includes("Maja"));
});

Deno.test("the rounds of a room are its own, those of its readers and its walks over old rows", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await writeOldNotes(db, ["a"]);
  const reader = { name: "r", effect: () => Promise.resolve(), rebuild: () => Promise.resolve() };
  const own = { name: "own", everyMs: 1, round: () => Promise.resolve() };
  const rounds = roundsOf(test.services, [{ rounds: [own] }, {
    readers: [reader],
    backfills: [byWord],
  }]);
  assert.deepEqual(rounds.map(({ name }) => name), [
    "own",
    "reading the feed for r",
    "backfilling notes by word",
  ]);
  await rounds[2]?.round();
  const [index, truth] = await wordsAndTruth(db);
  assert.deepEqual(index, truth);
});
