// Divides the memory of a process anew by what is observed: a little at a time, within stated bounds.
import type { CacheStats } from "./cache-stats.ts";
import { CACHE_CATEGORIES, type CacheCategory } from "./category.ts";
import type { MemoryTier } from "./memory-tier.ts";
import { CACHE_POLICIES } from "./policy.ts";
import { movedShare, type ShareNow } from "./share-rules.ts";

/** A part that is as full as this has no room. */
const FULL = 0.9;

/** What it stands on. */
export interface AdaptiveSharesDeps {
  memory: MemoryTier;
  stats: CacheStats;
}

/** The division of one process. */
export class AdaptiveShares {
  readonly #deps: AdaptiveSharesDeps;
  readonly #returned = new Map<CacheCategory, number>();

  constructor(deps: AdaptiveSharesDeps) {
    this.#deps = deps;
  }

  /** Looks at what was lost since the last look, and moves room where that is worth it. */
  look(): void {
    const { memory } = this.#deps;
    const moved = movedShare(CACHE_CATEGORIES.map((category) => this.#now(category)));
    if (moved === null) return;
    const bytes = moved.share * memory.maxBytes;
    const [from, to] = [memory.part(moved.from), memory.part(moved.to)];
    // First the smaller one: together they never take more than is allowed.
    from.resize(from.maxBytes - bytes);
    to.resize(to.maxBytes + bytes);
  }

  #now(category: CacheCategory): ShareNow {
    const { memory, stats } = this.#deps;
    const { maxBytes, lru, returned } = memory.part(category);
    const { loads, loadMs } = stats.of(category);
    const since = returned - (this.#returned.get(category) ?? 0);
    this.#returned.set(category, returned);
    return {
      category,
      share: maxBytes / memory.maxBytes,
      tableShare: CACHE_POLICIES[category].memoryShare,
      isFull: lru.calculatedSize > FULL * maxBytes,
      lostMs: loads === 0 ? 0 : since * loadMs / loads,
    };
  }
}
