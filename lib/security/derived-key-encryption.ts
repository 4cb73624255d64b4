// A key-encryption key made of the secret the product has: for databases in memory and tests, which keep nothing apart.
import { type KeyEncryption } from "./subject-keys.ts";

/** The only version it has. */
const VERSION = 1;

/** One version, the same for the same secret. */
export function derivedKeyEncryption(proofKey: CryptoKey): KeyEncryption {
  let made: Promise<Uint8Array> | null = null;
  const key = () => made ??= deriveKey(proofKey);
  return {
    current: async () => ({ version: VERSION, key: await key() }),
    version: key,
  };
}

async function deriveKey(proofKey: CryptoKey): Promise<Uint8Array> {
  const purpose = new TextEncoder().encode("avanti/key-encryption/1");
  return new Uint8Array(await crypto.subtle.sign("HMAC", proofKey, purpose));
}
