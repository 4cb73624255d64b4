// Seals a quote so that a changed price, trip or time is noticed before anyone pays it.
import type { Quote } from "./quote.ts";
import { DomainError } from "../errors/domain-error.ts";
import { base64Url } from "../kernel/ids.ts";
import { isMac, macKey, macOf } from "../kernel/mac.ts";
import { invariant } from "../kernel/invariant.ts";
import { canonicalQuote, type UnsignedQuote } from "./quote-rules.ts";

/** Shortest secret accepted, in bytes: HMAC-SHA-256 wants at least its own output length (RFC 2104, section 3). */
export const MIN_QUOTE_SECRET_BYTES = 32;

/** Keeps this use of the key apart from any other use of the same key. */
const PURPOSE = "avanti quote v1\n";

/** The key that seals quotes, not extractable; throws InvariantError when the secret is under 32 bytes. */
export function importQuoteKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  invariant(secret.length >= MIN_QUOTE_SECRET_BYTES, "The quote secret is too short");
  return macKey(secret);
}

/**
 * The quote with its HMAC-SHA-256 over the canonical form of all other fields, URL-safe base64.
 * Throws InvariantError when it holds anything but plain data.
 */
export async function signQuote(key: CryptoKey, quote: UnsignedQuote): Promise<Quote> {
  const text = canonicalQuote(quote);
  invariant(text !== null, "A quote holds plain data only");
  return { ...quote, signature: base64Url(await macOf(key, message(text))) };
}

/** Throws DomainError `quote-altered` unless `signature` is this key's over exactly these fields. */
export async function assertUnaltered(key: CryptoKey, quote: Quote): Promise<void> {
  const text = canonicalQuote(quote);
  const signature = text === null ? null : decodeSignature(quote.signature);
  if (text === null || signature === null) throw new DomainError("quote-altered");
  if (!await isMac(key, signature, message(text))) throw new DomainError("quote-altered");
}

function message(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(PURPOSE + text);
}

function decodeSignature(text: unknown): Uint8Array<ArrayBuffer> | null {
  if (typeof text !== "string" || !/^[A-Za-z0-9_-]{43}$/.test(text)) return null;
  const bytes = Uint8Array.fromBase64(text, { alphabet: "base64url" });
  // The last letter carries two spare bits; only one spelling of a signature is accepted.
  return base64Url(bytes) === text ? bytes : null;
}
