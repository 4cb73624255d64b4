// Deletes rows whose time is over. KV could do it by itself, by the machine's clock: one that is wrong for a minute
// would take purchases that are under way with it. This waits while the clock is doubtful, goes slowly, and never
// deletes a row that somebody has written since.
import type { Clock } from "../kernel/clock.ts";
import { commitUnlessLocked } from "./commit.ts";
import type { AnyFamily } from "./family.ts";
import type { Database } from "./open.ts";
import { decodeRow } from "./stored-row.ts";
import { UnreadableRow } from "./unreadable-rows.ts";
import { MAX_CHECKS, Transaction } from "./transaction.ts";

/** How long a row stays after its time, in milliseconds: whoever read it just before may still use it. */
export const GRACE_MS = 10 * 60_000;
/** Rows of each family looked at in one call. */
export const ROWS_A_CALL = 250;

/** Walks over the rows of families that have an end, a part a call, from the first to the last and again. */
export class Sweep {
  readonly #db: Database;
  readonly #families: readonly AnyFamily[];
  readonly #after = new Map<AnyFamily, Deno.KvKey>();

  constructor(db: Database, families: readonly AnyFamily[]) {
    this.#db = db;
    this.#families = families.filter(({ kept }) => kept.until === "expiry");
  }

  /** Looks at the next rows of every family and deletes those that are over; how many went. */
  async next(clock: Clock): Promise<number> {
    const before = clock.now().epochMilliseconds - GRACE_MS;
    let gone = 0;
    for (const family of this.#families) {
      const rows = await this.#nextRows(family);
      const over = rows.filter(({ key, value }) => endOf(family, key, value) <= before);
      gone += await this.#delete(over);
    }
    return gone;
  }

  async #nextRows(family: AnyFamily): Promise<Deno.KvEntry<unknown>[]> {
    const prefix = family.prefix;
    const start = this.#after.get(family);
    const list = this.#db.read.list(
      start === undefined ? { prefix } : { prefix, start },
      { limit: ROWS_A_CALL + 1, batchSize: ROWS_A_CALL + 1 },
    );
    const rows = await Array.fromAsync(list);
    const next = rows[ROWS_A_CALL];
    if (next === undefined) this.#after.delete(family);
    else this.#after.set(family, next.key);
    return rows.slice(0, ROWS_A_CALL);
  }

  async #delete(rows: readonly Deno.KvEntry<unknown>[]): Promise<number> {
    let gone = 0;
    for (let i = 0; i < rows.length; i += MAX_CHECKS) {
      const some = rows.slice(i, i + MAX_CHECKS);
      const tx = new Transaction(this.#db);
      for (const { key, versionstamp } of some) tx.check(key, versionstamp).delete(key);
      // A lost race leaves them for the next walk.
      if (await commitUnlessLocked(tx) !== null) gone += some.length;
    }
    return gone;
  }
}

/** A row that nobody can read stays: what it was is for a person to say. */
function endOf(family: AnyFamily, key: Deno.KvKey, value: unknown): number {
  try {
    return family.endsMs?.(decodeRow(family, value), key) ?? Infinity;
  } catch (error) {
    if (error instanceof UnreadableRow) return Infinity;
    throw error;
  }
}
