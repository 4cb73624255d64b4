// What makes a cache, or whoever set one up, take a private page for a file that everybody may be given: web cache
// deception (Gil 2017; Mirheidari et al. 2020) and its kin.
import { CUSTOMER_CANARIES } from "./route-objects.ts";

/** One way to ask for a page. */
export interface Disguise {
  path: string;
  method?: string;
  headers?: Record<string, string>;
}

/** What stands on private pages and nowhere else. */
export const PRIVATE_CANARIES: readonly string[] = Object.values(CUSTOMER_CANARIES);

const ENDINGS = [
  ...[
    "/x.css",
    "/styles.css",
    ".css",
    ".js",
    ".png",
    ".svg",
    ".woff2",
    ";x.js",
    ";.css",
    ".",
    "/.",
  ],
  ...["%2fx.css", "%2f..%2fstyles.css", "/..%2fstyles.css", "/%2e%2e/styles.css", "%0ax.css"],
  ...[
    "%0d%0a.css",
    "%00.css",
    "%23.css",
    "%3f.css",
    "%3b.css",
    "%20.css",
    "\\x.css",
    "//",
    "//x.css",
  ],
  ...["?x.css", "?/x.css", "?lang=en", "?lang=sv&x.css", "?__frsh_c=1", "?utm_source=a", "&x.css"],
];

/** Every way to ask for `path`. */
export function disguisesOf(path: string): Disguise[] {
  return [
    ...ENDINGS.map((ending) => ({ path: path + ending })),
    { path: `/${path}` },
    { path: `/help/..%2f${path.slice(1)}` },
    { path: `/static/..%2f${path.slice(1)}` },
    // As the cache in front would ask, in the language of somebody: it takes cookies away, these have theirs.
    { path, headers: { "avanti-language": "sv" } },
    { path, headers: { "x-http-method-override": "GET", "x-original-url": "/styles.css" } },
    { path, headers: { "x-forwarded-host": "other.example", "x-rewrite-url": "/styles.css" } },
    { path, headers: { "accept-encoding": "br", accept: "text/css" } },
    { path, headers: { range: "bytes=0-99" } },
    { path, method: "HEAD" },
    { path, method: "OPTIONS" },
  ];
}

/** True when a cache that is shared may keep an answer by what it says, or by saying nothing (RFC 9111, section 3). */
export function mayBeKept(headers: Headers): boolean {
  const control = headers.get("cache-control") ?? "";
  const edge = headers.get("cdn-cache-control") ?? headers.get("surrogate-control");
  if (edge !== null || headers.has("surrogate-key")) return true;
  return !/no-store|private/.test(control);
}
