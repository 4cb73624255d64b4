// Daily counters: plain numbers, written by readers of the feed in the commit that moves their cursor.
import { kvKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { readEntries, readIfReadable, readList } from "./read.ts";
import type { Transaction } from "./transaction.ts";

/** Most counters of one name: ten years of days. */
export const MAX_DAYS = 3_700;

/** How much each counter grows, by name and local date (`YYYY-MM-DD`). */
export class Counts {
  readonly #amounts = new Map<string, { name: string; day: string; amount: number }>();

  /** Adds one, or takes one off that was counted. */
  add(name: string, day: string, amount: 1 | -1 = 1): void {
    const id = `${name} ${day}`;
    const known = this.#amounts.get(id);
    if (known === undefined) this.#amounts.set(id, { name, day, amount });
    else known.amount += amount;
  }

  /** What was counted, in the order in which it first came. */
  list(): readonly { name: string; day: string; amount: number }[] {
    return [...this.#amounts.values()];
  }
}

/**
 * Adds counts to a commit. Exact because `tx` checks the cursor of the only reader that writes them: of two
 * processes that read the same numbers one loses that check.
 */
export async function addCounts(
  db: Pick<Database, "write">,
  tx: Transaction,
  counts: Counts,
): Promise<void> {
  const counted = counts.list().map((one) => ({ ...one, key: kvKeys.counter(one.name, one.day) }));
  const stored = await readEntries(db.write, counted.map(({ key }) => key));
  for (const [i, { key, amount }] of counted.entries()) {
    tx.set(key, (stored[i]?.value ?? 0) + amount);
  }
}

/** Sets a counter to a number that was counted anew. */
export function setCount(tx: Transaction, name: string, day: string, amount: number): void {
  tx.set(kvKeys.counter(name, day), amount);
}

/** The days on which a counter has a row. */
export async function countedDays(db: Pick<Database, "read">, name: string): Promise<string[]> {
  const rows = await readList(db.read, { prefix: kvKeys.counter.under(name) }, MAX_DAYS);
  return rows.map(({ key }) => String(key.at(-1)));
}

/** The counter's value, 0 when nothing was counted or nobody can read it: its reader then counts anew. */
export async function readCount(
  db: Pick<Database, "read">,
  name: string,
  day: string,
): Promise<number> {
  return (await readIfReadable(db.read, kvKeys.counter(name, day))).value ?? 0;
}
