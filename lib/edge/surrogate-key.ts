// What answers are made of, by the names that a cache in front can throw them away by.

/** The names. */
export const SURROGATE_KEYS = {
  /** Whatever a release brings: every answer. */
  release: "release",
  /** Today's date in Sweden: every page. */
  day: "day",
  tariff: "tariff",
  places: "places",
} as const;

/** One of them. */
export type SurrogateKey = typeof SURROGATE_KEYS[keyof typeof SURROGATE_KEYS];
