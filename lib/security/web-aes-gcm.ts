// AES-GCM with keys that cannot be taken out of the process's key store: for single texts, where waiting costs nothing.
// Rows have a key each of their subject, and go the synchronous way (aes-gcm.ts).
import { invariant } from "../kernel/invariant.ts";
import { IV_BYTES, TAG_BYTES } from "./aes-gcm.ts";

/** A key, an IV that this key has never had, and what the text is bound to. */
export interface WebGcmInput {
  key: CryptoKey;
  iv: Uint8Array<ArrayBuffer>;
  associated: Uint8Array<ArrayBuffer>;
}

/** The ciphertext with its tag behind it. */
export async function webGcmSeal(
  { key, iv, associated }: WebGcmInput,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  invariant(iv.length === IV_BYTES, "An IV has 96 bits");
  return new Uint8Array(await crypto.subtle.encrypt(algorithm(iv, associated), key, plain));
}

/** The text. Rejects with an `OperationError` when anything is not as it was sealed. */
export async function webGcmOpen(
  { key, iv, associated }: WebGcmInput,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (iv.length !== IV_BYTES) throw new DOMException("An IV has 96 bits", "OperationError");
  return new Uint8Array(await crypto.subtle.decrypt(algorithm(iv, associated), key, sealed));
}

/** A key for it. */
export function webGcmKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

function algorithm(iv: Uint8Array<ArrayBuffer>, additionalData: Uint8Array<ArrayBuffer>) {
  return { name: "AES-GCM", iv, additionalData, tagLength: TAG_BYTES * 8 };
}
