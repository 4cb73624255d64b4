// Editions: rows that are read together change together, however many they are. The rows of a large change are
// staged first; one small commit decides that they count, and from then on every reader sees all of them: who
// finds a decided change not yet carried out carries it out. A process that dies at any step leaves either the
// former edition or the next.
import { DomainError } from "../errors/domain-error.ts";
import { invariant } from "../kernel/invariant.ts";
import { commitWithRetry, Unwritten } from "./commit.ts";
import type { Key } from "./family.ts";
import type { FeedBody } from "./feed-row.ts";
import { feedKind } from "./feed-row.ts";
import { kvKeys, type StagedRow } from "./keys.ts";
import type { Database } from "./open.ts";
import { readIfReadable, readList, readListWhole } from "./read.ts";
import { encodeRow } from "./stored-row.ts";
import type { Transaction } from "./transaction.ts";

/** Most rows one change may have; a fleet of a thousand with all its drivers has half of that. */
export const MAX_STAGED = 10_000;
/** Rows a commit moves: their keys stay far under what a commit may hold. */
export const ROWS_PER_COMMIT = 100;
/** Most bytes of rows a commit moves, as JSON; KV takes 800 KB. */
const BYTES_PER_COMMIT = 300_000;
/** Most turns of waiting for an edition that stands still; each turn another change was made. */
const MAX_TURNS = 50;

/** Told of a change of many rows. */
export const editionChanged = feedKind<FeedBody>("edition");

/** An edition that stands still. */
export interface Edition {
  number: number;
  /** For a check: the commit counts only while this edition is the newest. */
  versionstamp: string | null;
}

/** Rows to write, each under its own key. */
export type StagedRows = readonly (readonly [key: Key<unknown>, value: unknown])[];

/** A row for a change, checked by its family. */
export function stagedRow<Value>(
  key: Key<Value>,
  value: NoInfer<Value>,
): StagedRows[number] {
  return [key, value];
}

/** The newest edition, once nothing is left to carry out. */
export async function settledEdition(db: Database): Promise<Edition> {
  const { value, versionstamp } = await readIfReadable(db.read, kvKeys.edition());
  if (value === null || value.pending === null) {
    return { number: value?.number ?? 0, versionstamp };
  }
  await carryOut(db);
  const after = await readIfReadable(db.write, kvKeys.edition());
  return { number: after.value?.number ?? 0, versionstamp: after.versionstamp };
}

/** What `read` finds, all of one edition. Throws DomainError("busy") when editions never stand still. */
export async function readEdition<Value>(
  db: Database,
  read: () => Promise<Value>,
): Promise<{ value: Value; edition: Edition }> {
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const edition = await settledEdition(db);
    const value = await read();
    const { versionstamp } = await readIfReadable(db.read, kvKeys.edition());
    if (versionstamp === edition.versionstamp) return { value, edition };
  }
  throw new DomainError("busy");
}

/** Makes a commit count only while `edition` is the newest. */
export function checkEdition(tx: Transaction, { versionstamp }: Edition): void {
  tx.check(kvKeys.edition(), versionstamp);
}

/** Makes a commit the next edition; it counts only while `edition` is the newest. */
export function addEdition(tx: Transaction, edition: Edition): void {
  checkEdition(tx, edition);
  tx.set(kvKeys.edition(), { number: edition.number + 1, pending: null });
}

/**
 * Writes `rows` as the next edition, all at once for every reader; false when `edition` is no longer the newest,
 * and then nothing is written. `id` is a ULID that names the change. Throws DomainError("busy").
 */
export async function publishEdition(
  db: Database,
  { id, rows, edition, at }: { id: string; rows: StagedRows; edition: Edition; at: string },
): Promise<boolean> {
  invariant(rows.length > 0 && rows.length <= MAX_STAGED, "A change has too few or too many rows");
  const first = await stage(db, id, rows);
  const { value: isDecided } = await commitWithRetry(db, async (tx) => {
    const { versionstamp } = await readIfReadable(db.write, kvKeys.edition());
    if (versionstamp !== edition.versionstamp) return new Unwritten(false);
    const pending = { id, count: rows.length, done: 0 };
    tx.check(kvKeys.edition(), versionstamp)
      // Whoever swept the staged rows away as left behind began with the first.
      .check(kvKeys.staged(id, 0), first)
      .set(kvKeys.edition(), { number: edition.number + 1, pending })
      .append(editionChanged, { at });
    return true;
  });
  if (isDecided) await carryOut(db);
  await unstage(db, id);
  return isDecided;
}

