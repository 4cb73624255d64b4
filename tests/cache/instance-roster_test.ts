// Instances that share a tier know of each other: figures, who is silent, and who has taken what was purged.
import assert from "node:assert/strict";
import { CacheCategory } from "../../lib/cache/category.ts";
import { MAX_INSTANCES } from "../../lib/cache/instance-roster.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { MemoryNetwork } from "../support/cache/memory-network.ts";
import { testCache } from "../support/cache/test-cache.ts";

const START = "2026-11-28T05:00:00Z";

/** So many instances on one tier and one clock. */
function instances(count: number) {
  const clock = manualClock(START);
  const tier = new MemoryNetwork(() => clock.now().epochMilliseconds);
  const all = Array.from({ length: count }, () => testCache({ tier, clock }));
  return { all, tier, clock };
}

Deno.test("each instance sees the figures of all, its own as they are now", async () => {
  const { all } = instances(3);
  const [first, second] = all as [typeof all[0], typeof all[0], typeof all[0]];
  const key = { category: CacheCategory.PRICING, id: "a price" };
  for (let i = 0; i < 4; i++) await second.cache.get(key, () => Promise.resolve(1));
  for (const { cacheParts } of all) await cacheParts.instances.write();
  await first.cache.get(key, () => Promise.resolve(1));
  const seen = (await first.cacheParts.instances.read())!;
  assert.deepEqual(seen.map(({ isOwn }) => isOwn), [true, false, false]);
  assert.deepEqual(seen.map(({ hits }) => hits).sort(), [0, 0, 3]);
  assert.deepEqual(seen.map(({ misses }) => misses).sort(), [0, 1, 1]);
  assert.equal(new Set(seen.map(({ name }) => name)).size, 3);
  const ofPrices = seen.flatMap(({ categories }) =>
    categories.map(({ category, hits, misses }) => `${category} ${hits} ${misses}`)
  );
  assert.deepEqual(ofPrices.sort(), ["pricing 0 1", "pricing 3 1"], "what was asked for alone");
  assert(seen.every(({ since, isStale }) => since === "2026-11-28T05:00:00.000Z" && !isStale));
});

Deno.test("who has not told of itself is silent, then gone", async () => {
  const { all, clock } = instances(2);
  for (const { cacheParts } of all) await cacheParts.instances.write();
  const stale = async () =>
    (await all[0]!.cacheParts.instances.read())!.map(({ isStale }) => isStale);
  clock.advance({ seconds: 20 });
  assert.deepEqual(await stale(), [false, false]);
  clock.advance({ seconds: 10 });
  assert.deepEqual(await stale(), [false, true]);
  clock.advance({ seconds: 31 });
  assert.deepEqual(await stale(), [false]);
});

Deno.test("an instance has taken a purge once it has told of itself after it", async () => {
  const { all } = instances(2);
  const [first, second] = all as [typeof all[0], typeof all[0]];
  for (const { cacheParts } of all) await cacheParts.instances.write();
  const have = async () => (await first.cacheParts.instances.read())!.map(({ hasAll }) => hasAll);
  assert.deepEqual(await have(), [true, true]);
  assert.equal(await first.manager.invalidateTag("roads"), true);
  assert.deepEqual(await have(), [true, false]);
  await second.cacheParts.instances.write();
  assert.deepEqual(await have(), [true, true]);
});

Deno.test("two that took one place are both listed after their next words", async () => {
  const { all, tier } = instances(8);
  // All look before anybody has written, as processes do that are started together.
  await Promise.all(all.map(({ cacheParts }) => cacheParts.instances.write()));
  for (let round = 0; round < 4; round++) {
    for (const { cacheParts } of all) await cacheParts.instances.write();
  }
  assert.equal((await all[0]!.cacheParts.instances.read())!.length, 8);
  assert.equal(tier.entries.size, 8);
});

Deno.test("more instances than there are places leave the listed ones as they are", async () => {
  const { all, tier } = instances(MAX_INSTANCES + 2);
  for (const { cacheParts } of all) await cacheParts.instances.write();
  for (const { cacheParts } of all) await cacheParts.instances.write();
  assert.equal(tier.entries.size, MAX_INSTANCES);
  assert.equal((await all[0]!.cacheParts.instances.read())!.length, MAX_INSTANCES);
  assert.equal((await all.at(-1)!.cacheParts.instances.read())!.length, MAX_INSTANCES + 1);
});

Deno.test("a tier that does not answer costs the list and nothing else; without one there is none", async () => {
  const { all, tier } = instances(2);
  for (const { cacheParts } of all) await cacheParts.instances.write();
  tier.mood = "broken";
  await all[0]!.cacheParts.instances.write();
  assert.deepEqual((await all[0]!.cacheParts.instances.read())!.map(({ isOwn }) => isOwn), [true]);
  assert.equal(await testCache().cacheParts.instances.read(), null);
});
