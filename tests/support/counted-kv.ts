// Counts what is asked of a database: entries a list hands over, entries read by their keys, round trips and commits. It
// stands below the product, so that whatever seals, recovers or keeps rows is counted too.
import type { Database } from "../../lib/kv/open.ts";

/** Entries KV hands over at once where nobody says how many. */
const BATCH = 100;

/** What was asked so far. */
export interface KvCount {
  /** Entries lists handed over, by the first part of their key; of a batch all, whoever used them. */
  listed: Map<string, number>;
  /** Keys that were asked for, by their first part. */
  fetched: Map<string, number>;
  /** Lists, by the first part of what they walk, and whether they go back. */
  lists: { family: string; isBack: boolean }[];
  /** Each get, getMany, batch of a list and commit, in their order. */
  trips: string[];
}

/** A database that is counted, and its count. */
export function countedKv(): { wrap: (db: Database) => Database; count: KvCount } {
  const count: KvCount = { listed: new Map(), fetched: new Map(), lists: [], trips: [] };
  const wrap = (db: Database): Database => {
    const read = counted(db.read, count);
    return { ...db, read, write: db.write === db.read ? read : counted(db.write, count) };
  };
  return { wrap, count };
}

/** Begins anew. */
export function resetCount(count: KvCount): void {
  count.listed.clear();
  count.fetched.clear();
  count.lists.length = 0;
  count.trips.length = 0;
}

function counted(kv: Deno.Kv, count: KvCount): Deno.Kv {
  const fetch = (keys: readonly Deno.KvKey[]) => {
    for (const [family] of keys) add(count.fetched, String(family));
    count.trips.push(`get ${[...new Set(keys.map(([family]) => String(family)))].join(" ")}`);
  };
  const commit = (keys: string) => count.trips.push(`commit ${keys}`.trim());
  return {
    get: (key, options) => {
      fetch([key]);
      return kv.get(key, options);
    },
    getMany: (keys, options) => {
      fetch(keys);
      return kv.getMany(keys, options);
    },
    list: (selector, options) => countedList(kv.list(selector, options), selector, options, count),
    set: (key, value, options) => {
      commit(String(key[0]));
      return kv.set(key, value, options);
    },
    delete: (key) => {
      commit(String(key[0]));
      return kv.delete(key);
    },
    atomic() {
      const operation = kv.atomic();
      const send = operation.commit.bind(operation);
      operation.commit = () => {
        commit("");
        return send();
      };
      return operation;
    },
    enqueue: (value, options) => kv.enqueue(value, options),
    listenQueue: (handler) => kv.listenQueue(handler),
    watch: (keys, options) => kv.watch(keys, options),
    commitVersionstamp: () => kv.commitVersionstamp(),
    close: () => kv.close(),
    [Symbol.dispose]: () => kv.close(),
  };
}

/** Reads as many entries together as KV does, which is one round trip. */
function countedList<Value>(
  list: Deno.KvListIterator<Value>,
  selector: Deno.KvListSelector,
  { batchSize, limit = Infinity, reverse: isBack = false }: Deno.KvListOptions = {},
  count: KvCount,
): Deno.KvListIterator<Value> {
  const family = String(("prefix" in selector ? selector.prefix : selector.start)[0] ?? "");
  const batch = Math.min(batchSize ?? Math.min(limit, BATCH), limit);
  let ready: Deno.KvEntry<Value>[] = [];
  let isOver = false;
  count.lists.push({ family, isBack });
  const fill = async () => {
    count.trips.push(`list ${family}`);
    ready = [];
    while (!isOver && ready.length < batch) {
      const { done, value } = await list.next();
      if (done) isOver = true;
      else ready.push(value);
    }
    for (const { key } of ready) add(count.listed, String(key[0]));
  };
  return {
    get cursor() {
      return list.cursor;
    },
    async next() {
      if (ready.length === 0 && !isOver) await fill();
      const value = ready.shift();
      return value === undefined ? { done: true, value: undefined } : { done: false, value };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
