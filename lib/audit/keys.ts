// The families of the audit log: intents that wait, entries, the tree over them, and its checkpoints.
import { instant, listOf, number, record, type Shape, text } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import { type Intent, intentShape } from "./intent.ts";

/** How far the log has come. */
export interface AuditHead {
  size: number;
  /** The tree's right edge, base64, from the left: enough to go on. */
  edge: readonly string[];
  /** The size of the newest checkpoint, and when it was made; "" before the first. */
  signedSize: number;
  signedAt: string;
  /** Who appends, and until when nobody else does: processes behind a server take turns. */
  appender: string;
  leasedUntil: string;
}

/** A signed checkpoint as it is stored. */
export interface StoredCheckpoint {
  note: string;
  at: string;
}

const bytes: Shape = (value) => value instanceof Uint8Array;

/** Families of this room. None is ever changed or deleted by hand; `scripts/verify-audit.ts` sees it. */
export const auditKeys = {
  /** What commits said about themselves and is not yet in the log, in commit order. */
  intent: family<[versionstamp: string], Intent>("auditIntent", {
    privacy: "C2",
    subject: "customer",
    kept: { until: "done" },
    unsealed: "keyed marks, ids and times only",
    shape: intentShape,
  }),
  /** The log: the very text that was hashed. */
  entry: family<[index: number], string>("auditEntry", {
    privacy: "C2",
    subject: "customer",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** Hashes of the tree, 256 a row: those of level 8·height that begin at 256·index. */
  tile: family<[height: number, index: number], Uint8Array>("auditTile", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: bytes,
  }),
  /** Which of 256 entries have which word: numbers of words and where they stand; empty where there are too many. */
  words: family<[block: number], Uint8Array>("auditWords", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: bytes,
  }),
  /** Subjects beyond those an entry names, in its order, a thousand a row, under the hash that stands in the entry. */
  further: family<[hash: string, part: number], string[]>("auditFurther", {
    privacy: "C2",
    subject: "customer",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: listOf(text),
  }),
  /** Which words the full blocks may have, as a filter that is wrong in one of some hundred and then costs one look. */
  block: family<[index: number], Uint8Array>("auditBlock", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: bytes,
  }),
  head: family<[], AuditHead>("auditHead", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: record<AuditHead>({
      ...{ size: number, edge: listOf(text), signedSize: number, signedAt: text },
      ...{ appender: text, leasedUntil: text },
    }),
  }),
  /** Signed tree heads, by the size of their tree. */
  checkpoint: family<[size: number], StoredCheckpoint>("auditCheckpoint", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: record<StoredCheckpoint>({ note: text, at: instant }),
  }),
} as const;
