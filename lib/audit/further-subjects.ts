// The subjects of an entry beyond those it names. Their marks lie beside the log under the hash the entry has of them, so
// that a day that is looked at again costs nothing, and whoever changes them is seen.
import type { Key } from "../kv/family.ts";
import { readList } from "../kv/read.ts";
import { type Intent, MAX_SUBJECTS } from "./intent.ts";
import { auditKeys } from "./keys.ts";
import { shortHash } from "./row-hash.ts";

/** Marks of a row; KV takes 64 KiB. */
const MARKS_A_ROW = 1_000;
/** Most rows of one entry. */
export const MAX_ROWS = 10;
/** Most subjects of one entry; whoever shows more makes several. */
export const MAX_ALL_SUBJECTS = MAX_SUBJECTS + MAX_ROWS * MARKS_A_ROW;

/** What an intent says of its subjects, and the rows of those it does not name. */
export interface SplitSubjects {
  said: Pick<Intent, "subjects" | "further">;
  rows: readonly { key: Key<string[]>; row: string[] }[];
}

/** Names the first and hashes the others. */
export function splitSubjects(subjects: readonly string[]): SplitSubjects {
  if (subjects.length <= MAX_SUBJECTS) return { said: { subjects }, rows: [] };
  const further = subjects.slice(MAX_SUBJECTS);
  const hash = furtherHash(further);
  const rows: { key: Key<string[]>; row: string[] }[] = [];
  for (let at = 0; at < further.length; at += MARKS_A_ROW) {
    const row = further.slice(at, at + MARKS_A_ROW);
    rows.push({ key: auditKeys.further(hash, at / MARKS_A_ROW), row });
  }
  const named = subjects.slice(0, MAX_SUBJECTS);
  return { said: { subjects: named, further: { count: further.length, hash } }, rows };
}

/** The hash an entry has of those it does not name. */
export function furtherHash(marks: readonly string[]): string {
  return shortHash(marks.join("\n"));
}

/** The marks of those an entry does not name itself. */
export async function furtherOf(
  kv: Deno.Kv,
  { further }: Pick<Intent, "further">,
): Promise<string[]> {
  if (further === undefined) return [];
  const prefix = auditKeys.further.under(further.hash);
  return (await readList(kv, { prefix }, MAX_ROWS)).flatMap(({ value }) => value);
}
