// What is kept ready, for those who mend what fails: figures of this process, the tiers, and what a purge would take.
import type { OperatorSession } from "../accounts/session.ts";
import type { CacheAnalytics, CacheFigures, CacheLife } from "../cache/analyse-cache.ts";
import { CACHE_CATEGORIES, CacheCategory } from "../cache/category.ts";
import { countHeld, type HeldCount } from "../cache/count-held.ts";
import type { InstanceRoster, SeenInstance } from "../cache/instance-roster.ts";
import type { HeldState, MemoryTier } from "../cache/memory-tier.ts";
import type { EdgeState, EdgeTeller } from "../edge/tell-edge.ts";
import type { Feed } from "../kv/feed.ts";
import type { LocationCacheManager } from "../tracking/location-cache-manager.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";
import { type PurgeDone, PURGES_DONE } from "./purge-cache.ts";
import { type PurgeFault, type PurgeForm, type PurgeWish, purgeWish } from "./purge-form.ts";

/** What the page needs. */
export interface CachePageDeps extends FramedDeps {
  cacheManager: { getAnalytics(): CacheAnalytics };
  cacheParts: { memory: MemoryTier; instances: Pick<InstanceRoster, "read"> };
  locationCache: Pick<LocationCacheManager, "state">;
  edgeTeller: Pick<EdgeTeller, "state"> | null;
  feed: Pick<Feed, "head">;
}

/** A category; `loadMs` is what its misses have cost. */
export interface CategoryRow extends CacheFigures, HeldState, CacheLife {
  category: CacheCategory;
  /** Of all instances that share a tier, this one too; null where nothing is shared. */
  ofAll: Pick<CacheFigures, "hits" | "misses"> | null;
}

/** What a purge would take: of what this process holds, or of a cache in front. */
export type PurgePreview = { of: "kept"; held: HeldCount } | { of: "edge" };

/** What the page was asked for beside the figures. */
export interface CacheAsked {
  form: PurgeForm | null;
  reason?: string;
  fault?: PurgeFault | null;
  done?: string | null;
}

/** The page. */
export interface CacheData extends Framed {
  /** Feed cursor from before anything was read. */
  cursor: string;
  analytics: CacheAnalytics;
  /** What costs most first. */
  categories: readonly CategoryRow[];
  /** Null without a cache in front. */
  edge: EdgeState | null;
  /** All that share a tier; null where nothing is shared. */
  instances: readonly SeenInstance[] | null;
  /** True for who may purge. */
  manages: boolean;
  form: PurgeForm | null;
  reason: string;
  fault: PurgeFault | null;
  /** Null until somebody asks, and for what cannot be done. */
  preview: PurgePreview | null;
  /** What the form that led here has done; null when none did. */
  done: PurgeDone | null;
}

/** Reads it. */
export async function loadCachePage(
  deps: CachePageDeps,
  operator: OperatorSession,
  { form, reason = "", fault = null, done = null }: CacheAsked,
): Promise<CacheData> {
  const cursor = await deps.feed.head();
  const frame = await framed(deps, operator);
  const analytics = deps.cacheManager.getAnalytics();
  const instances = await deps.cacheParts.instances.read();
  const read = form === null ? null : purgeWish(form);
  return {
    ...frame,
    cursor,
    analytics,
    categories: rowsOf(analytics, deps.locationCache.state(), instances),
    edge: deps.edgeTeller?.state() ?? null,
    instances,
    manages: operator.rights.includes("mend-faults"),
    form,
    reason,
    fault: read?.ok === false ? read.fault : fault,
    preview: read?.ok ? previewOf(deps, read.wish) : null,
    done: PURGES_DONE.find((one) => one === done) ?? null,
  };
}

/** Where cars are is held by an index of its own, within the share of its category. */
function rowsOf(
  { categories }: CacheAnalytics,
  cars: HeldState,
  instances: readonly SeenInstance[] | null,
): CategoryRow[] {
  const held = (category: CacheCategory) => category === CacheCategory.LOCATION ? cars : {};
  return CACHE_CATEGORIES
    .map((category) => ({
      ...{ category, ...categories[category], ...held(category) },
      ofAll: instances === null ? null : sumOf(instances, category),
    }))
    .sort((a, b) => b.loadMs - a.loadMs);
}

function sumOf(instances: readonly SeenInstance[], category: CacheCategory) {
  const those = instances.flatMap(({ categories }) =>
    categories.filter((one) => one.category === category)
  );
  const sum = (name: "hits" | "misses") => those.reduce((all, one) => all + one[name], 0);
  return { hits: sum("hits"), misses: sum("misses") };
}

function previewOf({ cacheParts }: CachePageDeps, wish: PurgeWish): PurgePreview {
  if (wish.of === "edge") return { of: "edge" };
  return { of: "kept", held: countHeld(cacheParts.memory, wish.said) };
}
