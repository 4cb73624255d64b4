// How memory is divided anew between categories, by what too little room has cost each of them lately. Pure.
import type { CacheCategory } from "./category.ts";

/** A category at a look. Shares are of the whole memory. */
export interface ShareNow {
  category: CacheCategory;
  share: number;
  /** What the table gives it. */
  tableShare: number;
  /** There is no room left in it. */
  isFull: boolean;
  /** Milliseconds of loads since the last look of what had been asked for before, and had no room. */
  lostMs: number;
}

/** Memory that goes from one category to another. */
export interface MovedShare {
  from: CacheCategory;
  to: CacheCategory;
  share: number;
}

/** The share that moves at one look. */
export const STEP = 0.02;
/** The least a category keeps, as a part of what the table gives it. */
export const LEAST_TIMES = 0.25;
/** The most it gets. */
export const MOST_TIMES = 1.5;
/** What one loses for its size must be so many times what the other does: else both would swing. */
const WORTH_TIMES = 4;

/** What to move now; null where no move is worth it. */
export function movedShare(parts: readonly ShareNow[]): MovedShare | null {
  const [to] = parts.filter(({ isFull, share, tableShare }) =>
    isFull && share < MOST_TIMES * tableShare
  ).sort((a, b) => lossOf(b) - lossOf(a));
  const [from] = parts.filter(({ category, share, tableShare }) =>
    category !== to?.category && share > LEAST_TIMES * tableShare
  ).sort((a, b) => lossOf(a) - lossOf(b) || b.share - a.share);
  if (to === undefined || from === undefined || lossOf(to) === 0) return null;
  if (lossOf(to) < WORTH_TIMES * lossOf(from)) return null;
  const room = MOST_TIMES * to.tableShare - to.share;
  const spare = from.share - LEAST_TIMES * from.tableShare;
  return { from: from.category, to: to.category, share: Math.min(STEP, room, spare) };
}

function lossOf({ lostMs, share }: ShareNow): number {
  return lostMs / share;
}
