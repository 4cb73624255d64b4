// AES-GCM as everything sealed in the database uses it: 96-bit IV, 128-bit tag, nothing else. Synchronous, for a row is a
// few hundred bytes: a thread of its own, as WebCrypto takes, costs three times the work.
import { createCipheriv, createDecipheriv } from "node:crypto";
import { invariant } from "../kernel/invariant.ts";

/** Bytes of an IV; any other length makes GCM hash it, which loses the bound on how often one may be random. */
export const IV_BYTES = 12;
/** Bytes of a tag; GCM allows shorter ones, and each bit less is a bit easier to forge. */
export const TAG_BYTES = 16;

/** A key, an IV that this key has never had, and what the text is bound to. */
export interface GcmInput {
  key: Uint8Array;
  iv: Uint8Array;
  associated: Uint8Array;
}

/** The ciphertext with its tag behind it. */
export function gcmSeal({ key, iv, associated }: GcmInput, plain: Uint8Array): Uint8Array {
  invariant(iv.length === IV_BYTES, "An IV has 96 bits");
  const cipher = createCipheriv(cipherOf(key), key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated);
  // Without padding there is nothing to come at the end: GCM is a stream.
  const body = cipher.update(plain);
  cipher.final();
  const sealed = new Uint8Array(body.length + TAG_BYTES);
  sealed.set(body);
  sealed.set(cipher.getAuthTag(), body.length);
  return sealed;
}

/** The text, or null when anything is not as it was sealed. */
export function gcmOpen({ key, iv, associated }: GcmInput, sealed: Uint8Array): Uint8Array | null {
  if (iv.length !== IV_BYTES || sealed.length < TAG_BYTES) return null;
  const decipher = createDecipheriv(cipherOf(key), key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(associated);
  const end = sealed.length - TAG_BYTES;
  decipher.setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
  } catch {
    return null;
  }
  // The same bytes, as what the product calls bytes.
  return new Uint8Array(plain.buffer, plain.byteOffset, plain.length);
}

/** The product has keys of 256 bits. The runtime's own ciphers know none of 192. */
function cipherOf({ length }: Uint8Array): "aes-128-gcm" | "aes-256-gcm" {
  if (length === 16) return "aes-128-gcm";
  invariant(length === 32, "A key has 128 or 256 bits");
  return "aes-256-gcm";
}
