// A data key under a key-encryption key, and out of it again: what rotation repeats for every key.
import type { RandomBytes } from "../kernel/ids.ts";
import { gcmOpen, gcmSeal, IV_BYTES } from "./aes-gcm.ts";
import { type DataKey, dataKey, KEY_BYTES } from "./envelope.ts";
import type { WrappedKey } from "./keys.ts";
import { SealError } from "./seal-error.ts";

/** A version of the key-encryption key with its bytes. */
export interface KeyEncryptionKey {
  version: number;
  key: Uint8Array;
}

/** Wraps the secret of a data key; opened under another id or version it is refused. */
export function wrapKey(
  { id, check }: Pick<DataKey, "id" | "check">,
  secret: Uint8Array,
  kek: KeyEncryptionKey,
  randomBytes: RandomBytes,
): WrappedKey {
  const iv = new Uint8Array(randomBytes(IV_BYTES));
  const sealed = gcmSeal({ key: kek.key, iv, associated: placeOf(id, kek.version) }, secret);
  const whole = new Uint8Array(IV_BYTES + sealed.length);
  whole.set(iv);
  whole.set(sealed, IV_BYTES);
  return { wrapped: whole.toBase64(), kek: kek.version, check: check.toBase64() };
}

/** The data key `id` and its secret, which is for the caller to wipe. Throws SealError: malformed, altered. */
export function unwrapKey(
  id: string,
  row: WrappedKey,
  kek: Uint8Array,
): { key: DataKey; secret: Uint8Array } {
  const whole = bytesOf(row.wrapped);
  const iv = whole.subarray(0, IV_BYTES);
  const associated = placeOf(id, row.kek);
  const secret = gcmOpen({ key: kek, iv, associated }, whole.subarray(IV_BYTES));
  const key = secret?.length === KEY_BYTES ? dataKey(id, secret) : null;
  if (secret === null || key?.check.toBase64() !== row.check) throw new SealError("altered");
  return { key, secret };
}

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(base64);
  } catch (cause) {
    throw new SealError("malformed", { cause });
  }
}

/** Ids are ULIDs and versions numbers: no two pairs are written alike. */
function placeOf(id: string, version: number): Uint8Array {
  return new TextEncoder().encode(`avanti/subjectKey/${id}/${version}`);
}
