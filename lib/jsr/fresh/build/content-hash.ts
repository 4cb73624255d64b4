// Content hashes: what names a version of a file.

// 80 bits: two versions of one file never meet, and the URL stays short.
const HASH_BYTES = 10;

/** A short hexadecimal SHA-256 of `bytes`. */
export async function contentHash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return new Uint8Array(digest, 0, HASH_BYTES).toHex();
}
