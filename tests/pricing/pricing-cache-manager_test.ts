import assert from "node:assert/strict";
import type { Cache } from "../../lib/cache/cache.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { PricingCacheManager } from "../../lib/pricing/pricing-cache-manager.ts";
import { buildFares, type FareTerms } from "../../lib/pricing/quote-rules.ts";
import type { Tariff } from "../../lib/pricing/tariff.ts";
import type { RouteAnswer, RoutingEngine } from "../../lib/routing/route.ts";
import { MemoryNetwork } from "../support/cache/memory-network.ts";
import { testCache } from "../support/cache/test-cache.ts";
import { aRoute, NO_EXTRAS, POINTS } from "../support/pricing.ts";
import { fc } from "../support/property.ts";
import { tariff as anyTariff } from "./any-trip.ts";

const { landvetter, centrum } = POINTS;
const DAY_MS = 86_400_000;

Deno.test("route() asks the engine once for the same ends in the same direction, however many ask", async () => {
  const engine = new CountingEngine();
  const manager = new PricingCacheManager({ ...testCache(), routing: engine });
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => manager.route(landvetter, centrum)),
  );
  assert.deepEqual(answers.map(metersOf), Array(100).fill(1));
  // A metre is the grain of it.
  await manager.route({ ...landvetter, lat: landvetter.lat + 0.000_001 }, centrum);
  assert.equal(engine.asked, 1);
  await manager.route(centrum, landvetter);
  assert.equal(engine.asked, 2);
});

Deno.test("route() gives nothing that another version of the roads answered", async () => {
  const engine = new CountingEngine();
  const manager = new PricingCacheManager({ ...testCache(), routing: engine });
  await manager.route(landvetter, centrum);
  engine.version = "newer";
  assert.equal(metersOf(await manager.route(landvetter, centrum)), 2);
});

Deno.test("route() keeps nothing of an engine that does not name its roads", async () => {
  const engine = new CountingEngine();
  const routing = { route: () => engine.route() };
  const manager = new PricingCacheManager({ ...testCache(), routing });
  await manager.route(landvetter, centrum);
  assert.equal(metersOf(await manager.route(landvetter, centrum)), 2);
});

Deno.test("route() gives yesterday's way while the engine is down, and keeps no answer that stands in for one", async () => {
  const test = testCache();
  const engine = new CountingEngine();
  const manager = new PricingCacheManager({ ...test, routing: engine });
  await manager.route(landvetter, centrum);
  engine.isDown = true;
  assert.equal((await manager.route(centrum, landvetter)).isStandIn, true);
  test.pass(3 * DAY_MS);
  assert.equal(metersOf(await manager.route(landvetter, centrum)), 1);
  engine.isDown = false;
  const better = await manager.route(centrum, landvetter);
  assert.deepEqual([better.isStandIn, metersOf(better)], [undefined, engine.asked]);
});

Deno.test("route() shares ways between instances on one tier, and a refusal is a way too", async () => {
  const tier = new MemoryNetwork();
  const engine = new CountingEngine({ ok: false, reason: "no-crossing" });
  const one = new PricingCacheManager({ ...testCache({ tier }), routing: engine });
  const other = new PricingCacheManager({ ...testCache({ tier }), routing: engine });
  await one.route(landvetter, centrum);
  while (tier.entries.size === 0) await Promise.resolve();
  assert.deepEqual(await other.route(landvetter, centrum), { ok: false, reason: "no-crossing" });
  assert.equal(engine.asked, 1);
});

Deno.test("fares() are those of an uncached calculation, over 10,000 trips and tariffs that are edited between", async () => {
  const { oldFares, hits } = await askManyFares(testCache());
  assert.equal(oldFares, 0);
  assert(hits > 1_000, `${hits} hits`);
});

Deno.test("the look at 10,000 fares sees a planted key that leaves out the tariff", async () => {
  const test = testCache();
  const withoutTariff: Pick<Cache, "get"> = {
    get: (key, load) => test.cache.get({ ...key, id: key.id.replace(/^[^|]*/, "") }, load),
  };
  const { oldFares } = await askManyFares({ ...test, cache: withoutTariff });
  assert(oldFares > 1_000, `${oldFares}`);
});

Deno.test("fares() throws what the rules throw, and keeps no failure", async () => {
  const manager = managerOver(testCache());
  const [terms] = fc.sample(anyTerms, 1);
  const wrong = {
    ...terms!,
    classes: ["wheelchair" as const],
    tariff: onlyStandard(terms!.tariff),
  };
  await assert.rejects(manager.fares(wrong), { code: "class-not-offered" });
  await assert.rejects(manager.fares(wrong), { code: "class-not-offered" });
});

function onlyStandard(tariff: Tariff): Tariff {
  return { ...tariff, rates: { standard: DEMO_TARIFFS[0]!.rates.standard! } };
}

const anyTerms = fc.record({
  tariff: fc.constantFrom(...DEMO_TARIFFS),
  classes: fc.constant(["standard"] as const),
  route: fc.record({
    distanceMeters: fc.constantFrom(3_000, 21_500),
    durationSeconds: fc.constantFrom(600, 1_500),
  }),
  trip: fc.record({
    from: fc.constantFrom(...Object.values(POINTS)).map((point) => ({ point })),
    to: fc.constantFrom(...Object.values(POINTS)).map((point) => ({ point })),
    pickup: fc.integer({ min: 0, max: 72 }).map((hour) => ({
      instant: Temporal.Instant.from("2026-11-01T00:00:00Z").add({ hours: hour }).toString(),
    })),
    extras: fc.constantFrom(NO_EXTRAS, { ...NO_EXTRAS, pets: 1 }),
  }),
});

/** Asks for 10,000 fares; of each tariff there are editions of one version, which differ in what they cost. */
async function askManyFares(
  test: Pick<ReturnType<typeof testCache>, "cacheParts"> & {
    cache: Pick<Cache, "get">;
  },
): Promise<{ oldFares: number; hits: number }> {
  const manager = managerOver(test);
  const versions = fc.sample(anyTariff, 40).map((one, i) => ({
    ...one,
    version: `2020-01-01.${1 + i % 4}`,
  }));
  const trips = fc.sample(anyTerms, 10_000);
  let oldFares = 0;
  for (const [i, trip] of trips.entries()) {
    // An edit every hundred trips; a few come back, as where a draft is tried and withdrawn.
    const terms: FareTerms = { ...trip, tariff: versions[Math.floor(i / 100) % versions.length]! };
    const given = JSON.stringify(await manager.fares(terms));
    if (given !== JSON.stringify(buildFares(terms))) oldFares++;
  }
  return { oldFares, hits: test.cacheParts.stats.of(CacheCategory.PRICING).memoryHits };
}

function managerOver({ cache }: { cache: Pick<Cache, "get"> }): PricingCacheManager {
  return new PricingCacheManager({ cache, routing: new CountingEngine() });
}

/** An engine that answers how often it was asked, unless it is told what. */
class CountingEngine implements RoutingEngine {
  asked = 0;
  version = "1";
  isDown = false;
  readonly #answer: RouteAnswer | null;

  constructor(answer: RouteAnswer | null = null) {
    this.#answer = answer;
  }

  route(): Promise<RouteAnswer> {
    this.asked++;
    const own: RouteAnswer = { ok: true, route: aRoute({ distanceMeters: this.asked }) };
    return Promise.resolve(this.isDown ? { ...own, isStandIn: true } : this.#answer ?? own);
  }

  roads(): string {
    return this.version;
  }
}

function metersOf(answer: RouteAnswer): number {
  assert(answer.ok);
  return answer.route.distanceMeters;
}
