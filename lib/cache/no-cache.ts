// A cache that keeps nothing: for programs that ask once and end.
import type { Cache } from "./cache.ts";

/** Loads each time. */
export const NO_CACHE: Pick<Cache, "get" | "invalidate"> = {
  get: (key, load) => load(key.id),
  invalidate: () => Promise.resolve(true),
};
