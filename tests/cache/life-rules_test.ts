// Times to live that follow what changes: by its rate and by what a load costs, within bounds, and as much out of date.
import assert from "node:assert/strict";
import { AdaptiveLives } from "../../lib/cache/adaptive-lives.ts";
import { CacheStats } from "../../lib/cache/cache-stats.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import {
  changeRate,
  fittedLives,
  LEAST_OF_TABLE,
  MOST_OF_TABLE,
  type Observed,
} from "../../lib/cache/life-rules.ts";
import { CACHE_POLICIES } from "../../lib/cache/policy.ts";
import { seeded } from "../support/random.ts";
import { testCache } from "../support/cache/test-cache.ts";

const DAY_MS = 86_400_000;

function observed(changed: Partial<Observed> = {}): Observed {
  return {
    ...{ category: CacheCategory.ROUTE, ttlMs: DAY_MS, tableMs: DAY_MS },
    ...{ renewals: 100, changes: 20, agesMs: 100 * DAY_MS, hits: 1_000, loadMs: 50 },
    ...changed,
  };
}

/** Looks until nothing moves any more. */
function settled(all: readonly Observed[]): Map<CacheCategory, number> {
  let now = all;
  for (let look = 0; look < 60; look++) {
    const fitted = fittedLives(now);
    now = now.map((one) => {
      const ttlMs = fitted.get(one.category) ?? one.ttlMs;
      // Of keys that are asked for all the time renewals go with 1/ttl; how often something changes stays as it is.
      const renewals = one.renewals * one.ttlMs / ttlMs;
      const changes = renewals * (1 - Math.exp(-RATES[one.category]! * ttlMs));
      return { ...one, ttlMs, renewals, changes, agesMs: renewals * ttlMs };
    });
  }
  return new Map(now.map(({ category, ttlMs }) => [category, ttlMs]));
}

const RATES: Partial<Record<CacheCategory, number>> = {
  route: 0.5 / DAY_MS,
  geocode: 0.05 / DAY_MS,
  page: 20 / DAY_MS,
};

Deno.test("the rate of change is found from renewals that only say whether, not how often, something changed", () => {
  const random = seeded(20_261_128);
  for (const rate of [0.05, 0.5, 2]) {
    let [changes, agesMs] = [0, 0];
    for (let i = 0; i < 5_000; i++) {
      agesMs += DAY_MS;
      if (random() < 1 - Math.exp(-rate)) changes++;
    }
    const found = changeRate(observed({ renewals: 5_000, changes, agesMs })) * DAY_MS;
    assert(Math.abs(found / rate - 1) < 0.1, `${found} for ${rate}`);
  }
});

Deno.test("what changes seldom lives longer, what changes often shorter, and as much is out of date as by the table", () => {
  const route = observed({ hits: 10_000 });
  const geocode = observed({ category: CacheCategory.GEOCODE, changes: 2, hits: 10_000 });
  const lives = settled([route, geocode]);
  const [routeMs, geocodeMs] = [lives.get("route")!, lives.get("geocode")!];
  assert(routeMs < DAY_MS && geocodeMs > DAY_MS, `${routeMs} ${geocodeMs}`);
  const staleBy = (route: number, geocode: number) =>
    RATES.route! * route + RATES.geocode! * geocode;
  const [by, now] = [staleBy(DAY_MS, DAY_MS), staleBy(routeMs, geocodeMs)];
  assert(Math.abs(now / by - 1) < 0.1, `${now / by}`);
});

Deno.test("of two that change alike the dearer lives longer", () => {
  const cheap = observed({ loadMs: 5 });
  const dear = observed({ category: CacheCategory.GEOCODE, loadMs: 500 });
  const lives = fittedLives([cheap, dear]);
  assert(lives.get("geocode")! > DAY_MS && lives.get("route")! < DAY_MS);
});

Deno.test("no time to live leaves its bounds, and who has too little to say keeps theirs", () => {
  const random = seeded(7);
  const some = (category: CacheCategory) =>
    observed({
      category,
      changes: Math.floor(100 * random()),
      hits: 1 + Math.floor(1e5 * random()),
      loadMs: 10 ** (4 * random()),
      ttlMs: DAY_MS * (LEAST_OF_TABLE + random() * (MOST_OF_TABLE - LEAST_OF_TABLE)),
    });
  for (let i = 0; i < 2_000; i++) {
    const all = [some("route"), some("geocode"), some("page"), some("user-data")];
    const quiet = observed({ category: CacheCategory.LOCATION, renewals: 3, changes: 3 });
    const lives = fittedLives([...all, quiet]);
    assert.equal(lives.has("location"), false);
    for (const ttlMs of lives.values()) {
      assert(ttlMs >= LEAST_OF_TABLE * DAY_MS - 1 && ttlMs <= MOST_OF_TABLE * DAY_MS + 1);
    }
  }
});

Deno.test("one kind alone keeps the time of the table: there is nothing to give and take", () => {
  assert.deepEqual([...fittedLives([observed()]).values()], [DAY_MS]);
});

Deno.test("what was observed is what loads brought, and what is loaded then lives as long", async () => {
  const { cache, cacheParts, pass } = testCache({ lives: "observed" });
  const lives = cacheParts.adaptiveLives!;
  const { ttlMs: tableMs } = CACHE_POLICIES[CacheCategory.ROUTE];
  let version = 0;
  for (let round = 0; round < 30; round++) {
    for (let ask = 0; ask < 5; ask++) {
      await cache.get({ category: CacheCategory.ROUTE, id: "way" }, () => {
        pass(50);
        return Promise.resolve({ version: version++ });
      });
      await cache.get({ category: CacheCategory.GEOCODE, id: "address" }, () => {
        pass(50);
        return Promise.resolve({ always: "the same" });
      });
    }
    pass(10 * 86_400_000);
  }
  lives.look();
  assert(lives.ttlMs(CacheCategory.ROUTE) < tableMs);
  assert(lives.ttlMs(CacheCategory.GEOCODE) > CACHE_POLICIES[CacheCategory.GEOCODE].ttlMs);
  assert.equal(lives.ttlMs(CacheCategory.TARIFF), CACHE_POLICIES[CacheCategory.TARIFF].ttlMs);
  await cache.get({ category: CacheCategory.ROUTE, id: "another" }, () => Promise.resolve(1));
  const { now } = cacheParts;
  const held = cacheParts.memory.part(CacheCategory.ROUTE).lru.peek("another")!;
  assert.equal(held.freshUntilMs, Math.floor(now() + lives.ttlMs(CacheCategory.ROUTE)));
});

Deno.test("times to live are the table's unless they are asked for", () => {
  assert.equal(testCache().cacheParts.adaptiveLives, null);
  assert.equal(
    new AdaptiveLives({ stats: new CacheStats() }).ttlMs("page"),
    CACHE_POLICIES.page.ttlMs,
  );
});
