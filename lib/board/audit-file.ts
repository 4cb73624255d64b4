// The entries that were asked for as a file, made while it is sent. Whose data it names is read first and written down before
// the first byte leaves, as every other look is.
import type { AuditEntry } from "../audit/entry.ts";
import type { EntryFinder, EntryQuestion } from "../audit/find-entries.ts";
import { showEntries } from "./audit-page.ts";
import { type AuditQuery, type QuestionDeps, questionOf } from "./audit-query.ts";

/** Entries read at once. */
const BATCH = 500;
/** Most entries of a file: what is older is asked for by `before`, as on the page. */
export const MAX_EXPORTED = 100_000;

/** What it needs. */
export interface AuditFileDeps extends QuestionDeps {
  auditFinder: EntryFinder;
}

/** The entries of a file, some at a time, and below which the next file begins; null at the end of the log. */
export interface AuditFile {
  entries: AsyncIterable<readonly AuditEntry[]>;
  next: number | null;
}

/** Reads whose data the file names, and then makes it. */
export async function auditFile(
  deps: AuditFileDeps,
  query: AuditQuery,
  below: number,
): Promise<AuditFile> {
  const asked = await questionOf(deps, query);
  let [count, next]: [number, number | null] = [0, below];
  // What is appended meanwhile is in neither: the file ends where it began to be read.
  let first: number | null = null;
  for await (const page of pagesOf(deps, asked, below)) {
    showEntries(page.entries);
    first ??= page.entries[0]?.index ?? null;
    count += page.entries.length;
    next = page.next;
  }
  const from = first === null ? below : first + 1;
  return { entries: entriesOf(deps, asked, { from, count }), next };
}

async function* entriesOf(
  deps: AuditFileDeps,
  asked: EntryQuestion,
  { from, count }: { from: number; count: number },
): AsyncGenerator<readonly AuditEntry[]> {
  if (count === 0) return;
  for await (const { entries } of pagesOf(deps, asked, from)) yield entries;
}

async function* pagesOf({ auditFinder }: AuditFileDeps, asked: EntryQuestion, from: number) {
  let [count, below]: [number, number | null] = [0, from];
  while (below !== null && count < MAX_EXPORTED) {
    const page = await auditFinder.find(asked, below, BATCH);
    count += page.entries.length;
    below = page.next;
    yield page;
  }
}
