// What an answer is known by when it is asked for again, RFC 9110 sections 8.8 and 13.
import { createHash } from "node:crypto";

/** The tag of `text`. Weak: the same in every coding of it. */
export function entityTag(text: string): string {
  return `W/"${createHash("sha256").update(text, "utf8").digest("base64url").slice(0, 27)}"`;
}

/** True when `If-None-Match` names `tag`; compared weakly, as section 13.1.2 has it. */
export function isKnownBy(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  const opaque = (one: string) => one.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((one) => one.trim() === "*" || opaque(one) === opaque(tag));
}
