// What became of everything that was asked for, in numbers.
import { CACHE_CATEGORIES, type CacheCategory } from "./category.ts";

/** Counts of one category since the process began. */
export interface CacheCounts {
  /** Answered from memory, and from the network tier, while fresh. */
  memoryHits: number;
  networkHits: number;
  /** Answered with what was no longer fresh, while it was loaded anew. */
  staleHits: number;
  /** Answered with what was no longer fresh, because loading failed. */
  errorHits: number;
  /** Of all those: that there is nothing. */
  nothingHits: number;
  /** Not held; of those, who waited for somebody else's load. */
  misses: number;
  joined: number;
  loads: number;
  failedLoads: number;
  /** Milliseconds of loads, and those that hits did not have to wait. */
  loadMs: number;
  savedMs: number;
  /** Not kept: too large, or no longer true when it came. */
  tooLarge: number;
  overtaken: number;
}

const NONE: CacheCounts = {
  memoryHits: 0,
  networkHits: 0,
  staleHits: 0,
  errorHits: 0,
  nothingHits: 0,
  misses: 0,
  joined: 0,
  loads: 0,
  failedLoads: 0,
  loadMs: 0,
  savedMs: 0,
  tooLarge: 0,
  overtaken: 0,
};

/** The counts of all categories. */
export class CacheStats {
  readonly #counts = new Map(CACHE_CATEGORIES.map((one) => [one, { ...NONE }]));

  /** The counts of one category, to be counted up. */
  of(category: CacheCategory): CacheCounts {
    const counts = this.#counts.get(category);
    if (counts === undefined) throw new RangeError(`No category is called ${category}`);
    return counts;
  }

  /** The sum of all categories. */
  sum(): CacheCounts {
    const sum = { ...NONE };
    for (const counts of this.#counts.values()) {
      for (const name of COUNTED) sum[name] += counts[name];
    }
    return sum;
  }
}

const COUNTED: readonly (keyof CacheCounts)[] = [
  ...["memoryHits", "networkHits", "staleHits", "errorHits", "nothingHits"] as const,
  ...["misses", "joined", "loads", "failedLoads", "loadMs", "savedMs"] as const,
  ...["tooLarge", "overtaken"] as const,
];

/** How many were answered without a load. */
export function hitsOf({ memoryHits, networkHits, staleHits, errorHits }: CacheCounts): number {
  return memoryHits + networkHits + staleHits + errorHits;
}

/** The share that was answered without a load; 0 where nothing was asked. */
export function hitRate(counts: CacheCounts): number {
  const hits = hitsOf(counts);
  return hits === 0 ? 0 : hits / (hits + counts.misses);
}