/** Deletes rows that were staged before `olderThan`, a ULID, and never decided on. */
export async function sweepStaged(db: Database, olderThan: string): Promise<void> {
  const { value } = await readIfReadable(db.read, kvKeys.edition());
  const rows = await readList(db.read, { prefix: kvKeys.staged.prefix }, MAX_STAGED);
  const ids = new Set(rows.map(({ key }) => String(key[1])));
  for (const id of ids) if (id < olderThan && id !== value?.pending?.id) await unstage(db, id);
}

/** Puts the rows aside; the versionstamp of the first. */
async function stage(db: Database, id: string, rows: StagedRows): Promise<string> {
  const staged = rows.map(([key, value]): StagedRow => ({
    key: [...key],
    row: encodeRow(key, value),
  }));
  let first = "";
  for (let at = 0; at < staged.length;) {
    const part = partFrom(staged, at);
    const { versionstamp } = await commitWithRetry(db, (tx) => {
      part.forEach((_, i) => stageRow(tx, kvKeys.staged(id, at + i), rows[at + i]));
      return Promise.resolve();
    });
    if (at === 0) first = versionstamp ?? "";
    at += part.length;
  }
  return first;
}

function stageRow(tx: Transaction, aside: Deno.KvKey, row: StagedRows[number] | undefined): void {
  invariant(row !== undefined, "A part is of the rows");
  tx.stage(aside, row[0], row[1]);
}

/** Carries out what was decided, a part a commit; several processes may do so together. */
async function carryOut(db: Database): Promise<void> {
  for (let turn = 0; turn <= MAX_STAGED; turn++) {
    const { value: isDone } = await commitWithRetry(db, (tx) => carryOn(db, tx));
    if (isDone) return;
  }
}

/** The next part; true when nothing is left. */
async function carryOn(db: Database, tx: Transaction): Promise<boolean | Unwritten<boolean>> {
  const { value, versionstamp } = await readIfReadable(db.write, kvKeys.edition());
  if (value === null || value.pending === null) return new Unwritten(true);
  const { id, count, done } = value.pending;
  const range = { start: kvKeys.staged(id, done), end: kvKeys.staged(id, count) };
  const { rows, leftOut } = await readListWhole(db.write, range, ROWS_PER_COMMIT);
  const part = partFrom(rows.map((entry) => entry.value), 0);
  if (rows.length + leftOut.length === 0 && done < count) {
    // Whoever carried the change out in between has taken its staged rows away.
    const after = await readIfReadable(db.write, kvKeys.edition());
    invariant(after.versionstamp !== versionstamp, `Staged rows of ${id} are missing`);
    return new Unwritten(false);
  }
  for (const { key, row } of part) tx.setEncoded(key, row);
  // Rows that nobody can read are passed over: all others count.
  const isAll = part.length === rows.length && rows.length < ROWS_PER_COMMIT;
  const next = isAll ? count : Number(rows[part.length - 1]?.key.at(-1)) + 1;
  const isDone = next === count;
  const pending = isDone ? null : { id, count, done: next };
  tx.check(kvKeys.edition(), versionstamp).set(kvKeys.edition(), { number: value.number, pending });
  return isDone;
}

async function unstage(db: Database, id: string): Promise<void> {
  for (let turn = 0; turn <= MAX_STAGED / ROWS_PER_COMMIT; turn++) {
    const rows = await readList(db.write, { prefix: kvKeys.staged.under(id) }, ROWS_PER_COMMIT);
    if (rows.length === 0) return;
    await commitWithRetry(db, (tx) => {
      for (const { key } of rows) tx.delete(key);
      return Promise.resolve();
    });
  }
}

/** As many rows as one commit takes. */
function partFrom(rows: readonly StagedRow[], at: number): StagedRow[] {
  const part: StagedRow[] = [];
  let bytes = 0;
  for (const row of rows.slice(at, at + ROWS_PER_COMMIT)) {
    bytes += JSON.stringify(row).length;
    if (part.length > 0 && bytes > BYTES_PER_COMMIT) break;
    part.push(row);
  }
  return part;
}
