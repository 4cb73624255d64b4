// How long a key is once it is encoded: KV refuses those that are too long, alone and together.

/** Upper bound of a key's encoded size, in bytes. */
export function keyBytes(key: Deno.KvKey): number {
  return key.reduce<number>((bytes, part) => bytes + partBytes(part), 0);
}

/** Upper bound of a key part's encoded size: UTF-8 takes at most three bytes a UTF-16 unit. */
function partBytes(part: Deno.KvKeyPart): number {
  if (typeof part === "string") return part.length * 3 + 2;
  if (part instanceof Uint8Array) return part.length * 2 + 2;
  return 10;
}
