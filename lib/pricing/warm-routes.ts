// Use case: the ways that were asked for most are looked for before anybody asks, after a start and a little at a time.
import { CacheCategory } from "../cache/category.ts";
import { type WarmBudget, warmCache, type WarmDeps, type Warmed } from "../cache/warm-cache.ts";
import { idOf } from "../cache/cache-key.ts";
import type { PatternKeeper } from "../cache/pattern-keeper.ts";
import { type PricingCacheManager, ROADS_TAG } from "./pricing-cache-manager.ts";

/** What it needs. */
export interface WarmRoutesDeps extends Pick<WarmDeps, "cache"> {
  cacheParts: Omit<WarmDeps, "cache"> & { patternKeeper: Pick<PatternKeeper, "read"> };
  pricingCache: Pick<PricingCacheManager, "wayOf">;
  shutdown: AbortSignal;
}

/** A way may take our own engine a tenth of a second, in which nothing else is answered: one at a time, and few. */
const BUDGET: WarmBudget = { keys: 2_000, ms: 60_000, atOnce: 1 };
/** Between two of them requests come first, in milliseconds. */
const REST_MS = 20;

const MACHINE_REST = () => new Promise<void>((resolve) => setTimeout(resolve, REST_MS));

/** Warms what former processes have recorded, by the roads the engine knows now. */
export async function warmRoutes(
  { cache, cacheParts, pricingCache, shutdown }: WarmRoutesDeps,
  rest: () => Promise<void> = MACHINE_REST,
): Promise<Warmed> {
  await cacheParts.patternKeeper.read();
  const ways = cacheParts.patterns.hottest(CacheCategory.ROUTE, BUDGET.keys)
    .flatMap(({ name }) => pricingCache.wayOf(idOf(name)) ?? []);
  const loads = new Map(ways.map(({ id, load }) => [id, load]));
  return await warmCache({ ...cacheParts, cache }, [{
    category: CacheCategory.ROUTE,
    priority: "high",
    keys: [...loads.keys()],
    tagsOf: () => [ROADS_TAG],
    async dataLoader(id) {
      await rest();
      // What fails costs its key alone.
      shutdown.throwIfAborted();
      return await loads.get(id)?.();
    },
  }], BUDGET);
}
