// Walks all rows of a family once, beside live traffic, and writes what follows from each: how an index over
// rows comes to be that were there before it.
import { commitUnlessLocked } from "./commit.ts";
import type { Key } from "./family.ts";
import { kvKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { readIfReadable, readList } from "./read.ts";
import type { Rounds } from "./rounds.ts";
import { MAX_CHECKS, MAX_FILE_CHECKS, Transaction } from "./transaction.ts";

/** Rows a commit to a file covers: each is checked, may bring the check of a key, and adds up to eight writes. */
export const BACKFILL_ROWS = 30;
/** The same to a server, which takes ten checks, one of them of the position. */
const ROWS_TO_SERVER = MAX_CHECKS - 1;
/** Most commits of one round: who stops the process waits for those of all walks, which take turns. */
const MAX_STEPS_PER_ROUND = 10;
/** How often a walk looks whether another process has left it something, in milliseconds; the next round of one begins at once. */
const ROUND_MS = 2_000;
/** Longest rest after a step, in milliseconds. */
const MAX_REST_MS = 200;

/** One walk. */
export interface Backfill {
  /** Names its position; never used again for another one. */
  readonly name: string;
  /** One commit further. "again": others wrote meanwhile, nothing was. */
  step(db: Database): Promise<"more" | "again" | "done">;
}

/**
 * Declares a walk over the rows that begin with `prefix`. `add` adds to the commit what follows from a row;
 * it may be asked twice for the same row, and must write the same then. Live writes must keep up what it adds
 * before the walk begins: what is written behind its position is theirs alone.
 */
export function backfill<Value>(
  name: string,
  prefix: Key<Value>,
  add: (tx: Transaction, row: Value) => void | Promise<void>,
): Backfill {
  return {
    name,
    async step(db) {
      const position = kvKeys.backfill(name);
      const { value: stands, versionstamp } = await readIfReadable(db.write, position);
      if (stands?.isDone) return "done";
      // The first part that sorts after the row's key and before any other row's.
      const start = stands === null ? {} : { start: [...stands.after, ""] };
      const isServer = db.kind === "remote";
      const most = isServer ? ROWS_TO_SERVER : BACKFILL_ROWS;
      const rows = await readList(db.write, { prefix, ...start }, most);
      const checks = isServer ? MAX_CHECKS : MAX_FILE_CHECKS;
      const tx = new Transaction(db, { checks }).check(position, versionstamp);
      for (const row of rows) {
        // What follows from a row that has changed since would be wrong, and nobody would mend it.
        await add(tx.check(row.key, row.versionstamp), row.value);
      }
      const last = rows.at(-1)?.key ?? stands?.after ?? prefix;
      const isDone = rows.length < most;
      tx.set(position, { after: [...last], isDone });
      if (await commitUnlessLocked(tx) === null) return "again";
      return isDone ? "done" : "more";
    },
  };
}

/** True when the walk is over: what it writes is complete, and may be relied on. */
export async function isBackfilled(db: Pick<Database, "read">, name: string): Promise<boolean> {
  return (await readIfReadable(db.read, kvKeys.backfill(name))).value?.isDone ?? false;
}

/** The walk as background work; a killed process goes on where its last commit was. */
export function backfillRounds(db: Database, walk: Backfill): Rounds {
  let isDone = false;
  let goOn = () => {};
  return {
    name: `backfilling ${walk.name}`,
    everyMs: ROUND_MS,
    wake: (listener) => {
      goOn = listener;
      return () => goOn = () => {};
    },
    async round() {
      if (isDone) return;
      for (let steps = 0; steps < MAX_STEPS_PER_ROUND && !isDone; steps++) {
        isDone = await inTurn(db, () => rested(() => walk.step(db))) === "done";
      }
      if (!isDone) goOn();
    },
  };
}

/**
 * A step, and a rest half as long as it took: requests have a third of the time and whatever a step waits for. Where they
 * need more a step takes longer, and so does its rest; where nobody asks for anything both are short.
 */
async function rested<Result>(step: () => Promise<Result>): Promise<Result> {
  const begun = performance.now();
  const result = await step();
  const restMs = Math.min(MAX_REST_MS, (performance.now() - begun) / 2);
  await new Promise((resolve) => setTimeout(resolve, restMs));
  return result;
}

/** The step of each database that is under way. */
const underWay = new WeakMap<Database, Promise<unknown>>();

/** One step at a time, whatever walks there are: a start has some fifty, and customers' commits would queue behind all. */
async function inTurn<Result>(db: Database, step: () => Promise<Result>): Promise<Result> {
  const before = underWay.get(db);
  const own = Promise.allSettled([before]).then(step);
  underWay.set(db, own);
  return await own;
}
