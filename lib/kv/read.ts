// Typed reads: a key knows its rows, so no caller casts, and rows of earlier releases come up to date.
import type { Key } from "./family.ts";
import { decodeRow, rowsOf } from "./stored-row.ts";
import { keyBytes } from "./transaction.ts";

/** Most keys KV takes in one getMany. */
const MAX_GET_MANY = 10;

/** Longest key KV can hold, in encoded bytes; a longer one cannot exist, and asking for it throws. */
const MAX_KEY_BYTES = 2_048;

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
  return await getTogether(kv, wanted) as { [I in keyof Values]: Deno.KvEntryMaybe<Values[I]> };
}

/** Entries of any number of keys, in their order; batches of ten run in parallel. */
export async function readEntries<Value>(
  kv: Deno.Kv,
  wanted: readonly Key<Value>[],
): Promise<Deno.KvEntryMaybe<Value>[]> {
  const batches: Promise<Deno.KvEntryMaybe<Value>[]>[] = [];
  for (let i = 0; i < wanted.length; i += MAX_GET_MANY) {
    batches.push(getTogether(kv, wanted.slice(i, i + MAX_GET_MANY)));
  }
  return (await Promise.all(batches)).flat();
}

/** Lists at most `limit` entries of a selector, in key order (or reversed). */
export async function readList<Value>(
  kv: Deno.Kv,
  selector: { prefix: Key<Value>; start?: Deno.KvKey; end?: Deno.KvKey } | {
    start: Key<Value>;
    end: Deno.KvKey;
  },
  limit: number,
  reverse = false,
): Promise<Deno.KvEntry<Value>[]> {
  const rows = rowsOf("prefix" in selector ? selector.prefix : selector.start);
  const options = { limit, reverse, batchSize: Math.min(limit, 500) };
  const list = kv.list<Value>(selector as Deno.KvListSelector, options);
  const entries = await Array.fromAsync(list);
  for (const entry of entries) entry.value = decodeRow(rows, entry.value);
  return entries;
}

/** Ids come from addresses that anyone may write: an endless one names nothing, it is no fault of ours. */
function canExist(key: Deno.KvKey): boolean {
  return keyBytes(key) <= MAX_KEY_BYTES;
}

function nothingUnder(key: Deno.KvKey): Deno.KvEntryMaybe<never> {
  return { key, value: null, versionstamp: null };
}

/** One round trip for the keys that can exist; KV refuses all of them when one is too long. */
async function getTogether<Value>(
  kv: Deno.Kv,
  wanted: readonly Key<Value>[],
): Promise<Deno.KvEntryMaybe<Value>[]> {
  const found = (await kv.getMany<Value[]>(wanted.filter(canExist))).values();
  return wanted.map((key) => {
    const entry = canExist(key) ? found.next().value : undefined;
    return entry === undefined ? nothingUnder(key) : upToDate(key, entry);
  });
}

/** The entry with its row in today's shape. Changed in place: it is fresh from the database. */
function upToDate<Value>(
  key: Key<Value>,
  entry: Deno.KvEntryMaybe<Value>,
): Deno.KvEntryMaybe<Value> {
  if (entry.versionstamp !== null) entry.value = decodeRow(rowsOf(key), entry.value);
  return entry;
}
