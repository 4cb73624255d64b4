// What is told of the cache in figures: how much it saves, what it costs, and what is asked for most.
import { idOf } from "./cache-key.ts";
import { type CacheCounts, hitRate, hitsOf } from "./cache-stats.ts";
import { CACHE_CATEGORIES, type CacheCategory } from "./category.ts";
import type { TierState } from "./guarded-tier.ts";
import type { HeldState } from "./memory-tier.ts";
import { CACHE_POLICIES } from "./policy.ts";
import type { CacheParts } from "./services.ts";
import type { WarmingDone } from "./warm-cache.ts";

/** Figures of one category, or of all. */
export interface CacheFigures extends CacheCounts {
  /** Answered without a load, and the share of all that was asked that is. */
  hits: number;
  hitRate: number;
  /** The mean of a load, in milliseconds: what a miss costs. */
  missMs: number;
}

/** How long a category is fresh, in milliseconds: now, and by the table. */
export interface CacheLife {
  ttlMs: number;
  tableTtlMs: number;
}

/** What is known of the network tier. */
export interface NetworkFigures extends TierState {
  hits: number;
  /** Said here and not taken by it yet. */
  unsaidInvalidations: number;
  /** The last look did not bring what others have said. */
  isBehind: boolean;
}

/** Everything that is told. Counts are of this process since `since`. */
export interface CacheAnalytics {
  /** Instant. */
  since: string;
  stats: CacheFigures & { bytes: number; entries: number; evictions: number };
  tiers: {
    memory: HeldState & { hits: number };
    /** Null where this instance shares nothing. */
    network: NetworkFigures | null;
  };
  categories: Readonly<Record<CacheCategory, CacheFigures & HeldState & CacheLife>>;
  /** What is asked for most, of categories whose ids say nothing about anybody. */
  hotKeys: readonly { category: CacheCategory; id: string; count: number }[];
  /** Memory is divided by what misses have cost, not by the table. */
  isAdaptive: boolean;
  /** Times to live are fitted to what is observed. */
  isFitted: boolean;
  /** The last that ended in this process. */
  warming: WarmingDone | null;
}

/** Most hot keys that are told. */
const MAX_TOLD = 50;

/** The figures now. */
export function analyse(parts: CacheParts, warming: WarmingDone | null): CacheAnalytics {
  const { memory, stats, tier, agreement, since } = parts;
  const sum = stats.sum();
  const held = CACHE_CATEGORIES.map((one) => memory.state(one));
  const total = (name: keyof HeldState) => held.reduce((all, state) => all + state[name], 0);
  const size = { bytes: total("bytes"), entries: total("entries"), evictions: total("evictions") };
  const { unsaid: unsaidInvalidations, isBehind } = agreement;
  const ofNetwork = { hits: sum.networkHits, unsaidInvalidations, isBehind };
  return {
    since,
    stats: { ...figuresOf(sum), ...size },
    tiers: {
      memory: { ...size, maxBytes: memory.maxBytes, hits: hitsOf(sum) - sum.networkHits },
      network: tier === null ? null : { ...tier.state(), ...ofNetwork },
    },
    categories: byCategory((one) => ({
      ...figuresOf(stats.of(one)),
      ...memory.state(one),
      ttlMs: parts.policyOf(one).ttlMs,
      tableTtlMs: CACHE_POLICIES[one].ttlMs,
    })),
    hotKeys: hotKeys(parts),
    isAdaptive: parts.adaptiveShares !== null,
    isFitted: parts.adaptiveLives !== null,
    warming,
  };
}

function figuresOf(counts: CacheCounts): CacheFigures {
  const { loads, loadMs } = counts;
  const missMs = loads === 0 ? 0 : loadMs / loads;
  return { ...counts, hits: hitsOf(counts), hitRate: hitRate(counts), missMs };
}

function byCategory<Value>(
  of: (category: CacheCategory) => Value,
): Record<CacheCategory, Value> {
  return {
    "user-data": of("user-data"),
    location: of("location"),
    route: of("route"),
    pricing: of("pricing"),
    place: of("place"),
    geocode: of("geocode"),
    tariff: of("tariff"),
    page: of("page"),
    query: of("query"),
  };
}

function hotKeys({ patterns, policyOf }: CacheParts): CacheAnalytics["hotKeys"] {
  return CACHE_CATEGORIES.filter((one) => policyOf(one).isShown)
    .flatMap((category) =>
      patterns.hottest(category, MAX_TOLD)
        .map(({ name, count }) => ({ category, id: idOf(name), count }))
    )
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_TOLD);
}
