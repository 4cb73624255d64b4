import assert from "node:assert/strict";
import { CacheCategory } from "../../lib/cache/category.ts";
import { PricingCacheManager } from "../../lib/pricing/pricing-cache-manager.ts";
import { warmRoutes } from "../../lib/pricing/warm-routes.ts";
import type { Point } from "../../lib/places/place.ts";
import { MemoryNetwork } from "../support/cache/memory-network.ts";
import { testCache } from "../support/cache/test-cache.ts";
import { aRoute, POINTS } from "../support/pricing.ts";

const { landvetter, centrum, frolunda } = POINTS;

/** An instance of a build; it notes the ends the engine is asked for. */
function instance(tier: MemoryNetwork, release: string) {
  const asked: string[] = [];
  const routing = {
    roads: () => `roads of ${release}`,
    route: (from: Point, to: Point) => {
      asked.push(`${from.lat} ${to.lat}`);
      return Promise.resolve({ ok: true as const, route: aRoute() });
    },
  };
  const test = testCache({ tier, release });
  const pricingCache = new PricingCacheManager({ ...test, routing });
  return { ...test, asked, pricingCache, shutdown: new AbortController() };
}

/** What a former build was asked for, as it left it in the tier. */
async function yesterday(tier: MemoryNetwork) {
  const { pricingCache, cacheParts } = instance(tier, "yesterday");
  for (let i = 0; i < 64; i++) await pricingCache.route(landvetter, centrum);
  await pricingCache.route(frolunda, centrum);
  await cacheParts.patternKeeper.write();
}

Deno.test("warmRoutes() looks for the ways a former build was asked for, the hottest first, by today's roads", async () => {
  const tier = new MemoryNetwork();
  await yesterday(tier);
  const today = instance(tier, "today");
  let rests = 0;
  const rest = () => Promise.resolve(void rests++);
  const warmed = await warmRoutes({ ...today, shutdown: today.shutdown.signal }, rest);
  assert.deepEqual(warmed, { warmed: 2, failed: 0, left: 0 });
  assert.equal(rests, 2);
  assert.deepEqual(today.asked, [
    `${landvetter.lat} ${centrum.lat}`,
    `${frolunda.lat} ${centrum.lat}`,
  ]);
  await today.pricingCache.route(landvetter, centrum);
  assert.equal(today.asked.length, 2);
});

Deno.test("warmRoutes() asks for nothing more once the server stops, and for nothing that is no way", async () => {
  const tier = new MemoryNetwork();
  await yesterday(tier);
  const today = instance(tier, "today");
  today.cacheParts.patterns.note(CacheCategory.ROUTE, "anything", 1_000);
  today.shutdown.abort();
  const rest = () => Promise.resolve();
  const warmed = await warmRoutes({ ...today, shutdown: today.shutdown.signal }, rest);
  assert.deepEqual([warmed.warmed, today.asked], [0, []]);
});

Deno.test("warmRoutes() knows nothing where the tier does not answer, and can be asked again", async () => {
  const tier = new MemoryNetwork();
  await yesterday(tier);
  const today = instance(tier, "today");
  const warm = () =>
    warmRoutes({ ...today, shutdown: today.shutdown.signal }, () => Promise.resolve());
  tier.mood = "broken";
  assert.equal((await warm()).warmed, 0);
  tier.mood = "well";
  assert.equal((await warm()).warmed, 2);
});
