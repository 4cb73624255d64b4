// A text that only this product can read: AES-256-GCM, bound to the place it is stored at.
import type { RandomBytes } from "../kernel/ids.ts";
import { IV_BYTES } from "./aes-gcm.ts";
import { webGcmOpen, webGcmSeal } from "./web-aes-gcm.ts";

/** A sealed text as it is stored. */
export interface SealedText {
  /** Names algorithm and key, so that both can be changed without guessing. */
  seal: "aes-256-gcm/1";
  /** Base64, 12 bytes, never used twice: random, and a key seals far fewer than 2^32 texts (SP 800-38D, 8.3). */
  iv: string;
  /** Base64, with the tag. */
  ciphertext: string;
}

/** What a text reads as once the key its row was sealed with is destroyed: it opens with no key. */
export const ERASED_TEXT: SealedText = { seal: "aes-256-gcm/1", iv: "", ciphertext: "" };

/** True for a text that was erased with its person. */
export function isErasedText({ iv }: SealedText): boolean {
  return iv === "";
}

/** Seals a text for a place, such as the parts of its key: opened anywhere else, it is refused. */
export async function sealText(
  key: CryptoKey,
  place: readonly string[],
  text: string,
  randomBytes: RandomBytes,
): Promise<SealedText> {
  const iv = new Uint8Array(randomBytes(IV_BYTES));
  const input = { key, iv, associated: placeBytes(place) };
  const sealed = await webGcmSeal(input, new TextEncoder().encode(text));
  return { seal: "aes-256-gcm/1", iv: iv.toBase64(), ciphertext: sealed.toBase64() };
}

/** Opens a text. Rejects with an `OperationError` when anything of it, or its place, was changed. */
export async function openText(
  key: CryptoKey,
  place: readonly string[],
  { iv, ciphertext }: SealedText,
): Promise<string> {
  const input = { key, iv: Uint8Array.fromBase64(iv), associated: placeBytes(place) };
  return new TextDecoder().decode(await webGcmOpen(input, Uint8Array.fromBase64(ciphertext)));
}

/** Each part with its length: no two places look the same however their parts are cut. */
function placeBytes(place: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(place.map((part) => `${part.length}:${part}`).join(","));
}
