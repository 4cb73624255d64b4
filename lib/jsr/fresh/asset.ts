// URLs of static files that change whenever the file's content does.
import { hashOf } from "./asset-hashes.ts";

/** Query parameter that carries the content hash. */
export const CACHE_KEY = "__frsh_c";

/** `path` with its content hash, so that it can be cached for ever; unknown paths unchanged. */
export function asset(path: string): string {
  if (!path.startsWith("/") || path.startsWith("//") || path.includes(CACHE_KEY)) return path;
  const [, file = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(path) ?? [];
  const hash = hashOf(file);
  if (hash === undefined) return path;
  return `${file}${query === "" ? "?" : `${query}&`}${CACHE_KEY}=${hash}${fragment}`;
}

/** {@linkcode asset} applied to every URL of a `srcset` attribute. */
export function assetSrcSet(srcset: string): string {
  // A comma ends a candidate only when white space or the end follows; URLs may contain commas.
  return srcset
    .split(/,(?=\s|$)/)
    .map((candidate) => candidate.replace(/^(\s*)(\S+)/, (_, space, url) => space + asset(url)))
    .join(",");
}
