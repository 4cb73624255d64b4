// Identifiers: time-ordered ids for records, secrets for links, references for people.
import { createHash } from "node:crypto";
import { invariant } from "./invariant.ts";
import { CROCKFORD } from "./ulid.ts";

/** Fills a byte array with randomness; tests pass a deterministic one. */
export type RandomBytes = (length: number) => Uint8Array;

/** Cryptographically secure bytes of this machine. */
export const secureRandomBytes: RandomBytes = (length) =>
  crypto.getRandomValues(new Uint8Array(length));

/** A 26-character ULID: sorts by `epochMs`, 80 random bits. See github.com/ulid/spec. */
export function ulid(epochMs: number, randomBytes: RandomBytes): string {
  invariant(Number.isSafeInteger(epochMs) && epochMs >= 0, `Not an epoch time: ${epochMs}`);
  let time = "";
  for (let rest = epochMs, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) {
    time = CROCKFORD[rest % 32] + time;
  }
  return time + base32(randomBytes(10));
}

/** The moment a ULID was made at, in epoch milliseconds; NaN for what is none. */
export function ulidMs(id: string): number {
  if (id.length < 10) return NaN;
  let ms = 0;
  for (const letter of id.slice(0, 10)) {
    const digit = CROCKFORD.indexOf(letter);
    ms = digit < 0 ? NaN : ms * 32 + digit;
  }
  return ms;
}

/** A 43-character URL-safe secret with 256 random bits, for links that grant access. */
export function secretToken(randomBytes: RandomBytes): string {
  return base64Url(randomBytes(32));
}

/** Letters and digits of a reference code: no 0/O, 1/I/L, 5/S, 2/Z, 8/B, U/V; no vowels that spell. */
const REFERENCE_ALPHABET = "34679CDFGHJKMNPQRTWXY";

/** Length of a reference code without its space; 21^6 ≈ 86 million codes. */
export const REFERENCE_LENGTH = 6;

/** A code a person can read out on the phone, for example `K4Q7RM`; shown as `K4Q 7RM`. */
export function referenceCode(randomBytes: RandomBytes): string {
  return readableLetters(REFERENCE_LENGTH, randomBytes);
}

const REFERENCE = new RegExp(`^[${REFERENCE_ALPHABET}]{${REFERENCE_LENGTH}}$`);

/** True for what `referenceCode` makes. */
export function isReferenceCode(text: string): boolean {
  return REFERENCE.test(text);
}

/** Letters and digits that are not mistaken for each other when they are read out. */
export function readableLetters(length: number, randomBytes: RandomBytes): string {
  const letters = REFERENCE_ALPHABET.length;
  // Rejecting the tail keeps every letter equally likely.
  const rejectedFrom = 256 - 256 % letters;
  let text = "";
  while (text.length < length) {
    for (const byte of randomBytes(length - text.length)) {
      if (byte < rejectedFrom) text += REFERENCE_ALPHABET[byte % letters];
    }
  }
  return text;
}

/** `7F3K-22QD`: under which a failure is read out on the phone and found. */
export function failureReference(randomBytes: RandomBytes): string {
  const letters = readableLetters(8, randomBytes);
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/**
 * SHA-256 of a secret in URL-safe base64: what the database keeps instead of the secret. Hashed at once:
 * for a few hundred bytes a thread of its own costs ten times the hash.
 */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("base64url");
}

/** Unpadded URL-safe base64 of `bytes`. */
export function base64Url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

function base32(bytes: Uint8Array): string {
  let text = "";
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += CROCKFORD[(buffer >> bits) & 31];
    }
  }
  return text;
}
