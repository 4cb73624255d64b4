// Trips are priced by two instances that share a database and a tier, while tariffs are saved by both: a price that is asked
// for after a save was acknowledged is by that tariff or a later one, and to the öre what an uncached calculation says.
import assert from "node:assert/strict";
import type { Cache } from "../../lib/cache/cache.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import { KvTier } from "../../lib/cache/kv-tier.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import { PricingCacheManager } from "../../lib/pricing/pricing-cache-manager.ts";
import { buildOptions, classesThatFit } from "../../lib/pricing/quote-rules.ts";
import { type PreviewTripDeps, quoteTrip } from "../../lib/pricing/quote-trip.ts";
import { QuoteStore } from "../../lib/pricing/quote-store.ts";
import { type Tariff, tariffRevision } from "../../lib/pricing/tariff.ts";
import { TariffStore } from "../../lib/pricing/tariff-store.ts";
import type { TripRequest } from "../../lib/trip/trip.ts";
import { testCache } from "../support/cache/test-cache.ts";
import {
  aRoute,
  aStopAt,
  aTripRequest,
  POINTS,
  SHIPPED_FEES,
  testQuoteKey,
} from "../support/pricing.ts";
import { oneOf, type Random, SEED, seeded, wholeBelow } from "../support/random.ts";

const TRIPS = 10_000;
/** Where each quote is written, which takes fifteen times as long. */
const KEPT_TRIPS = 600;
/** At once; one of them is a save. */
const AT_ONCE = 50;
const NOW = "2026-11-22T12:00:00Z";
/** The clocks of the caches stand still, so that a tier that was given up once would be given up for good. */
const deadlines = { readDeadlineMs: 60_000, writeDeadlineMs: 60_000 };
const EXTRAS = [0, 1].map((pets) => ({ childSeats: 0, pets, extraLuggage: 0 }));

/** What the instances are given: a cache of their own, and a store where what was quoted is kept. */
interface Given {
  keep: (cache: Cache) => Pick<Cache, "get" | "invalidate">;
  quotes?: (db: Database) => Pick<QuoteStore, "put">;
  trips?: number;
}

/** A save that reaches no other instance: what a tier that is broken, or none, comes to. */
const TELLS_NOBODY: Given = {
  keep: (cache) => ({
    get: (key, load) => cache.get(key, load),
    invalidate: () => Promise.resolve(true),
  }),
};

Deno.test("10,000 trips priced by two instances while tariffs are saved: no old price, none but the uncached one", async () => {
  const { old, wrong, hits, saves } = await priceMany({ keep: (cache) => cache });
  assert.deepEqual([old, wrong], [0, 0]);
  assert(saves > 100 && hits >= saves, `${saves} saves, ${hits} hits`);
});

