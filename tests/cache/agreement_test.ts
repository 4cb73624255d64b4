// Instances that share a network tier agree on what is no longer true, and go on without the tier when it fails.
import assert from "node:assert/strict";
import { LOOK_EVERY_MS, MAX_PENDING } from "../../lib/cache/agreement.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import { decodeEntry, encodeEntry } from "../../lib/cache/entry-format.ts";
import { FIRST_REST_MS } from "../../lib/resilience/circuit.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { MemoryNetwork } from "../support/cache/memory-network.ts";
import { countedLoad, OPEN_SEALER, testCache } from "../support/cache/test-cache.ts";

const TARIFF = { category: CacheCategory.TARIFF, id: "today", tags: ["tariff"] } as const;
const PAGE = { category: CacheCategory.PAGE, id: "/", tags: ["home"] } as const;

/** Two instances on one tier and one clock. */
function pair() {
  const clock = manualClock("2026-11-23T05:00:00Z");
  const tier = new MemoryNetwork(() => clock.now().epochMilliseconds);
  const one = testCache({ tier, clock });
  const other = testCache({ tier, clock });
  const settled = () =>
    Promise.all([one, other].map(({ cacheParts }) => cacheParts.network?.settled()));
  return { tier, one, other, clock, settled };
}

Deno.test("what one instance has loaded the other finds, and a new process does too", async () => {
  const { one, other, tier, clock, settled } = pair();
  const load = countedLoad({ value: { rate: 1 } });
  await one.manager.get(TARIFF, load);
  await settled();
  assert.deepEqual(await other.manager.get(TARIFF, load), { rate: 1 });
  assert.deepEqual(await testCache({ tier, clock }).manager.get(TARIFF, load), { rate: 1 });
  assert.equal(load.count, 1);
  assert.equal(other.manager.getAnalytics().tiers.network?.hits, 1);
  const next = testCache({ tier, clock, release: "next" });
  await next.manager.get(TARIFF, load);
  assert.equal(load.count, 2, "another build reads its own entries alone");
});

Deno.test("an exact category sees at once what the other instance invalidated, a bounded one within its bound", async () => {
  const { one, other, clock, settled } = pair();
  const source = { value: "old" };
  for (const key of [TARIFF, PAGE]) {
    await one.manager.get(key, countedLoad(source));
    await settled();
    await other.manager.get(key, countedLoad(source));
  }
  await settled();
  source.value = "new";
  assert.equal(await one.manager.invalidateTag("tariff"), true);
  assert.equal(await one.manager.invalidateTag("home"), true);
  assert.equal(other.manager.peek(TARIFF), undefined);
  // The page comes first: looking for the tariff's sake learns of everything.
  assert.equal(await other.manager.get(PAGE, countedLoad(source)), "old");
  assert.equal(await other.manager.get(TARIFF, countedLoad(source)), "new");
  assert.equal(await other.manager.get(PAGE, countedLoad(source)), "new");
  source.value = "newer";
  await one.manager.invalidateTag("home");
  clock.advance({ milliseconds: LOOK_EVERY_MS });
  assert.equal(await other.manager.get(PAGE, countedLoad(source)), "newer");
});

Deno.test("a value that was loaded before an invalidation and is written after it is given to nobody", async () => {
  const { one, other, tier } = pair();
  const gate = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<void>();
  const early = one.manager.get(TARIFF, () => (begun.resolve(), gate.promise));
  await begun.promise;
  await other.manager.invalidateTag("tariff");
  gate.resolve("old");
  assert.equal(await early, "old");
  await one.cacheParts.network?.settled();
  assert.equal(await other.manager.get(TARIFF, () => Promise.resolve("new")), "new");
  assert.equal(await one.manager.get(TARIFF, () => Promise.reject(new Error("held"))), "new");

  // The late write itself, as a process would send it that hung between its load and its write.
  const [key = "", stored] = [...tier.entries][0] ?? [];
  assert(stored !== undefined);
  const entry = decodeEntry(stored.entry);
  assert(entry !== null);
  const stamp = { ...entry.stamp, seq: 0 };
  const bounds = { maxBytes: 10_000, compressFromBytes: 10_000 };
  const late = encodeEntry({ ...entry, stamp, value: "old" }, bounds);
  assert(late !== null);
  await tier.write(key, late, stored.expiresAtMs);
  await other.manager.invalidateKey(PAGE);
  const third = testCache({ tier, clock: one.clock });
  assert.equal(await third.manager.get(TARIFF, () => Promise.resolve("newest")), "newest");
});

