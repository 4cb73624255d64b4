// What the row of a data key comes to: the key, that it was destroyed, or why it cannot be had.
import type { DataKey } from "./envelope.ts";
import { type KeyEncryptionKey, unwrapKey } from "./key-wrapping.ts";
import type { SubjectKeyRow } from "./keys.ts";
import { SealError } from "./seal-error.ts";

/** Key-encryption keys by version, as they are asked for. */
export interface KeyEncryption {
  /** The newest version. */
  current(): Promise<KeyEncryptionKey>;
  /** The bytes of a version. Throws SealError: retired-key, key-unavailable. */
  version(version: number): Promise<Uint8Array>;
}

/** A key by its id: destroyed with its subject, or why it cannot be had. */
export type FoundKey = DataKey | "erased" | SealError;

/** Opens the row of the key `id`; null is a row that is not there. */
export async function foundKey(
  id: string,
  row: SubjectKeyRow | null,
  keyEncryption: Pick<KeyEncryption, "version">,
): Promise<FoundKey> {
  if (row === null) return new SealError("unknown-key");
  if ("erasedAt" in row) return "erased";
  try {
    const { key, secret } = unwrapKey(id, row, await keyEncryption.version(row.kek));
    secret.fill(0);
    return key;
  } catch (error) {
    if (error instanceof SealError) return error;
    throw error;
  }
}
