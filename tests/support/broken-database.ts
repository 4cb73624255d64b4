// Stands between the product and a database and lets what passes fail as a disk does, from the moment a test says so.
import { guardKv } from "../../lib/kv/guard-kv.ts";
import type { Database } from "../../lib/kv/open.ts";

/** A database that can be broken and mended. */
export interface BreakableDatabase {
  wrap(db: Database): Database;
  /** Which calls fail from now on; `blips` of them, then all is well again. */
  breaks(what: "reads" | "writes" | "nothing", blips?: number): void;
}

/** What SQLite says. */
const SAID = "disk I/O error";

/** One that is well. */
export function breakableDatabase(): BreakableDatabase {
  let broken: "reads" | "writes" | "nothing" = "nothing";
  let left = Infinity;
  const through = <Result>(kind: "reads" | "writes", call: () => Promise<Result>) => {
    if (broken !== kind || left <= 0) return call();
    left--;
    return Promise.reject<Result>(new TypeError(SAID));
  };
  const guarded = (kv: Deno.Kv) => guardKv(throughFault(kv, through), NO_TROUBLE);
  return {
    wrap: (db) => ({ ...db, read: guarded(db.read), write: guarded(db.write) }),
    breaks(what, blips = Infinity) {
      broken = what;
      left = blips;
    },
  };
}

const NO_TROUBLE = { trouble: () => null, deadlineMs: null };

type Through = <Result>(kind: "reads" | "writes", call: () => Promise<Result>) => Promise<Result>;

/** The calls of a handle, each through the fault. */
function throughFault(kv: Deno.Kv, through: Through): Deno.Kv {
  const proxied = new Proxy(kv, {
    get(target, name) {
      if (name === "get" || name === "getMany") {
        return (...asked: Parameters<Deno.Kv["get"]>) =>
          through("reads", () => Reflect.apply(target[name], target, asked));
      }
      if (name === "set" || name === "delete") {
        return (...asked: Parameters<Deno.Kv["set"]>) =>
          through("writes", () => Reflect.apply(target[name], target, asked));
      }
      if (name === "list") {
        return (...asked: Parameters<Deno.Kv["list"]>) => {
          const list = target.list(...asked);
          const next = () => through("reads", () => list.next());
          return { next, [Symbol.asyncIterator]: () => ({ next }) };
        };
      }
      if (name === "atomic") {
        return () => {
          const operation = target.atomic();
          const commit = operation.commit.bind(operation);
          operation.commit = () => through("writes", commit);
          return operation;
        };
      }
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === "function" ? own.bind(target) : own;
    },
  });
  return proxied;
}
