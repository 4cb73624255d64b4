// Who may keep an answer, and for how long: the classes of caching. docs/cdn.md is checked against them.
import { SURROGATE_KEYS, type SurrogateKey } from "../edge/surrogate-key.ts";

/** What caches shared by everybody may do with an answer. */
export interface SharedClass {
  by: "everybody";
  name: string;
  /** A page is in a language, which a cache has to say it knows; what is no page says its language in its address. */
  isPage: boolean;
  /** How long a browser shows it without asking, in seconds. */
  browserSeconds: number;
  /** How long a cache for everybody gives it away without asking, in seconds. */
  edgeSeconds: number;
  /** For how much longer it gives it away while it asks, and while we do not answer, in seconds. */
  staleSeconds: number;
  errorSeconds: number;
  /** What it is made of: whoever changes one of these has it thrown away, see lib/edge. */
  keys: readonly SurrogateKey[];
}

/** Who may keep an answer. */
export type CacheClass =
  /** No cache at all. */
  | { by: "nobody" }
  /** The browser of whoever asked, which asks again before it shows it. */
  | { by: "reader" }
  | SharedClass;

/** No cache. */
export const KEPT_BY_NOBODY: CacheClass = { by: "nobody" };
/** The reader's own. */
export const KEPT_BY_READER: CacheClass = { by: "reader" };

/** Every class of what everybody may be given. */
export const SHARED_CLASSES = {
  /** The form says the first time a car can come: it must not be old. */
  home: page("home", 30, 15, [SURROGATE_KEYS.places]),
  prices: page("prices", 300, 60, [SURROGATE_KEYS.tariff]),
  text: page("text", 3_600, 600, []),
  places: {
    ...{ by: "everybody", name: "places", isPage: false },
    ...{ browserSeconds: 60, edgeSeconds: 3_600, staleSeconds: 600, errorSeconds: 3_600 },
    keys: [SURROGATE_KEYS.release, SURROGATE_KEYS.places],
  },
  worker: {
    ...{ by: "everybody", name: "worker", isPage: false },
    ...{ browserSeconds: 0, edgeSeconds: 300, staleSeconds: 60, errorSeconds: 86_400 },
    keys: [SURROGATE_KEYS.release],
  },
  document: {
    ...{ by: "everybody", name: "document", isPage: false },
    ...{ browserSeconds: 300, edgeSeconds: 3_600, staleSeconds: 600, errorSeconds: 86_400 },
    keys: [SURROGATE_KEYS.release],
  },
} as const satisfies Readonly<Record<string, SharedClass>>;

/** A page: browsers ask each time whether theirs is still right, and mostly hear that it is. */
function page(
  name: string,
  edgeSeconds: number,
  staleSeconds: number,
  keys: readonly SurrogateKey[],
): SharedClass {
  const times = { browserSeconds: 0, edgeSeconds, staleSeconds, errorSeconds: 86_400 };
  const all = [SURROGATE_KEYS.release, SURROGATE_KEYS.day, ...keys];
  return { by: "everybody", name, isPage: true, ...times, keys: all };
}

/** `Cache-Control` of a class. */
export function cacheControl(kept: CacheClass): string {
  if (kept.by === "nobody") return "no-store";
  if (kept.by === "reader") return "private, no-cache";
  const { browserSeconds, edgeSeconds, isPage } = kept;
  const both = `public, max-age=${browserSeconds}, s-maxage=${edgeSeconds}`;
  // A browser would show the page it has while it asks, in the language chosen before: only the edge may.
  return isPage ? both : `${both}, ${staleTimes(kept)}`;
}

/**
 * `CDN-Cache-Control` (RFC 9213), for caches of ours alone. `s-maxage` forbids what is stale to caches that go by
 * `Cache-Control` (RFC 9111, section 5.2.2.10); here it may be given.
 */
export function edgeControl(kept: SharedClass): string {
  return `public, max-age=${kept.edgeSeconds}, ${staleTimes(kept)}`;
}

function staleTimes({ staleSeconds, errorSeconds }: SharedClass): string {
  return `stale-while-revalidate=${staleSeconds}, stale-if-error=${errorSeconds}`;
}
