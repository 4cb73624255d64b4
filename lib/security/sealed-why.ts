// Reasons people gave, in entries of the audit log: sealed under the key of whoever they are about.
import type { RandomBytes } from "../kernel/ids.ts";
import type { SealingCommit } from "../kv/sealer.ts";
import { IV_BYTES } from "./aes-gcm.ts";
import { openEnvelope, parseEnvelope, sealEnvelope } from "./envelope.ts";
import { PRODUCT_SUBJECT } from "./row-sealer.ts";
import { SealError } from "./seal-error.ts";
import type { SubjectKeys, SubjectMark } from "./subject-keys.ts";

/** Where reasons lie. Not the entry's place: an intent is sealed before it has one, and what an entry says is hashed. */
const PLACE = { family: "auditEntry", key: [], fields: ["why"] };

/** What sealing needs. */
export interface WhyKeys {
  subjectKeys: SubjectKeys;
  randomBytes: RandomBytes;
}

/** The reason as an envelope, base64. Throws SealError. */
export async function sealWhy(
  { subjectKeys, randomBytes }: WhyKeys,
  subject: SubjectMark | null,
  why: string,
  tx: SealingCommit,
): Promise<string> {
  const key = await subjectKeys.keyOf(subject ?? PRODUCT_SUBJECT, tx);
  return sealEnvelope(key, PLACE, why, new Uint8Array(randomBytes(IV_BYTES))).toBase64();
}

/** The reason; null once the key is destroyed, or where nobody can open it. */
export async function openWhy(
  { subjectKeys }: Pick<WhyKeys, "subjectKeys">,
  sealed: string,
): Promise<string | null> {
  try {
    const envelope = parseEnvelope(Uint8Array.fromBase64(sealed));
    const key = await subjectKeys.byId(envelope.keyId);
    return key === "erased" ? null : openEnvelope(key, PLACE, envelope);
  } catch (error) {
    if (error instanceof SealError || error instanceof SyntaxError) return null;
    throw error;
  }
}
