// Reads that failed for a moment are asked once more: a disk or a server that stumbles costs nobody their page.
import type { Database } from "./open.ts";

/** What becomes of a read that failed: its answer after all, or what is thrown. `again` reads once more. */
export type RecoverRead = <Value>(error: unknown, again: () => Promise<Value>) => Promise<Value>;

/** A read that took longer before it failed was no blip, and whoever waits has waited enough; in milliseconds. */
const BLIP_MS = 1_000;

/** The same database, whose reads are recovered; writes are left to whoever knows whether they may be sent again. */
export function recoveredReads(db: Database, recover: RecoverRead): Database {
  const read = recovered(db.read, recover);
  return { ...db, read, write: db.write === db.read ? read : recovered(db.write, recover) };
}

function recovered(kv: Deno.Kv, recover: RecoverRead): Deno.Kv {
  const once = async <Value>(read: () => Promise<Value>, again = read): Promise<Value> => {
    const startMs = performance.now();
    try {
      return await read();
    } catch (error) {
      if (performance.now() - startMs > BLIP_MS) throw error;
      return await recover(error, again);
    }
  };
  return {
    get: (...asked) => once(() => kv.get(...asked)),
    getMany: (...asked) => once(() => kv.getMany(...asked)),
    list: <Value>(...asked: Parameters<Deno.Kv["list"]>) => {
      let list = kv.list<Value>(...asked);
      let isFirst = true;
      const anew = () => (list = kv.list<Value>(...asked)).next();
      return {
        get cursor() {
          return list.cursor;
        },
        // Only the first rows: a list that is begun anew would tell the others twice.
        next: () => {
          const wasFirst = isFirst;
          isFirst = false;
          return wasFirst ? once(() => list.next(), anew) : list.next();
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
    set: (...asked) => kv.set(...asked),
    delete: (...asked) => kv.delete(...asked),
    atomic: () => kv.atomic(),
    enqueue: (...asked) => kv.enqueue(...asked),
    listenQueue: (handler) => kv.listenQueue(handler),
    watch: (...asked) => kv.watch(...asked),
    commitVersionstamp: () => kv.commitVersionstamp(),
    close: () => kv.close(),
    [Symbol.dispose]: () => kv.close(),
  };
}