Deno.test("a log that was lost takes everything with it that was known by it", async () => {
  const { one, tier, settled } = pair();
  const source = { value: "old" };
  await one.manager.get(TARIFF, countedLoad(source));
  await settled();
  source.value = "new";
  tier.lose("second");
  assert.equal(await one.manager.get(TARIFF, countedLoad(source)), "new");
});

Deno.test("a process that begins reads what was said before it, and uses what that leaves true", async () => {
  const { one, tier, clock, settled } = pair();
  await one.manager.get(TARIFF, () => Promise.resolve("old"));
  await one.manager.get(PAGE, () => Promise.resolve("page"));
  await settled();
  await one.manager.invalidateTag("tariff");
  const next = testCache({ tier, clock });
  assert.equal(await next.manager.get(PAGE, () => Promise.resolve("anew")), "page");
  assert.equal(await next.manager.get(TARIFF, () => Promise.resolve("new")), "new");
});

Deno.test("an instance that sees a gap in the log forgets what it holds", async () => {
  const { one, other, tier } = pair();
  const source = { value: "old" };
  await other.manager.get(TARIFF, countedLoad(source));
  await one.manager.invalidateTag("tariff");
  await one.manager.invalidateKey(PAGE);
  // The record that means the tariff is gone; the one after it says nothing of it.
  tier.records = tier.records.slice(-1);
  source.value = "newest";
  assert.equal(await other.manager.get(TARIFF, countedLoad(source)), "newest");
});

Deno.test("who asks while a look at the log is under way waits for the next one: that one began too early", async () => {
  const { one, other, tier } = pair();
  await one.manager.get(TARIFF, () => Promise.resolve("old"));
  const gate = Promise.withResolvers<void>();
  const looked = Promise.withResolvers<void>();
  const look = tier.head.bind(tier);
  tier.head = async () => {
    const head = await look();
    looked.resolve();
    await gate.promise;
    return head;
  };
  const early = one.manager.get(TARIFF, () => Promise.resolve("early"));
  await looked.promise;
  await other.manager.invalidateTag("tariff");
  const late = one.manager.get(TARIFF, () => Promise.resolve("new"));
  gate.resolve();
  await early;
  assert.equal(await late, "new");
});

Deno.test("a record nobody here can read may mean anything, so it means everything", async () => {
  const { one, tier } = pair();
  await one.manager.get(TARIFF, () => Promise.resolve("old"));
  await tier.append("from a later release");
  assert.equal(await one.manager.get(TARIFF, () => Promise.resolve("new")), "new");
});

Deno.test("a broken tier costs nobody an answer; what was said meanwhile is said again, and counts here at once", async () => {
  const { one, other, tier, clock } = pair();
  const source = { value: "old" };
  await one.manager.get(TARIFF, countedLoad(source));
  await one.cacheParts.network?.settled();
  tier.mood = "broken";
  source.value = "new";
  assert.equal(await one.manager.invalidateTag("tariff"), false);
  assert.equal(await one.manager.get(TARIFF, countedLoad(source)), "new");
  assert.equal(await one.manager.get(PAGE, () => Promise.resolve("page")), "page");
  assert.equal(one.manager.peek(PAGE), "page");
  assert.equal(one.manager.getAnalytics().tiers.network?.unsaidInvalidations, 1);
  tier.mood = "well";
  // The tier has the old value still: it is not taken from there before the invalidation is said.
  clock.advance({ milliseconds: FIRST_REST_MS });
  assert.equal(await one.manager.get(TARIFF, countedLoad(source)), "new");
  assert.equal(await one.cacheParts.agreement.sayAgain(), true);
  assert.equal(await other.manager.get(TARIFF, countedLoad(source)), "new");
  assert.equal(one.manager.getAnalytics().tiers.network?.unsaidInvalidations, 0);
});

