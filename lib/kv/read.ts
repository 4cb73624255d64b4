// Typed reads: a key knows its rows, so no caller casts, and rows of earlier releases come up to date.
import type { Key } from "./family.ts";
import { keyBytes } from "./key-bytes.ts";
import { decodeRow, rowsOf } from "./stored-row.ts";
import { noteSeen } from "./seen-rows.ts";
import { type LeftOut, UnreadableRow, unreadableRows } from "./unreadable-rows.ts";

/** Most keys KV takes in one getMany. */
const MAX_GET_MANY = 10;

/** Longest key KV can hold, in encoded bytes; a longer one cannot exist, and asking for it throws. */
const MAX_KEY_BYTES = 2_048;

/** Most rows one list leaves out; more of them are no bad rows but a bad database. */
const MAX_LEFT_OUT = 1_000;
/** Most rows of a list that KV hands over at once. */
export const MAX_BATCH = 500;

/** One entry; `value` and `versionstamp` are null when the key does not exist. */
export async function readEntry<Value>(
  kv: Deno.Kv,
  key: Key<Value>,
): Promise<Deno.KvEntryMaybe<Value>> {
  return canExist(key) ? upToDate(key, await kv.get<Value>(key)) : nothingUnder(key);
}

/** Entries of up to ten keys of different kinds in one round trip, in their order. */
export async function readTogether<Values extends readonly unknown[]>(
  kv: Deno.Kv,
  wanted: { readonly [I in keyof Values]: Key<Values[I]> },
): Promise<{ [I in keyof Values]: Deno.KvEntryMaybe<Values[I]> }> {
  return await readEntries(kv, wanted) as { [I in keyof Values]: Deno.KvEntryMaybe<Values[I]> };
}

/** Entries of any number of keys, in their order; batches of ten run in parallel. */
export async function readEntries<Value>(
  kv: Deno.Kv,
  wanted: readonly Key<Value>[],
): Promise<Deno.KvEntryMaybe<Value>[]> {
  return (await getAll<Value>(kv, wanted)).map((entry, i) => upToDate(wanted[i] ?? [], entry));
}

/** An entry of which nobody can say the value may be made anew by whoever has its versionstamp. */
export interface ReadableEntry<Value> {
  key: Deno.KvKey;
  value: Value | null;
  versionstamp: string | null;
}

/** One entry for whoever can do without: `value` is also null when nobody can read it, which is noted. */
export async function readIfReadable<Value>(
  kv: Deno.Kv,
  key: Key<Value>,
): Promise<ReadableEntry<Value>> {
  return readableOrNull(kv, key, canExist(key) ? await kv.get<Value>(key) : nothingUnder(key));
}

/** As `readIfReadable`, for any number of keys, in their order. */
export async function readThoseReadable<Value>(
  kv: Deno.Kv,
  wanted: readonly Key<Value>[],
): Promise<ReadableEntry<Value>[]> {
  const found = await getAll<Value>(kv, wanted);
  return wanted.map((key, i) => readableOrNull(kv, key, found[i] ?? nothingUnder(key)));
}

/** What a list selects. */
export type Selector<Value> =
  | { prefix: Key<Value>; start?: Deno.KvKey; end?: Deno.KvKey }
  | { start: Key<Value>; end: Deno.KvKey };

/**
 * Lists at most `limit` entries of a selector, in key order (or reversed). Rows that nobody can read are left out and
 * noted; fewer than `limit` always means that there are no others. Below a key that is too long for KV there are none.
 */
export async function readList<Value>(
  kv: Deno.Kv,
  selector: Selector<Value>,
  limit: number,
  reverse = false,
): Promise<Deno.KvEntry<Value>[]> {
  return (await readListWhole(kv, selector, limit, reverse)).rows;
}

/** As `readList`, and says what was left out: for whoever must not take a row that is there for none. */
export async function readListWhole<Value>(
  kv: Deno.Kv,
  selector: Selector<Value>,
  limit: number,
  reverse = false,
): Promise<{ rows: Deno.KvEntry<Value>[]; leftOut: (LeftOut & { versionstamp: string })[] }> {
  const family = rowsOf("prefix" in selector ? selector.prefix : selector.start);
  const rows: Deno.KvEntry<Value>[] = [];
  const leftOut: (LeftOut & { versionstamp: string })[] = [];
  if (!Object.values(selector).every(canExist)) return { rows, leftOut };
  // No limit of KV's own: rows that are left out do not count.
  const options = { reverse, batchSize: Math.min(limit, MAX_BATCH) };
  for await (const entry of kv.list<Value>(selector as Deno.KvListSelector, options)) {
    try {
      const value = decodeRow(family, entry.value);
      noteSeen(family, entry.key, value);
      rows.push({ ...entry, value });
    } catch (error) {
      if (!(error instanceof UnreadableRow) || leftOut.length >= MAX_LEFT_OUT) throw error;
      leftOut.push({ key: entry.key, versionstamp: entry.versionstamp, error });
      unreadableRows(kv).note(entry.key, error);
    }
    if (rows.length >= limit) break;
  }
  return { rows, leftOut };
}

function readableOrNull<Value>(
  kv: Deno.Kv,
  key: Key<Value>,
  entry: Deno.KvEntryMaybe<Value>,
): ReadableEntry<Value> {
  try {
    return upToDate(key, entry);
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    unreadableRows(kv).note(key, error);
    return { ...entry, value: null };
  }
}

/** Ids come from addresses that anyone may write: an endless one names nothing, it is no fault of ours. */
function canExist(key: Deno.KvKey): boolean {
  return keyBytes(key) <= MAX_KEY_BYTES;
}

function nothingUnder(key: Deno.KvKey): Deno.KvEntryMaybe<never> {
  return { key, value: null, versionstamp: null };
}

/** Entries as they are stored. */
async function getAll<Value>(
  kv: Deno.Kv,
  wanted: readonly Key<Value>[],
): Promise<Deno.KvEntryMaybe<Value>[]> {
  const batches: Promise<Deno.KvEntryMaybe<Value>[]>[] = [];
  for (let i = 0; i < wanted.length; i += MAX_GET_MANY) {
    batches.push(getTogether(kv, wanted.slice(i, i + MAX_GET_MANY)));
  }
  return (await Promise.all(batches)).flat();
}

/** One round trip for the keys that can exist; KV refuses all of them when one is too long. */
async function getTogether<Value>(
  kv: Deno.Kv,
  wanted: readonly Key<Value>[],
): Promise<Deno.KvEntryMaybe<Value>[]> {
  const found = (await kv.getMany<Value[]>(wanted.filter(canExist))).values();
  return wanted.map((key) =>
    canExist(key) ? found.next().value ?? nothingUnder(key) : nothingUnder(key)
  );
}

/** The entry with its row in today's shape. Changed in place: it is fresh from the database. */
function upToDate<Value>(
  key: Key<Value>,
  entry: Deno.KvEntryMaybe<Value>,
): Deno.KvEntryMaybe<Value> {
  if (entry.versionstamp === null) return entry;
  const rows = rowsOf(key);
  entry.value = decodeRow(rows, entry.value);
  noteSeen(rows, key, entry.value);
  return entry;
}
