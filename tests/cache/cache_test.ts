// What is loaded once is given many times, and never once it is no longer true.
import assert from "node:assert/strict";
import { ERROR_REST_MS } from "../../lib/cache/cache.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import { countedLoad, testCache } from "../support/cache/test-cache.ts";

const PAGE = { category: CacheCategory.PAGE, id: "/", tags: ["home"] } as const;
const MINUTE_MS = 60_000;

Deno.test("1,000 who ask at once have one load between them", async () => {
  const { manager } = testCache();
  const gate = Promise.withResolvers<string>();
  let loads = 0;
  const load = () => (loads++, gate.promise);
  const asked = Array.from({ length: 1_000 }, () => manager.get(PAGE, load));
  await Promise.resolve();
  gate.resolve("the page");
  assert.deepEqual(new Set(await Promise.all(asked)), new Set(["the page"]));
  assert.equal(loads, 1);
  const { stats } = manager.getAnalytics();
  assert.deepEqual([stats.misses, stats.joined, stats.loads], [1_000, 999, 1]);
});

Deno.test("what is fresh is given from memory, and what is over is loaded anew", async () => {
  const { manager, pass } = testCache();
  const source = { value: "one" };
  const load = countedLoad(source);
  const key = { category: CacheCategory.TARIFF, id: "today" } as const;
  assert.equal(await manager.get(key, load), "one");
  source.value = "two";
  pass(10 * MINUTE_MS - 1);
  assert.equal(await manager.get(key, load), "one");
  assert.equal(manager.peek(key), "one");
  pass(1);
  assert.equal(manager.peek(key), undefined);
  assert.equal(await manager.get(key, load), "two");
  assert.equal(load.count, 2);
});

Deno.test("what is stale is given at once while one load renews it beside", async () => {
  const { manager, pass } = testCache();
  const source = { value: "old" };
  const load = countedLoad(source);
  await manager.get(PAGE, load);
  source.value = "new";
  pass(5 * MINUTE_MS);
  const both = [manager.get(PAGE, load), manager.get(PAGE, load)];
  assert.deepEqual(await Promise.all(both), ["old", "old"]);
  assert.equal(await manager.get(PAGE, load), "new");
  assert.equal(load.count, 2);
  assert.equal(manager.getAnalytics().categories.page.staleHits, 2);
});

Deno.test("where loading fails what was there before is given, and the source rests", async () => {
  const { manager, pass } = testCache();
  let fails = false;
  let loads = 0;
  const load = () => (loads++, fails ? Promise.reject(new Error("down")) : Promise.resolve("old"));
  await manager.get(PAGE, load);
  fails = true;
  pass(65 * MINUTE_MS);
  assert.equal(await manager.get(PAGE, load), "old");
  assert.equal(await manager.get(PAGE, load), "old");
  assert.equal(loads, 2);
  pass(ERROR_REST_MS);
  assert.equal(await manager.get(PAGE, load), "old");
  assert.equal(loads, 3);
  pass(25 * 60 * MINUTE_MS);
  await assert.rejects(manager.get(PAGE, load), { message: "down" });
});

Deno.test("an error is not kept, and whoever asks next loads again", async () => {
  const { manager } = testCache();
  await assert.rejects(manager.get(PAGE, () => Promise.reject(new Error("down"))), /down/);
  assert.equal(await manager.get(PAGE, () => Promise.resolve("up")), "up");
});

Deno.test("that there is nothing is remembered as long as its policy says, and not at all without one", async () => {
  const { manager, pass } = testCache();
  const nothing = countedLoad({ value: null });
  const geocode = { category: CacheCategory.GEOCODE, id: "Storgatan 1" } as const;
  await manager.get(geocode, nothing);
  assert.equal(await manager.get(geocode, nothing), null);
  assert.equal(nothing.count, 1);
  pass(10 * MINUTE_MS);
  await manager.get(geocode, nothing);
  assert.equal(nothing.count, 2);
  const tariff = { category: CacheCategory.TARIFF, id: "none" } as const;
  await manager.get(tariff, nothing);
  await manager.get(tariff, nothing);
  assert.equal(nothing.count, 4);
});

