// Every field of what is stored of the audit log beside its entries, with the version that brought it.
import { type AuditHead, auditKeys, type StoredCheckpoint } from "../../lib/audit/keys.ts";
import type { Fields } from "./stored-fields.ts";

/** How far the log has come. */
const AUDIT_HEAD_FIELDS: Fields<AuditHead> = {
  size: 1,
  edge: 1,
  signedSize: 1,
  signedAt: 1,
  appender: 1,
  leasedUntil: 1,
};

/** A signed tree head. */
const CHECKPOINT_FIELDS: Fields<StoredCheckpoint> = { note: 1, at: 1 };

/** Families without a case, and why. */
const NO_AUDIT_CASE: Readonly<Record<string, string>> = {
  auditIntent: "waits for a second; what it says becomes an entry's text",
  auditEntry: "a text that is never read as anything else than it was written as",
  auditTile: "hashes",
  auditWords: "numbers of words",
  auditFurther: "a list of marks",
  auditBlock: "bits",
};

/** What the test of stored rows asks of this room: families of objects, their fields, and the others. */
export const AUDIT = {
  heads: auditKeys.head,
  head: AUDIT_HEAD_FIELDS,
  notes: auditKeys.checkpoint,
  note: CHECKPOINT_FIELDS,
  noCase: NO_AUDIT_CASE,
} as const;
