// A database whose rows are opened as they are read, whoever reads them, and sealed in their commit (transaction.ts).
import type { Database } from "./open.ts";
import { openEntries } from "./sealed-rows.ts";
import type { Sealer } from "./sealer.ts";

/** Rows KV hands over at once where nobody says how many. */
const BATCH = 100;

/** The same database with sealed rows. */
export function sealedDatabase(db: Database, sealer: Sealer): Database {
  const read = sealedKv(db.read, sealer);
  const write = db.write === db.read ? read : sealedKv(db.write, sealer);
  return { ...db, read, write, sealer, stored: db.read };
}

function sealedKv(kv: Deno.Kv, sealer: Sealer): Deno.Kv {
  const opened = async <Entries extends readonly Deno.KvEntryMaybe<unknown>[]>(
    entries: Entries,
  ): Promise<Entries> => {
    await openEntries(sealer, entries);
    return entries;
  };
  return {
    get: async <Value>(...asked: Parameters<Deno.Kv["get"]>) => {
      const entry = await kv.get<Value>(...asked);
      await openEntries(sealer, [entry]);
      return entry;
    },
    getMany: async <Values extends readonly unknown[]>(
      keys: readonly [...{ [I in keyof Values]: Deno.KvKey }],
      options?: { consistency?: Deno.KvConsistencyLevel },
    ) => await opened(await kv.getMany<Values>(keys, options)),
    list: <Value>(selector: Deno.KvListSelector, options: Deno.KvListOptions = {}) =>
      openedList(kv.list<Value>(selector, options), sealer, batchOf(options)),
    set: (...asked) => kv.set(...asked),
    delete: (...asked) => kv.delete(...asked),
    atomic: () => kv.atomic(),
    enqueue: (...asked) => kv.enqueue(...asked),
    listenQueue: (handler) => kv.listenQueue(handler),
    watch: (...asked) => kv.watch(...asked).pipeThrough(watched(sealer)),
    commitVersionstamp: () => kv.commitVersionstamp(),
    close: () => kv.close(),
    [Symbol.dispose]: () => kv.close(),
  };
}

function batchOf({ batchSize = BATCH, limit = Infinity }: Deno.KvListOptions): number {
  return Math.min(batchSize, limit);
}

/** Opens as many rows together as KV hands over together: their keys are loaded in one go, and no row is read for it. */
function openedList<Value>(
  list: Deno.KvListIterator<Value>,
  sealer: Sealer,
  batch: number,
): Deno.KvListIterator<Value> {
  let ready: Deno.KvEntry<Value>[] = [];
  let at = 0;
  let isOver = false;
  const fill = async () => {
    ready = [];
    at = 0;
    while (!isOver && ready.length < batch) {
      const { done, value } = await list.next();
      if (done) isOver = true;
      else ready.push(value);
    }
    await openEntries(sealer, ready);
  };
  return {
    /** Of the batch that was read last, as KV has it: nobody goes on by it, positions are keys here. */
    get cursor() {
      return list.cursor;
    },
    async next() {
      if (at >= ready.length && !isOver) await fill();
      const value = ready[at++];
      return value === undefined ? { done: true, value: undefined } : { done: false, value };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function watched<Entries extends readonly Deno.KvEntryMaybe<unknown>[]>(sealer: Sealer) {
  return new TransformStream<Entries, Entries>({
    async transform(entries, controller) {
      await openEntries(sealer, entries);
      controller.enqueue(entries);
    },
  });
}
