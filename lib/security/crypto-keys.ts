// One secret, many keys: HKDF-SHA-256 gives each purpose its own, so none can stand in for another.
import { macKey } from "../kernel/mac.ts";
import { hkdf } from "./hkdf.ts";
import { webGcmKey } from "./web-aes-gcm.ts";

/** The keys of the product. */
export interface CryptoKeys {
  /** Signs quotes. */
  quoteKey: CryptoKey;
  /** Computes the codes of manage links. */
  linkKey: CryptoKey;
  /** Signs page cursors. */
  cursorKey: CryptoKey;
  /** Hides whom tries are counted for. */
  triesKey: CryptoKey;
  /** Hides mail addresses and telephone numbers that accounts are found by. */
  reachKey: CryptoKey;
  /** Makes marks of recovery codes and devices. */
  proofKey: CryptoKey;
  /** Computes the codes of addresses that reports about text messages come to. */
  reportKey: CryptoKey;
  /** Seals what must be read again, such as secrets of authenticator apps. */
  sealKey: CryptoKey;
  /** Makes what wraps data keys of databases in memory, and of tests; every other has its keys from elsewhere. */
  memoryKek: CryptoKey;
}

/** Derives every key from the master secret (at least 32 bytes), RFC 5869. */
export async function deriveCryptoKeys(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKeys> {
  if (secret.length < 32) throw new RangeError("Cannot derive keys: the secret is under 32 bytes");
  return {
    quoteKey: await hmacKey(secret, "quote/1"),
    linkKey: await hmacKey(secret, "manage-link/1"),
    cursorKey: await hmacKey(secret, "cursor/1"),
    triesKey: await hmacKey(secret, "tries/1"),
    reachKey: await hmacKey(secret, "reach/1"),
    proofKey: await hmacKey(secret, "proof/1"),
    reportKey: await hmacKey(secret, "sms-report/1"),
    sealKey: await sealingKey(secret, "seal/1"),
    memoryKek: await hmacKey(secret, "memory-kek/1"),
  };
}

/** By what a database knows its secret again; says nothing about it. */
export async function secretMark(secret: Uint8Array<ArrayBuffer>): Promise<string> {
  return (await derivedBytes(secret, "mark/1", 16)).toBase64();
}

/** Hides whom failures happened to. Bytes, no key of the store: failures are taken down without waiting. */
export function derivePersonKey(secret: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return derivedBytes(secret, "person/1", 32);
}

/** Who we are to push services; bytes, for a pair of keys is made of them. */
export function deriveVapidSecret(secret: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return derivedBytes(secret, "vapid/1", 32);
}

async function hmacKey(secret: Uint8Array<ArrayBuffer>, purpose: string): Promise<CryptoKey> {
  return macKey(await derivedBytes(secret, purpose, 32));
}

async function sealingKey(secret: Uint8Array<ArrayBuffer>, purpose: string): Promise<CryptoKey> {
  return webGcmKey(await derivedBytes(secret, purpose, 32));
}

/** Seals and names what instances share of what is kept ready. */
export function deriveCacheSecret(secret: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return derivedBytes(secret, "cache/1", 32);
}

/** What the key is made of that signs the audit log. */
export function deriveAuditSeed(secret: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return derivedBytes(secret, "audit-checkpoint/1", 32);
}

function derivedBytes(
  secret: Uint8Array<ArrayBuffer>,
  purpose: string,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const info = new TextEncoder().encode(`avanti/${purpose}`);
  return hkdf(secret, new Uint8Array(32), info, length);
}
