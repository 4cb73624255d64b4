// Deno KV as a network tier: in memory and in a file of its own.
import assert from "node:assert/strict";
import { KvTier } from "../../lib/cache/kv-tier.ts";
import { cacheKeys } from "../../lib/cache/keys.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { tempFolder } from "../support/databases.ts";
import { bytesOf, testTier, type TierUnderTest } from "../support/cache/tier-conformance.ts";

const NOW = "2026-11-23T05:00:00Z";

async function underTest(location: string): Promise<TierUnderTest> {
  const clock = manualClock(NOW);
  const db = await openDatabase(location);
  const tier = new KvTier({ db, clock });
  const nowMs = () => clock.now().epochMilliseconds;
  const other = new KvTier({ db, clock });
  return { one: tier, other, nowMs, [Symbol.asyncDispose]: async () => await tier.close() };
}

testTier("Deno KV in memory", () => underTest(":memory:"));

testTier("Deno KV in a file", async () => {
  const folder = await tempFolder();
  const under = await underTest(`${folder.path}/cache.sqlite`);
  const dispose = async () => {
    await under[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  };
  return { ...under, [Symbol.asyncDispose]: dispose };
});

Deno.test("an entry is over by its own end, and a sweep deletes it with its parts", async () => {
  const clock = manualClock(NOW);
  const db = await openDatabase(":memory:");
  const tier = new KvTier({ db, clock });
  await tier.write("key", bytesOf(150_000), clock.now().epochMilliseconds + 1_000);
  clock.advance({ seconds: 1 });
  assert.equal((await tier.read("key")).entry, null);
  clock.advance({ hours: 1 });
  await tier.sweep();
  const rows = await Array.fromAsync(db.read.list({ prefix: [] }));
  assert.deepEqual(rows.map(({ key }) => key[0]), ["cacheHead"]);
  tier.close();
});

Deno.test("a part that is missing, or is of another write, makes its entry one that is not there", async () => {
  const clock = manualClock(NOW);
  const db = await openDatabase(":memory:");
  const tier = new KvTier({ db, clock });
  const ends = clock.now().epochMilliseconds + 60_000;
  await tier.write("key", bytesOf(150_000), ends);
  const [part] = await Array.fromAsync(db.read.list({ prefix: cacheKeys.part.prefix }));
  assert(part !== undefined);
  await db.write.delete(part.key);
  assert.equal((await tier.read("key")).entry, null);
  tier.close();
});

Deno.test("a log that was lost has another epoch, and numbers that begin anew", async () => {
  const db = await openDatabase(":memory:");
  const tier = new KvTier({ db, clock: manualClock(NOW) });
  const before = await tier.append("said");
  await db.write.delete(cacheKeys.head());
  const after = await tier.head();
  assert.notEqual(after.epoch, before.epoch);
  assert.equal(after.seq, 0);
  tier.close();
});
