// Plays a day against a cache: each quote finds two places, a route and a price, as the product would ask for them.
import type { Cache } from "../../lib/cache/cache.ts";
import { type CacheKey, MAX_ID_LENGTH } from "../../lib/cache/cache-key.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import type { ManualClock } from "../../lib/kernel/clock.ts";
import { EDIT_HOURS, type Quote, type Trace } from "./traces.ts";

/** Answers what is not held. */
export interface Sources {
  place: (id: string) => Promise<unknown>;
  route: (id: string) => Promise<unknown>;
  price: (id: string) => Promise<unknown>;
}

/** What came of the customers' requests; those of a scan are not theirs. */
export interface Played {
  requests: number;
  /** Of keys that nobody had asked for that day. */
  firstReads: number;
  hits: number;
  /** Calls to engines outside: places and routes. */
  outside: number;
  /** Prices of a tariff that is no longer in force. */
  oldPrices: number;
}

const HOUR_MS = 3_600_000;

/** One request. */
export interface Asked {
  key: CacheKey;
  load: (id: string) => Promise<unknown>;
}

/** The requests of one quote. */
export function asksOf({ from, to, atMs }: Quote, tariff: number, sources: Sources): Asked[] {
  const route = `${point(from)};${point(to)}`;
  const band = Math.floor(atMs / HOUR_MS / 6);
  const price = `${route}|${tariff}|${band}`.slice(0, MAX_ID_LENGTH);
  const place = (rank: number) => ({
    key: { category: CacheCategory.PLACE, id: `place ${rank}`, tags: ["places"] },
    load: sources.place,
  });
  return [
    place(from),
    place(to),
    { key: { category: CacheCategory.ROUTE, id: route, tags: ["roads"] }, load: sources.route },
    { key: { category: CacheCategory.PRICING, id: price, tags: ["tariff"] }, load: sources.price },
  ];
}

/** Plays a day; time is the day's own. */
export async function play(
  trace: Trace,
  { cache, clock, sources, untilMs = Infinity }: {
    cache: Pick<Cache, "get" | "invalidate">;
    clock: ManualClock;
    sources: Sources;
    untilMs?: number;
  },
): Promise<Played> {
  const startMs = clock.now().epochMilliseconds;
  const seen = new Set<string>();
  const played = { requests: 0, firstReads: 0, hits: 0, outside: 0, oldPrices: 0 };
  let tariff = 0;
  let loaded = false;
  const counted: Sources = {
    place: (id) => (loaded = true, played.outside++, sources.place(id)),
    route: (id) => (loaded = true, played.outside++, sources.route(id)),
    price: async (id) => (loaded = true, { ...Object(await sources.price(id)), tariff }),
  };
  for (const quote of trace.quotes) {
    if (quote.atMs >= untilMs) break;
    const atMs = startMs + quote.atMs;
    clock.set(Temporal.Instant.fromEpochMilliseconds(atMs).toString());
    const edits = EDIT_HOURS.filter((hour) => hour * HOUR_MS <= quote.atMs).length;
    if (edits > tariff) {
      tariff = edits;
      await cache.invalidate({ kind: "tag", tag: "tariff" });
    }
    for (const { key, load } of asksOf(quote, tariff, counted)) {
      loaded = false;
      const value: unknown = await cache.get(key, load);
      if (key.category === CacheCategory.PRICING && Object(value).tariff !== tariff) {
        played.oldPrices++;
      }
      if (quote.isScan) continue;
      const name = `${key.category} ${key.id}`;
      played.requests++;
      if (!loaded) played.hits++;
      if (!seen.has(name)) played.firstReads++;
      seen.add(name);
    }
  }
  return played;
}

function point(rank: number): string {
  return `${(55 + (rank * 7_919 % 13_000) / 1_000).toFixed(5)},${
    (11 + (rank * 104_729 % 12_000) / 1_000).toFixed(5)
  }`;
}
