// One field that a program keeps somewhere of its own: sealed as rows are, written as text.
import type { RandomBytes } from "../kernel/ids.ts";
import { IV_BYTES } from "./aes-gcm.ts";
import { openEnvelope, parseEnvelope, sealEnvelope } from "./envelope.ts";
import { SealError } from "./seal-error.ts";
import type { DataKey } from "./subject-keys.ts";

/** A sealed field: URL-safe base64 of an envelope. */
export type SealedField = string;

/** Where it lies. */
export interface FieldOf {
  record: string;
  id: string;
  field: string;
}

/** Seals a text for its place. */
export function sealField(
  key: DataKey,
  { record, id, field }: FieldOf,
  text: string,
  randomBytes: RandomBytes,
): SealedField {
  const place = { family: record, key: [id], fields: [field] };
  const envelope = sealEnvelope(key, place, text, new Uint8Array(randomBytes(IV_BYTES)));
  return envelope.toBase64({ alphabet: "base64url", omitPadding: true });
}

/** Opens it; null when its key was destroyed. Throws SealError. */
export async function openField(
  keyOf: (id: string) => Promise<DataKey | "erased">,
  { record, id, field }: FieldOf,
  sealed: SealedField,
): Promise<string | null> {
  const envelope = parseEnvelope(bytesOf(sealed));
  // The names of the fields are in the envelope and authenticated; this one must be the one that is meant.
  if (envelope.fields.length !== 1 || envelope.fields[0] !== field) throw new SealError("altered");
  const key = await keyOf(envelope.keyId);
  return key === "erased" ? null : openEnvelope(key, { family: record, key: [id] }, envelope);
}

function bytesOf(sealed: SealedField): Uint8Array {
  try {
    const bytes = Uint8Array.fromBase64(sealed, { alphabet: "base64url" });
    // One way of writing it.
    const again = bytes.toBase64({ alphabet: "base64url", omitPadding: true });
    if (again === sealed) return bytes;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new SealError("malformed");
}
