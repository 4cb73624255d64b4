// How long each category is fresh, by how often what it keeps was seen to change and by what a load costs. Pure.
import type { CacheCategory } from "./category.ts";

/** What was observed of a category. */
export interface Observed {
  category: CacheCategory;
  /** How long it is fresh now, and by the table, in milliseconds. */
  ttlMs: number;
  tableMs: number;
  /** Loads that took the place of something known, those of them that brought another value, and the sum of the ages. */
  renewals: number;
  changes: number;
  agesMs: number;
  /** Answers without a load meanwhile, and what a load takes in milliseconds. */
  hits: number;
  loadMs: number;
}

/** The least of what the table says that a time to live gets. */
export const LEAST_OF_TABLE = 1 / 4;
/** The most. */
export const MOST_OF_TABLE = 4;
/** Fewer renewals than that say nothing. */
const LEAST_RENEWALS = 20;
/** Turns of sharing out what a bound has left over. */
const TURNS = 4;

/** How often something changes, a millisecond: by what renewals found (Cho & Garcia-Molina 2003), never nothing. */
export function changeRate({ renewals, changes, agesMs }: Observed): number {
  if (agesMs <= 0) return 0;
  return -Math.log((renewals - changes + 0.5) / (renewals + 1)) * renewals / agesMs;
}

/**
 * Times to live that cost least among all under which as much is given that is no longer so as under the table. Of a key
 * that is asked for all the time, renewals go with 1/ttl and what is out of date with rate × ttl / 2; so the best are as
 * the square root of renewals' cost over the rate (Lagrange), and one factor for all keeps the sum. Those with too
 * little to say keep theirs.
 */
export function fittedLives(all: readonly Observed[]): Map<CacheCategory, number> {
  const known = all.filter((one) =>
    one.renewals >= LEAST_RENEWALS && one.hits > 0 && one.loadMs > 0 && changeRate(one) > 0
  );
  const fitted = new Map<CacheCategory, number>();
  let open = known;
  // What all of them may be out of date together.
  let left = known.reduce((sum, one) => sum + weightOf(one) * one.tableMs, 0);
  for (let turn = 0; turn < TURNS && open.length > 0; turn++) {
    const wanted = open.reduce((sum, one) => sum + weightOf(one) * shapeOf(one), 0);
    const factor = left / wanted;
    const bounded = open.filter((one) => isOutside(one, factor * shapeOf(one)));
    for (const one of bounded.length === 0 ? open : bounded) {
      const ttlMs = within(one, factor * shapeOf(one));
      fitted.set(one.category, ttlMs);
      left -= weightOf(one) * ttlMs;
    }
    if (bounded.length === 0 || left <= 0) break;
    open = open.filter((one) => !bounded.includes(one));
  }
  // Half of the way, in proportion: what was observed under the former is not what will be under the next.
  return new Map(known.map((one) => {
    const target = fitted.get(one.category) ?? one.ttlMs;
    return [one.category, Math.round(Math.sqrt(one.ttlMs * target))];
  }));
}

function weightOf(one: Observed): number {
  return one.hits * changeRate(one);
}

function shapeOf(one: Observed): number {
  return Math.sqrt(one.renewals * one.ttlMs * one.loadMs / weightOf(one));
}

function isOutside(one: Observed, ttlMs: number): boolean {
  return within(one, ttlMs) !== ttlMs;
}

function within({ tableMs }: Observed, ttlMs: number): number {
  return Math.min(Math.max(ttlMs, LEAST_OF_TABLE * tableMs), MOST_OF_TABLE * tableMs);
}
