// What is asked for most is known, survives as text, and is loaded by priority within a budget.
import assert from "node:assert/strict";
import { AccessPatterns, MAX_HOT } from "../../lib/cache/access-patterns.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import { FrequencySketch } from "../../lib/cache/frequency-sketch.ts";
import { warmCache, type WarmRequest } from "../../lib/cache/warm-cache.ts";
import { seeded } from "../support/random.ts";
import { testCache } from "../support/cache/test-cache.ts";

Deno.test("the sketch counts no key too low, and few too high", () => {
  const sketch = new FrequencySketch(4_096);
  const random = seeded(7);
  const counts = new Map<string, number>();
  for (let i = 0; i < 5_000; i++) {
    const key = `key ${Math.floor(1_000 * random() ** 3)}`;
    sketch.add(key);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const wrong = [...counts].filter(([key, count]) => sketch.count(key) !== count);
  assert(wrong.every(([key, count]) => sketch.count(key) > count));
  assert(wrong.length < counts.size / 10, `${wrong.length} of ${counts.size}`);
});

Deno.test("what was hot long ago counts half, so that it makes room", () => {
  const sketch = new FrequencySketch(16);
  for (let i = 0; i < 20; i++) sketch.add("then");
  for (let i = 0; i < 400; i++) sketch.add(`now ${i % 3}`);
  assert(sketch.count("then") < 10, String(sketch.count("then")));
});

Deno.test("the hottest keys of a long tail are known by name, and the next process learns them", () => {
  const patterns = new AccessPatterns();
  for (let i = 0; i < 5_000; i++) {
    patterns.note(CacheCategory.ROUTE, `cold ${i}`, 1);
    if (i % 10 === 0) patterns.note(CacheCategory.ROUTE, `hot ${i % 50}`, 1);
  }
  const hot = patterns.hottest(CacheCategory.ROUTE, 5).map(({ name }) => name);
  assert.deepEqual(hot.sort(), ["hot 0", "hot 10", "hot 20", "hot 30", "hot 40"]);
  assert.equal(patterns.hottest(CacheCategory.ROUTE).length, MAX_HOT);
  const next = new AccessPatterns();
  assert.equal(next.learn(patterns.encode()), true);
  assert.deepEqual(next.hottest(CacheCategory.ROUTE, 5).map(({ name }) => name).sort(), hot);
  for (const odd of ["", "{}", "[1]", '[{"category":"route","keys":[["a","b"]]}]']) {
    assert.equal(next.learn(odd), false, odd);
  }
});

Deno.test("somebody who is gone is not asked for any more", async () => {
  const { manager } = testCache();
  const of = (subject: string) => ({ category: CacheCategory.USER_DATA, id: "profile", subject });
  for (const subject of ["person/a", "person/b"]) {
    await manager.get(of(subject), () => Promise.resolve("value"));
  }
  await manager.invalidateSubject("person/a");
  assert.deepEqual(await manager.hottest(CacheCategory.USER_DATA), [of("person/b")]);
});

/** Warms with loaders that write down what they load. */
async function warmed(
  requests: readonly (Pick<WarmRequest, "priority" | "keys"> & { fails?: boolean })[],
  budget: { keys: number; ms: number; atOnce: number },
) {
  const { cache, cacheParts, pass } = testCache();
  const loaded: string[] = [];
  const result = await warmCache(
    { ...cacheParts, cache },
    requests.map(({ fails, ...of }) => ({
      ...of,
      category: CacheCategory.PLACE,
      dataLoader: (key: string) => {
        loaded.push(key);
        pass(100);
        return fails ? Promise.reject(new Error("down")) : Promise.resolve(key);
      },
    })),
    budget,
  );
  return { loaded, result };
}

Deno.test("what matters most is loaded first, and a loader that fails costs its keys alone", async () => {
  const { loaded, result } = await warmed([
    { priority: "low", keys: ["low"] },
    { priority: "high", keys: ["high 1", "high 2"], fails: true },
    { priority: "normal", keys: ["normal"] },
  ], { keys: 100, ms: 100_000, atOnce: 1 });
  assert.deepEqual(loaded, ["high 1", "high 2", "normal", "low"]);
  assert.deepEqual(result, { warmed: 2, failed: 2, left: 0 });
});

Deno.test("warming ends with its budget, of keys and of time", async () => {
  const keys = Array.from({ length: 50 }, (_, i) => `${i}`);
  const few = await warmed([{ priority: "high", keys }], { keys: 10, ms: 100_000, atOnce: 4 });
  assert.deepEqual([few.loaded.length, few.result], [10, { warmed: 10, failed: 0, left: 40 }]);
  const short = await warmed([{ priority: "high", keys }], { keys: 50, ms: 500, atOnce: 1 });
  assert.deepEqual([short.loaded.length, short.result.left], [5, 45]);
});
