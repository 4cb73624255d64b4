// Memory goes to where too little of it costs most, a little at a time and within its bounds, and is never more than all.
import assert from "node:assert/strict";
import { CACHE_CATEGORIES, CacheCategory } from "../../lib/cache/category.ts";
import { CACHE_POLICIES } from "../../lib/cache/policy.ts";
import {
  LEAST_TIMES,
  MOST_TIMES,
  movedShare,
  type ShareNow,
  STEP,
} from "../../lib/cache/share-rules.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { openCache } from "../../bench/cache/open-cache.ts";
import { AdaptiveShares } from "../../lib/cache/adaptive-shares.ts";

function part(category: CacheCategory, known: Partial<ShareNow> = {}): ShareNow {
  const { memoryShare: share } = CACHE_POLICIES[category];
  return { category, share, tableShare: share, isFull: false, lostMs: 0, ...known };
}

const { ROUTE, PRICING, PLACE } = CacheCategory;

Deno.test("what lost most for its size gets a step of what lost least", () => {
  const parts = [part(ROUTE, { isFull: true, lostMs: 900 }), part(PRICING), part(PLACE)];
  assert.deepEqual(movedShare(parts), { from: PRICING, to: ROUTE, share: STEP });
  assert.equal(movedShare([...parts.slice(1), part(ROUTE, { lostMs: 900 })]), null, "it has room");
  assert.equal(movedShare([part(ROUTE, { isFull: true }), part(PRICING)]), null, "it lost nothing");
  const both = [part(ROUTE, { isFull: true, lostMs: 900 }), part(PRICING, { lostMs: 200 })];
  assert.equal(movedShare(both), null, "the other loses about as much");
});

Deno.test("none gets more than its bound, and none keeps less", () => {
  const { memoryShare } = CACHE_POLICIES[ROUTE];
  const full = { isFull: true, lostMs: 900 };
  const most = part(ROUTE, { ...full, share: MOST_TIMES * memoryShare });
  assert.equal(movedShare([most, part(PRICING)]), null);
  const least = part(PRICING, { share: LEAST_TIMES * CACHE_POLICIES[PRICING].memoryShare });
  assert.equal(movedShare([part(ROUTE, full), least]), null);
});

Deno.test("a day of misses moves room within the bounds, and all parts together stay within the whole", async () => {
  const clock = manualClock("2026-11-26T00:00:00Z");
  const { cache, cacheParts } = openCache({
    ...{ megabytes: 1, clock, chance: () => 0 },
    now: () => clock.now().epochMilliseconds,
  });
  const { memory } = cacheParts;
  const shares = new AdaptiveShares(cacheParts);
  const load = () => {
    clock.advance({ milliseconds: 50 });
    return Promise.resolve("x".repeat(1_000));
  };
  const before = memory.part(ROUTE).maxBytes;
  for (let round = 0; round < 40; round++) {
    for (let i = 0; i < 600; i++) await cache.get({ category: ROUTE, id: `way ${i}` }, load);
    shares.look();
    const sum = CACHE_CATEGORIES.reduce((all, one) => all + memory.state(one).maxBytes, 0);
    assert(sum <= memory.maxBytes, `${sum} of ${memory.maxBytes}`);
  }
  const { maxBytes, bytes } = memory.state(ROUTE);
  const most = MOST_TIMES * CACHE_POLICIES[ROUTE].memoryShare * memory.maxBytes;
  assert(maxBytes > 1.3 * before && maxBytes <= most && bytes <= maxBytes);
  for (const one of CACHE_CATEGORIES) {
    const least = LEAST_TIMES * CACHE_POLICIES[one].memoryShare * memory.maxBytes;
    assert(memory.state(one).maxBytes >= Math.floor(least) - 1, one);
  }
});