Deno.test("a key, a tag, a pattern and a category are invalidated, and what they do not mean stays", async () => {
  const ways = [
    (test: ReturnType<typeof testCache>) => test.manager.invalidateKey(PAGE),
    (test: ReturnType<typeof testCache>) => test.manager.invalidateTag("home"),
    (test: ReturnType<typeof testCache>) => test.manager.invalidatePattern(PAGE.category, "/*"),
    (test: ReturnType<typeof testCache>) => test.manager.invalidateCategory(PAGE.category),
  ];
  for (const [i, say] of ways.entries()) {
    const test = testCache();
    const source = { value: "old" };
    const other = { category: CacheCategory.PLACE, id: "/" } as const;
    await test.manager.get(PAGE, countedLoad(source));
    await test.manager.get(other, countedLoad(source));
    source.value = "new";
    assert.equal(await say(test), true);
    assert.equal(test.manager.peek(PAGE), undefined, String(i));
    assert.equal(await test.manager.get(PAGE, countedLoad(source)), "new", String(i));
    assert.equal(await test.manager.get(other, countedLoad(source)), "old", String(i));
  }
});

Deno.test("a load that began before an invalidation is given to nobody who asks after it, and is not kept", async () => {
  const { manager } = testCache();
  const gate = Promise.withResolvers<string>();
  const early = manager.get(PAGE, () => gate.promise);
  await Promise.resolve();
  await manager.invalidateTag("home");
  const late = manager.get(PAGE, () => Promise.resolve("new"));
  assert.equal(await late, "new");
  gate.resolve("old");
  assert.equal(await early, "old");
  assert.equal(await manager.get(PAGE, () => Promise.reject(new Error("held"))), "new");
  assert.equal(manager.getAnalytics().categories.page.overtaken, 1);
});

Deno.test("an old value is no answer to an error once it was invalidated", async () => {
  const { manager } = testCache();
  await manager.get(PAGE, () => Promise.resolve("old"));
  await manager.invalidateTag("home");
  await assert.rejects(manager.get(PAGE, () => Promise.reject(new Error("down"))), /down/);
});

Deno.test("private data is kept apart by subject, says whose it is, and goes with its subject", async () => {
  const { manager } = testCache();
  const of = (subject: string) => ({ category: CacheCategory.USER_DATA, id: "profile", subject });
  assert.equal(await manager.get(of("person/a"), () => Promise.resolve("A")), "A");
  assert.equal(await manager.get(of("person/b"), () => Promise.resolve("B")), "B");
  await manager.invalidateSubject("person/a");
  assert.equal(manager.peek(of("person/a")), undefined);
  assert.equal(manager.peek(of("person/b")), "B");
  const bare = { category: CacheCategory.USER_DATA, id: "profile" };
  await assert.rejects(manager.get(bare, () => Promise.resolve("?")), /whose/);
  const shared = { category: CacheCategory.PAGE, id: "/", subject: "person/a" };
  await assert.rejects(manager.get(shared, () => Promise.resolve("?")), /nobody's/);
});

Deno.test("what many are given none can change", async () => {
  const { manager } = testCache();
  const value = await manager.get(PAGE, () => Promise.resolve({ rows: [{ text: "a" }] }));
  assert.throws(() => (value.rows[0] ?? { text: "" }).text = "b", TypeError);
  assert.throws(() => value.rows.push({ text: "c" }), TypeError);
});

Deno.test("what ends at once for all is spread by chance", async () => {
  const { manager, pass } = testCache();
  const load = countedLoad({ value: "one" });
  const key = { category: CacheCategory.TARIFF, id: "today" } as const;
  await manager.get(key, load, { jitter: 0.5, ttlMs: 1_000 });
  pass(999);
  assert.equal(manager.peek(key), "one");
});
