// The hash of a row as it is stored, and what an entry calls the row. Sealed fields are hashed sealed: a hash of what
// they say would let anybody try out names and numbers after the key is gone.
import { createHash } from "node:crypto";

/** Parts of keys that are ids of ours and no secrets: ULIDs, versions, days, short words. */
const OPEN_PART = /^(?:[0-9A-HJKMNP-TV-Z]{26}|[A-Za-z0-9:.-]{1,32})$/;

/** `#` and the first 24 bytes of SHA-256 in base64: no two rows of a company share it by chance. */
export function rowHash(row: unknown): string {
  return `#${shortHash(JSON.stringify(row, plain) ?? "")}`;
}

/** The first 24 bytes of a text's SHA-256, URL-safe base64. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest().subarray(0, 24).toString("base64url");
}

/** What an entry calls a row: `booking/01K…`. */
export function rowName(key: Deno.KvKey): string {
  const [family, ...parts] = key;
  return [String(family), ...parts.map(partName)].join("/");
}

/** Marks and hashes of tokens are no ids anybody looks for; they are hashed once more. */
function partName(part: Deno.KvKeyPart): string {
  if (typeof part !== "string") return String(part);
  return OPEN_PART.test(part) ? part : `~${shortHash(part).slice(0, 16)}`;
}

/** JSON knows neither bytes nor large numbers. */
function plain(this: unknown, _name: string, value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  return value instanceof Uint8Array ? value.toBase64() : value;
}
