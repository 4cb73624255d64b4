// The days with memory divided by the table, and by what is observed: whether that gives more hits in the same memory.
import { AdaptiveShares } from "../../lib/cache/adaptive-shares.ts";
import { CACHE_CATEGORIES, type CacheCategory } from "../../lib/cache/category.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { openCache } from "./open-cache.ts";
import { play, type Played, type Sources } from "./replay.ts";
import { dayTrace, harsherTraces, type Trace } from "./traces.ts";

/** Too little for the day, about half, and nearly enough. */
const MEGABYTES = [4, 8, 16, 32] as const;
/** What a load of each takes on the day's own clock, in milliseconds. */
const TOOK_MS: Readonly<Partial<Record<CacheCategory, number>>> = {
  place: 50,
  route: 50,
  pricing: 1,
};
const LOOK_EVERY = 500;

/** Prints both; true where dividing anew loses on no day. */
export async function compareShares(sources: Sources, night: string): Promise<boolean> {
  let isBetter = true;
  for (const trace of [dayTrace(), ...harsherTraces()]) {
    for (const megabytes of MEGABYTES) {
      const fixed = await played(trace, { megabytes, isAdaptive: false, sources, night });
      const fitted = await played(trace, { megabytes, isAdaptive: true, sources, night });
      const said = [fixed, fitted].map(({ hits, waitedMs, requests }) =>
        `${(100 * hits / requests).toFixed(2)} % hits, ${(waitedMs / 1_000).toFixed(0)} s waited`
      );
      console.info(`${trace.name}, ${megabytes} MB: table ${said[0]}; observed ${said[1]}`);
      if (fitted.waitedMs > fixed.waitedMs) isBetter = false;
    }
  }
  return isBetter;
}

async function played(
  trace: Trace,
  { megabytes, isAdaptive, sources, night }: {
    megabytes: number;
    isAdaptive: boolean;
    sources: Sources;
    night: string;
  },
): Promise<Played & { waitedMs: number }> {
  const clock = manualClock(night);
  const now = () => clock.now().epochMilliseconds;
  const { cache, cacheParts } = openCache({ megabytes, clock, now });
  const shares = new AdaptiveShares(cacheParts);
  let asked = 0;
  const looking = {
    get: (...of: Parameters<typeof cache.get>) => {
      if (isAdaptive && ++asked % LOOK_EVERY === 0) {
        for (const category of CACHE_CATEGORIES) {
          const counts = cacheParts.stats.of(category);
          counts.loadMs = counts.loads * (TOOK_MS[category] ?? 0);
        }
        shares.look();
      }
      return cache.get(...of);
    },
    invalidate: cache.invalidate.bind(cache),
  } as Pick<typeof cache, "get" | "invalidate">;
  const done = await play(trace, { cache: looking, clock, sources });
  const waitedMs = CACHE_CATEGORIES.reduce(
    (sum, one) => sum + cacheParts.stats.of(one).loads * (TOOK_MS[one] ?? 0),
    0,
  );
  return { ...done, waitedMs };
}
