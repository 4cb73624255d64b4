// Conditional and partial requests, and the choice of an encoding (RFC 9110, chapters 12 to 14).
import type { Encoding, StaticAsset } from "./snapshot.ts";

/** First and last byte of a range, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Whether the client's copy, named in `If-None-Match`, is the current one in any encoding. */
export function isNotModified(header: string | null, hash: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  return header.split(",").some((tag) => {
    const opaque = /^\s*(?:W\/)?"([^"]*)"\s*$/.exec(tag)?.[1];
    return opaque === hash || opaque === `${hash}-br` || opaque === `${hash}-gzip`;
  });
}

/** The best of `stored` that `Accept-Encoding` allows, identity when none is. */
export function pickEncoding(header: string | null, stored: readonly Encoding[]): Encoding {
  if (header === null || header === "") return "identity";
  const accepted = new Map<string, number>();
  for (const item of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = item.split(";").map((part) => part.trim());
    const q = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    accepted.set(name, q === undefined ? 1 : Number(q) || 0);
  }
  let best: Encoding = "identity";
  let bestQ = 0;
  for (const encoding of stored) {
    const q = accepted.get(encoding) ?? accepted.get("*") ?? 0;
    if (q > bestQ) [best, bestQ] = [encoding, q];
  }
  return best;
}

/** The single range asked for; null means the whole file (also for several ranges). */
export function readRange(
  header: string | null,
  ifRange: string | null,
  asset: StaticAsset,
): ByteRange | "unsatisfiable" | null {
  if (header === null) return null;
  // Only a strong match proves that the client's first part is of the same bytes.
  if (ifRange !== null && ifRange.trim() !== `"${asset.hash}"`) return null;
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(header);
  if (match === null) return null;
  const [, first = "", last = ""] = match;
  if (first === "" && last === "") return null;
  const start = first === "" ? Math.max(0, asset.size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? asset.size - 1 : Math.min(Number(last), asset.size - 1);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return null;
  if (start >= asset.size || start > end) return "unsatisfiable";
  return { start, end };
}
