// PBKDF2 (RFC 8018, 5.2), in one place. WebCrypto does it beside the thread that answers.

/** Derives `length` bytes of a password. */
export async function pbkdf2(
  hash: "SHA-256" | "SHA-512",
  password: Uint8Array<ArrayBuffer>,
  { salt, iterations, length }: {
    salt: Uint8Array<ArrayBuffer>;
    iterations: number;
    length: number;
  },
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const algorithm = { name: "PBKDF2", hash, salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, length * 8));
}
