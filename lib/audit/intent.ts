// What a commit says about itself, until the one appender has put it into the log: who, what, why, from where, whose
// data, and which rows with their hashes before and after.
import { listOf, orMissing, orNull, record, type Shape, text, word } from "../kernel/shape.ts";

/** What an entry tells of. */
export const INTENT_KINDS = ["change", "read", "security"] as const;

/** One of them. */
export type IntentKind = typeof INTENT_KINDS[number];

/** A row that a commit changed. */
export interface ChangedRow {
  /** Its family and key, `booking/01K…`; parts that could be secrets are hashed. */
  row: string;
  /** What it was: `#` and a hash, `@` and the versionstamp of the commit that wrote it, null when it was absent; "?" in entries of earlier releases, where nobody looked. */
  was: string | null;
  /** What it is: `#` and a hash; null when it was deleted. */
  is: string | null;
}

/** One thing that was done. */
export interface Intent {
  kind: IntentKind;
  /** The server's instant, ISO in UTC. */
  at: string;
  /** `person/01K…`, `guest`, `system`. */
  who: string;
  /** By which command, `POST /admin/bookings/:bookingId/cancel`; of reads: what was read. */
  what: string;
  /** The use case's own word; absent where the command says it. */
  act?: string;
  /** The reason given, which may name somebody: an envelope under the first subject's key, base64. The key goes with its subject, and the entry's hash stays right. */
  why?: string;
  /** The beginning of the network; "" where there is none. */
  from: string;
  /** Under which it is found in the log of the server; "" for none. */
  ref: string;
  /** Whose data it touches, by marks. */
  subjects: readonly string[];
  /** The subjects that are not named: how many, and the hash of their marks, under which those are kept. */
  further?: { count: number; hash: string };
  rows: readonly ChangedRow[];
  /** Figures of a sum: how often within the minute. */
  count?: number;
}

/** Most rows one entry names; the others are a number and a hash of their lines. */
export const MAX_ROWS = 100;
/** Most subjects one entry names. */
export const MAX_SUBJECTS = 50;

const changedRow = record<ChangedRow>({ row: text, was: orNull(text), is: orNull(text) });
const isCount: Shape = (value) => Number.isSafeInteger(value);

/** What an intent looks like as it is stored. */
export const intentShape: Shape = record<Intent>({
  kind: word(INTENT_KINDS),
  ...{ at: text, who: text, what: text, act: orMissing(text) },
  why: orMissing(text),
  ...{ from: text, ref: text, subjects: listOf(text), rows: listOf(changedRow) },
  further: orMissing(
    record<NonNullable<Intent["further"]>>({ count: isCount, hash: text }),
  ),
  count: orMissing(isCount),
});
