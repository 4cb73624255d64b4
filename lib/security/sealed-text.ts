// A text that only this product can read: AES-256-GCM, bound to the place it is stored at.
import type { RandomBytes } from "../kernel/ids.ts";

/** A sealed text as it is stored. */
export interface SealedText {
  /** Names algorithm and key, so that both can be changed without guessing. */
  seal: "aes-256-gcm/1";
  /** Base64, 12 bytes, never used twice: random, and a key seals far fewer than 2^32 texts (SP 800-38D, 8.3). */
  iv: string;
  /** Base64, with the tag. */
  ciphertext: string;
}

const IV_BYTES = 12;

/** Seals a text for a place, such as the parts of its key: opened anywhere else, it is refused. */
export async function sealText(
  key: CryptoKey,
  place: readonly string[],
  text: string,
  randomBytes: RandomBytes,
): Promise<SealedText> {
  const iv = new Uint8Array(randomBytes(IV_BYTES));
  const algorithm = { name: "AES-GCM", iv, additionalData: placeBytes(place) };
  const bytes = await crypto.subtle.encrypt(algorithm, key, new TextEncoder().encode(text));
  const ciphertext = new Uint8Array(bytes).toBase64();
  return { seal: "aes-256-gcm/1", iv: iv.toBase64(), ciphertext };
}

/** Opens a text. Rejects with an `OperationError` when anything of it, or its place, was changed. */
export async function openText(
  key: CryptoKey,
  place: readonly string[],
  { iv, ciphertext }: SealedText,
): Promise<string> {
  const algorithm = {
    name: "AES-GCM",
    iv: Uint8Array.fromBase64(iv),
    additionalData: placeBytes(place),
  };
  const bytes = await crypto.subtle.decrypt(algorithm, key, Uint8Array.fromBase64(ciphertext));
  return new TextDecoder().decode(bytes);
}

/** Each part with its length: no two places look the same however their parts are cut. */
function placeBytes(place: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(place.map((part) => `${part.length}:${part}`).join(","));
}