Deno.test("more invalidations than are kept for a broken tier become one of everything", async () => {
  const { one, tier } = pair();
  tier.mood = "broken";
  await one.manager.get(PAGE, () => Promise.resolve("old"));
  for (let i = 0; i <= MAX_PENDING; i++) await one.manager.invalidateTag(`tag ${i}`);
  assert.equal(one.manager.getAnalytics().tiers.network?.unsaidInvalidations, 1);
  assert.equal(one.manager.peek(PAGE), undefined);
});

Deno.test("a hung tier is waited for as long as its deadline, then left alone, and exact answers are loaded", async () => {
  const { one, tier } = pair();
  tier.mood = "hung";
  const load = countedLoad({ value: "loaded" });
  for (let i = 0; i < 5; i++) assert.equal(await one.manager.get(TARIFF, load), "loaded");
  assert.equal(load.count, 5);
  const network = one.manager.getAnalytics().tiers.network;
  assert.equal(network?.state, "open");
  assert((network?.skipped ?? 0) > 0);
  assert.deepEqual(one.events(), ["the shared cache is left alone"]);
});

Deno.test("while nobody can say what was invalidated, whoever asks waits for no load that began before them", async () => {
  const { one, tier } = pair();
  tier.mood = "broken";
  // Broken often enough that the tier is left alone, so that nothing below waits for it.
  for (let i = 0; i < 3; i++) await one.manager.get(TARIFF, () => Promise.resolve("first"));
  const gate = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<void>();
  const early = one.manager.get(TARIFF, () => (begun.resolve(), gate.promise));
  await begun.promise;
  const load = countedLoad({ value: "new" });
  const late = Array.from({ length: 100 }, () => one.manager.get(TARIFF, load));
  for (let i = 0; i < 20; i++) await Promise.resolve();
  gate.resolve("old");
  assert.equal(await early, "old");
  assert.deepEqual(new Set(await Promise.all(late)), new Set(["new"]));
  assert.equal(load.count, 1);
});

Deno.test("what of an entry is not as it was written is loaded anew", async () => {
  const { one, other, tier, settled } = pair();
  await one.manager.get(TARIFF, () => Promise.resolve("value"));
  await settled();
  for (const [key, { entry, expiresAtMs }] of tier.entries) {
    for (const damaged of [entry.slice(0, 3), entry.slice(0, -1), new Uint8Array(200)]) {
      await tier.write(key, new Uint8Array(damaged), expiresAtMs);
      await other.manager.invalidateKey(PAGE);
      const fresh = testCache({ tier, clock: one.clock });
      assert.equal(await fresh.manager.get(TARIFF, () => Promise.resolve("loaded")), "loaded");
      await fresh.cacheParts.network?.settled();
    }
  }
});

Deno.test("patterns outlive the process: the next one warms what the former was asked for", async () => {
  const { one, tier, clock, settled } = pair();
  for (let i = 0; i < 40; i++) await one.manager.get(TARIFF, () => Promise.resolve("value"));
  await one.cacheParts.patternKeeper.write();
  await settled();
  const next = testCache({ tier, clock, release: "next", sealer: OPEN_SEALER });
  const loaded: string[] = [];
  const dataLoader = (key: string) => Promise.resolve(void loaded.push(key)).then(() => "warm");
  const category = CacheCategory.TARIFF;
  const tagsOf = () => ["tariff"];
  const warmed = await next.manager.warmCache([{ category, dataLoader, priority: "high", tagsOf }]);
  assert.deepEqual([warmed, loaded], [{ warmed: 1, failed: 0, left: 0 }, ["today"]]);
  assert.equal(await next.manager.get(TARIFF, () => Promise.resolve("cold")), "warm");
});
