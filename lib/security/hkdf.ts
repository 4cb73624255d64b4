// HKDF-SHA-256 (RFC 5869), in one place: a secret and what a key is for, and the bytes of that key.

/** Derives `length` bytes. Rejects more than 255 times 32, which no HKDF-SHA-256 gives. */
export async function hkdf(
  secret: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const master = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const algorithm = { name: "HKDF", hash: "SHA-256", salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, master, length * 8));
}