Deno.test("they see a planted key without the tariff", async () => {
  const { wrong } = await priceMany({
    keep: (cache) => ({
      get: (key, load) => cache.get({ ...key, id: key.id.replace(/^[^|]*#[^|]*/, "") }, load),
      invalidate: (said) => cache.invalidate(said),
    }),
  });
  assert(wrong > 100, `${wrong}`);
});

Deno.test("they see a planted save that tells nobody", async () => {
  const { old } = await priceMany(TELLS_NOBODY);
  assert(old > 100, `${old}`);
});

Deno.test("where a save reaches no other instance, no quote by the former tariff is kept all the same", async () => {
  const { old, wrong, saves } = await priceMany({
    ...TELLS_NOBODY,
    quotes: (db) => new QuoteStore(db),
    trips: KEPT_TRIPS,
  });
  assert.deepEqual([old, wrong], [0, 0]);
  assert(saves > 10, `${saves} saves`);
});

async function priceMany({ keep, quotes = () => NOWHERE, trips = TRIPS }: Given) {
  const random = seeded(SEED);
  const db = await openDatabase(":memory:");
  const tier = new KvTier({ db: await openDatabase(":memory:") });
  const caches = [testCache({ tier, deadlines }), testCache({ tier, deadlines })];
  const found = { old: 0, wrong: 0, hits: 0, saves: 0, acknowledged: 0 };
  try {
    const instances = await Promise.all(caches.map(async ({ cache }) => {
      const kept = keep(cache);
      return {
        tariffs: new TariffStore(db, kept),
        feeEditions: SHIPPED_FEES,
        pricingCache: new PricingCacheManager({ cache: kept, routing }),
        ...{ clock: manualClock(NOW), quotes: quotes(db) },
        quoteKey: await testQuoteKey(),
        ...{
          randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
          timeZoneDataVersion: "2026b",
        },
      };
    }));
    const saved = new Map<string, Tariff>();
    for (let asked = 0; asked < trips; asked += AT_ONCE - 1) {
      const saving = save(random, oneOf(random, instances), saved, found);
      const pricing = Array.from({ length: AT_ONCE - 1 }, async () => {
        for (let turns = wholeBelow(random, 30); turns > 0; turns--) await Promise.resolve();
        const least = found.acknowledged;
        if (least === 0) return;
        await priceOne(oneOf(random, instances), aTrip(random), { saved, least, found });
      });
      await Promise.all([saving, ...pricing]);
      // How many found a price that was kept, of those who asked beside a save, is the machine's; of these two, one does.
      const [instance, trip] = [oneOf(random, instances), aTrip(random)];
      const { acknowledged: least } = found;
      for (let twice = 0; twice < 2; twice++) {
        await priceOne(instance, trip, { saved, least, found });
      }
    }
    const hitsOf = ({ cacheParts }: (typeof caches)[number]) =>
      cacheParts.stats.of(CacheCategory.PRICING).memoryHits;
    return { ...found, hits: caches.reduce((sum, one) => sum + hitsOf(one), 0) };
  } finally {
    tier.close();
    db.close();
  }
}

type Found = { old: number; wrong: number; saves: number; acknowledged: number };

async function save(
  random: Random,
  { tariffs }: { tariffs: TariffStore },
  saved: Map<string, Tariff>,
  found: Found,
): Promise<void> {
  const revision = ++found.saves;
  const tariff = {
    ...DEMO_TARIFF_2026,
    version: `2026-01-01.${revision}`,
    rates: {
      standard: { ...DEMO_TARIFF_2026.rates.standard!, perKmOre: 1_000 + wholeBelow(random, 900) },
    },
  };
  saved.set(tariff.version, tariff);
  await tariffs.save(tariff);
  found.acknowledged = revision;
}

function aTrip(random: Random): TripRequest {
  const [from, to] = [oneOf(random, PLACES), oneOf(random, PLACES)];
  return aTripRequest({
    ...{ from: aStopAt(from), to: aStopAt(to), extras: oneOf(random, EXTRAS) },
    pickup: Temporal.Instant.from(NOW).add({ hours: 1 + wholeBelow(random, 3) }).toString(),
  });
}

async function priceOne(
  deps: PreviewTripDeps & Parameters<typeof quoteTrip>[0],
  trip: TripRequest,
  { saved, least, found }: { saved: ReadonlyMap<string, Tariff>; least: number; found: Found },
): Promise<void> {
  const { tariffVersion, options, route } = await quoteTrip(deps, trip);
  const tariff = saved.get(tariffVersion)!;
  const classes = classesThatFit(tariff, trip);
  const own = buildOptions({ tariff, trip, route, classes, now: deps.clock.now() });
  if (tariffRevision(tariffVersion) < least) found.old++;
  if (JSON.stringify(own) !== JSON.stringify(options)) found.wrong++;
}

/** Takes every quote and asks nothing of it. */
const NOWHERE = { put: () => Promise.resolve(true) };
const PLACES = Object.values(POINTS);
const routing = {
  roads: () => "test",
  route: (from: { lat: number }, to: { lat: number }) => {
    const distanceMeters = 1_000 + Math.round(100_000 * Math.abs(from.lat - to.lat));
    return Promise.resolve({ ok: true as const, route: aRoute({ distanceMeters }) });
  },
};
