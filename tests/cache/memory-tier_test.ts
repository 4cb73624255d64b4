// What is held in memory stays within its bytes, and what many ask for stays while one asks for everything.
import assert from "node:assert/strict";
import { CacheCategory } from "../../lib/cache/category.ts";
import { heldBytes, textBytes } from "../../lib/cache/held-bytes.ts";
import { ENTRY_BYTES, type HeldEntry, HeldPart, MemoryTier } from "../../lib/cache/memory-tier.ts";
import { CACHE_POLICIES } from "../../lib/cache/policy.ts";
import { testCache } from "../support/cache/test-cache.ts";

function entry(value: unknown): HeldEntry {
  const stamp = { epoch: "alone", seq: 0 };
  const ends = { freshUntilMs: 1, staleUntilMs: 1, errorUntilMs: 1, restUntilMs: 0 };
  return { value, stamp, checkedAt: 0, tags: [], ...ends, loadedMs: 0, loadMs: 0, uses: 0 };
}

/** What one of them is charged. */
const CHARGE = ENTRY_BYTES + textBytes("key 0") + heldBytes("");

Deno.test("the shares of memory are of one whole", () => {
  const shares = Object.values(CACHE_POLICIES).map(({ memoryShare }) => memoryShare);
  assert.equal(Math.round(shares.reduce((sum, one) => sum + one, 0) * 1e9) / 1e9, 1);
});

Deno.test("a part never holds more than its bytes, and what was not used for longest goes first", () => {
  const part = new HeldPart(3 * CHARGE);
  for (const name of ["key 0", "key 1", "key 2"]) part.hold(name, entry(""));
  part.lru.get("key 0");
  // As often as what would go is not enough: a million that are asked for once would else go through.
  assert.equal(part.hold("key 3", entry("")), false);
  assert.equal(part.hold("key 3", entry("")), true);
  assert.deepEqual([...part.lru.keys()], ["key 3", "key 1", "key 0"]);
  assert.equal(part.evictions, 1);
  assert(part.lru.calculatedSize <= part.maxBytes);
  part.hold("huge", entry("x".repeat(4 * CHARGE)));
  assert.equal(part.lru.has("huge"), false);
});

Deno.test("what is asked for once pushes out nothing that is asked for often, what is asked for again does", () => {
  const part = new HeldPart(3 * CHARGE);
  for (const name of ["key 0", "key 1", "key 2"]) {
    const held = entry("");
    part.hold(name, held);
    held.uses = 2;
  }
  for (let i = 10; i < 99; i++) part.hold(`key${i}`, entry(""));
  assert.deepEqual([...part.lru.keys()].sort(), ["key 0", "key 1", "key 2"]);
  const asked = Array.from({ length: 4 }, () => part.hold("key 7", entry("")));
  assert.deepEqual(asked, [false, false, false, true]);
});

Deno.test("who is the only source of something has it held, whatever goes for it", () => {
  const part = new HeldPart(CHARGE);
  const hot = entry("");
  part.hold("key 0", hot);
  hot.uses = 9;
  assert.equal(part.hold("key 1", entry(""), { isWanted: true }), true);
  assert.deepEqual([...part.lru.keys()], ["key 1"]);
});

Deno.test("a part that is made smaller keeps what was used last, in its order", () => {
  const tier = new MemoryTier(1_000_000);
  const part = tier.part(CacheCategory.ROUTE);
  for (let i = 0; i < 9; i++) part.hold(`key ${i}`, entry(""));
  part.lru.get("key 0");
  part.resize(3 * CHARGE);
  assert.deepEqual([...part.lru.keys()], ["key 0", "key 8", "key 7"]);
  part.hold("key 9", entry(""), { isWanted: true });
  assert.deepEqual([...part.lru.keys()], ["key 9", "key 0", "key 8"]);
  assert.equal(tier.part(CacheCategory.ROUTE), part);
});

Deno.test("a hundred thousand distinct keys leave no more than the configured bytes", async () => {
  const { cache, cacheParts } = testCache({ megabytes: 1 });
  for (let i = 0; i < 100_000; i++) {
    await cache.get({ category: CacheCategory.PLACE, id: `${i}` }, () => Promise.resolve({ i }));
  }
  const { bytes, maxBytes, entries } = cacheParts.memory.state(CacheCategory.PLACE);
  assert(bytes <= maxBytes && bytes > maxBytes * 0.9, `${bytes} of ${maxBytes}`);
  assert(entries > 50);
});

Deno.test("a value is charged what is in it: texts by their letters, lists and objects by their parts", () => {
  assert(heldBytes("å".repeat(100)) < heldBytes("€".repeat(100)));
  assert(heldBytes([1, 2, 3]) > heldBytes([1]));
  assert(heldBytes({ a: "x".repeat(1_000) }) >= 1_000);
  assert(heldBytes(new Uint8Array(5_000)) >= 5_000);
  const circle: { self?: unknown } = {};
  circle.self = circle;
  assert(heldBytes(circle) < 10_000);
});
