// How much of what this process holds an invalidation means: for whoever is about to say it.
import { concerns, type Invalidation } from "./invalidation.ts";
import { CACHE_CATEGORIES } from "./category.ts";
import type { MemoryTier } from "./memory-tier.ts";

/** Most entries that are looked through: a person waits, and so does everybody else of this process. */
export const MAX_LOOKED_THROUGH = 100_000;

/** A count. */
export interface HeldCount {
  entries: number;
  /** False where there were more than are looked through. */
  isAll: boolean;
}

/** Counts them. */
export function countHeld(memory: MemoryTier, said: Invalidation): HeldCount {
  if (said.kind === "category") {
    return { entries: memory.state(said.category).entries, isAll: true };
  }
  let [entries, left] = [0, MAX_LOOKED_THROUGH];
  for (const category of CACHE_CATEGORIES) {
    if (said.kind === "pattern" && said.category !== category) continue;
    for (const [name, { tags }] of memory.part(category).lru.entries()) {
      if (left-- === 0) return { entries, isAll: false };
      if (concerns(said, { category, name, tags })) entries++;
    }
  }
  return { entries, isAll: true };
}
