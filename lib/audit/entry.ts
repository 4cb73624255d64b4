// An entry of the log: the text that is hashed, stored and exported, and what it says.
import { type Intent, intentShape } from "./intent.ts";

/** An entry as it is read. */
export interface AuditEntry extends Intent {
  /** Version of the entry's form. */
  v: 1;
  /** Where it stands in the log, from 0. */
  index: number;
  /** The versionstamp of the commit it tells of: what "before" names. */
  commit: string;
}

/** Longest entry, in UTF-16 units: a hundred rows of the longest names stay far below. */
export const MAX_ENTRY_LENGTH = 60_000;

/** The text of an entry. It is never made again from what it says: the stored text is what counts. */
export function entryText(intent: Intent, index: number, commit: string): string {
  return JSON.stringify({ v: 1, index, commit, ...intent });
}

/** What an entry's text says; null for a text that is no entry. */
export function parseEntry(text: string): AuditEntry | null {
  try {
    const entry: AuditEntry = JSON.parse(text);
    const isEntry = intentShape(entry) && entry.v === 1 && Number.isSafeInteger(entry.index) &&
      typeof entry.commit === "string";
    return isEntry ? entry : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
