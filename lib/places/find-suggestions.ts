// Use case: what to offer while somebody types, from the newest landmarks; beginnings of names that many type are kept.
import type { Cache } from "../cache/cache.ts";
import { CacheCategory } from "../cache/category.ts";
import type { LandmarkStore } from "./landmark-store.ts";
import type { PlaceIndex } from "./place-index.ts";
import type { SearchOptions } from "./place-search.ts";
import { type Suggestions, suggestPlaces } from "./suggest-places.ts";

/** What it needs. */
export interface FindSuggestionsDeps {
  cache: Pick<Cache, "get">;
  landmarks: Pick<LandmarkStore, "upToDate">;
  places: PlaceIndex;
}

/** A name half typed: many people type it. What is longer may be somebody's address, and is not kept. */
const MAX_KEPT_LENGTH = 12;

/**
 * Suggestions, best first. The id says which landmarks are in force, so that there is nothing to invalidate, and they stay
 * in memory: the index answers sooner than another tier would.
 */
export async function findSuggestions(
  { cache, landmarks, places }: FindSuggestionsDeps,
  query: string,
  options: SearchOptions & { limit: number },
): Promise<Suggestions> {
  const inForce = await landmarks.upToDate();
  const typed = query.trim();
  // With a number in it, it is an address however short.
  const isKept = options.near === undefined && typed.length <= MAX_KEPT_LENGTH &&
    !/\d/.test(typed);
  if (!isKept) return suggestPlaces(places, query, options);
  const id = JSON.stringify([inForce, options.locale, options.limit, typed]);
  const load = () => Promise.resolve(suggestPlaces(places, typed, options));
  return await cache.get({ category: CacheCategory.PLACE, id }, load);
}
