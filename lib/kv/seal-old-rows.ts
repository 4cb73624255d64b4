// Walks over the rows that earlier releases left unsealed and seals them, a few a commit. Live changes seal at once, so that
// what is behind the position is sealed for good; until the walk is over both kinds are read alike.
import { commitUnlessLocked } from "./commit.ts";
import type { Backfill } from "./backfill.ts";
import type { AnyFamily, Key } from "./family.ts";
import type { FeedEntry, SealedKind } from "./feed-row.ts";
import { kvKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { readIfReadable } from "./read.ts";
import { isSealed, rowToStore } from "./sealed-rows.ts";
import { decodeRow } from "./stored-row.ts";
import { MAX_CHECKS, MAX_FILE_CHECKS, Transaction } from "./transaction.ts";
import { UnreadableRow } from "./unreadable-rows.ts";

/** Rows a commit to a server seals: each is checked, each may bring the check of its subject's key, and so is the position. */
const ROWS_SEALED = 4;
/** The same to a file, which takes a hundred checks. Of forty rows a commit lasts some 5 ms, and a booking waits that long. */
const ROWS_SEALED_IN_FILE = 40;
/** Most characters of the rows of a commit, as they were: KV takes 800 KB, and a row of the feed may have 64. */
const MOST_LENGTH = 250_000;
/** Rows it looks at where none of the first had to be sealed. */
export const ROWS_LOOKED_AT = 200;

/** The name of a family's walk. */
export function sealingWalk({ name }: Pick<AnyFamily, "name">): string {
  return `sealing ${name}`;
}

/** The walk over one family. */
export function sealOldRows(family: AnyFamily): Backfill {
  return walkOver(family, ({ key, value }) => {
    const row = rowToSeal(family, key, value);
    return row === null ? null : (tx) => tx.set(row.key, row.value);
  });
}

/** The walk over the feed, whose entries are sealed as their kinds say. */
export function sealOldFeed(kinds: readonly SealedKind[]): Backfill {
  return walkOver(kvKeys.feed, ({ key, value }) => {
    const isOld = ({ kind, body }: FeedEntry) =>
      !isSealed(body) && kinds.some(({ name }) => name === kind);
    try {
      const row = decodeRow(kvKeys.feed, value);
      return row.entries.some(isOld) ? (tx) => tx.renewFeedRow(key, row, kinds) : null;
    } catch (error) {
      if (error instanceof UnreadableRow) return null;
      throw error;
    }
  });
}

/** Adds to a commit a row as it is sealed; null for one with nothing to seal. */
type SealRow = (row: Deno.KvEntry<unknown>) => ((tx: Transaction) => unknown) | null;

function walkOver(family: Pick<AnyFamily, "name" | "prefix">, seal: SealRow): Backfill {
  const name = sealingWalk(family);
  return {
    name,
    async step(db) {
      const position = kvKeys.backfill(name);
      const { value: stands, versionstamp } = await readIfReadable(db.write, position);
      if (stands?.isDone) return "done";
      const most = db.kind === "remote" ? ROWS_SEALED : ROWS_SEALED_IN_FILE;
      const { rows, isWhole } = await rowsAhead(db, family, { after: stands?.after, seal, most });
      const checks = db.kind === "remote" ? MAX_CHECKS : MAX_FILE_CHECKS;
      const tx = new Transaction(db, { checks }).check(position, versionstamp);
      const last = sealSome(tx, rows, most) ?? stands?.after ?? family.prefix;
      const isDone = isWhole && isEnd(rows, last);
      tx.set(position, { after: [...last], isDone });
      if (await commitUnlessLocked(tx) === null) return "again";
      return isDone ? "done" : "more";
    },
  };
}

/** A row the walk has come to, and what sealing it would add to a commit. */
interface RowAhead {
  row: Deno.KvEntry<unknown>;
  look: () => ReturnType<SealRow>;
}

/** The next rows, and whether there are no others behind them: where the first is old, no more than a commit takes. */
async function rowsAhead(
  db: Database,
  family: Pick<AnyFamily, "prefix">,
  { after, seal, most }: { after: Deno.KvKey | undefined; seal: SealRow; most: number },
): Promise<{ rows: RowAhead[]; isWhole: boolean }> {
  const first = (await storedRows(db, family, after, most)).map((row) => lookedAtOnce(row, seal));
  const isWhole = first.length < most;
  if (isWhole || first.some(({ look }) => look() !== null)) return { rows: first, isWhole };
  const rows = await storedRows(db, family, after, ROWS_LOOKED_AT);
  return {
    rows: rows.map((row) => lookedAtOnce(row, seal)),
    isWhole: rows.length < ROWS_LOOKED_AT,
  };
}

/** A row is looked at when its turn comes, and once: bringing it up to date changes it. */
function lookedAtOnce(row: Deno.KvEntry<unknown>, seal: SealRow): RowAhead {
  let found: ReturnType<SealRow> | undefined;
  return { row, look: () => found === undefined ? found = seal(row) : found };
}

/** Rows as they are stored. */
async function storedRows(
  db: Database,
  { prefix }: Pick<AnyFamily, "prefix">,
  after: Deno.KvKey | undefined,
  limit: number,
): Promise<Deno.KvEntry<unknown>[]> {
  // The first part that sorts after the row's key and before any other row's.
  const start = after === undefined ? {} : { start: [...after, ""] };
  const stored = db.stored ?? db.read;
  const list = stored.list({ prefix, ...start }, { limit });
  return await Array.fromAsync(list);
}

/** Seals the first that are not; the key of the last that was looked at. */
function sealSome(
  tx: Transaction,
  rows: readonly RowAhead[],
  most: number,
): Deno.KvKey | undefined {
  let [sealed, length] = [0, 0];
  let last: Deno.KvKey | undefined;
  for (const { row, look } of rows) {
    const add = look();
    if (add !== null) {
      length += JSON.stringify(row.value)?.length ?? 0;
      if (sealed === most || (sealed > 0 && length > MOST_LENGTH)) break;
      sealed++;
      add(tx.check(row.key, row.versionstamp));
    }
    last = row.key;
  }
  return last;
}

/** A row with something to seal; null for the others, and for those nobody can read: they stay as they are. */
function rowToSeal(
  family: AnyFamily,
  key: Deno.KvKey,
  stored: unknown,
): { key: Key<unknown>; value: unknown } | null {
  if (isSealed(stored)) return null;
  try {
    const own = family.keyOf(key);
    const value = decodeRow(family, stored);
    const { pending } = rowToStore(family, own, { value, row: value });
    return pending === null ? null : { key: own, value };
  } catch (error) {
    if (error instanceof UnreadableRow) return null;
    throw error;
  }
}

function isEnd(rows: readonly RowAhead[], last: Deno.KvKey): boolean {
  const end = rows.at(-1);
  return end === undefined || end.row.key === last;
}
