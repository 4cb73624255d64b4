// What is kept ready: a closed list of kinds, each with a policy of its own.

/** Every kind of what is kept ready. */
export const CacheCategory = {
  /** What is known of a person with an account; the id is theirs. */
  USER_DATA: "user-data",
  /** Where a car is. */
  LOCATION: "location",
  /** The way between two points. */
  ROUTE: "route",
  /** Fares and their parts. */
  PRICING: "pricing",
  /** What a search for places found; the id says among which. */
  PLACE: "place",
  /** What a geocoder of others answered; the id is what somebody typed. */
  GEOCODE: "geocode",
  /** Which tariffs, and which landmarks, are the newest. */
  TARIFF: "tariff",
  /** Pages everybody gets alike. */
  PAGE: "page",
  /** Answers of the product's own database; the id carries the versionstamp they were read at. */
  QUERY: "query",
} as const;

/** One of the kinds. */
export type CacheCategory = typeof CacheCategory[keyof typeof CacheCategory];

/** All of them. */
export const CACHE_CATEGORIES: readonly CacheCategory[] = Object.values(CacheCategory);
