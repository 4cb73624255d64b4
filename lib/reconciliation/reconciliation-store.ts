// Compared days and what was different, in the database.
import type { Database } from "../kv/open.ts";
import { readEntries, readEntry, readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Difference } from "./difference.ts";
import { reconciliationKeys } from "./keys.ts";
import type { ReconciledDay } from "./reconciled-day.ts";

/** Most days that are listed at once: two months. */
export const MAX_DAYS = 62;
/** Most differences that are listed at once; a company with more has another worry than each of them. */
export const MAX_DIFFERENCES = 500;

/** A difference with what a change of it checks. */
export interface StoredDifference {
  difference: Difference;
  versionstamp: string;
}

/** Reads them. */
export class ReconciliationStore {
  readonly #db: Pick<Database, "read" | "write">;

  constructor({ db }: { db: Pick<Database, "read" | "write"> }) {
    this.#db = db;
  }

  /** One day as it is now, with what a change of it checks. */
  async day(date: string) {
    return await readEntry(this.#db.write, reconciliationKeys.reconciledDay(date));
  }

  /** The latest days, the newest first. */
  async days(wanted: number): Promise<ReconciledDay[]> {
    const { prefix } = reconciliationKeys.reconciledDay;
    const rows = await readList(this.#db.read, { prefix }, Math.min(wanted, MAX_DAYS), true);
    return rows.map(({ value }) => value);
  }

  /** One difference as it is now, or null. */
  async get(id: string): Promise<StoredDifference | null> {
    const key = reconciliationKeys.difference(id);
    const { value, versionstamp } = await readEntry(this.#db.write, key);
    return value === null ? null : { difference: value, versionstamp };
  }

  /** Those of a day. */
  async ofDay(date: string): Promise<Difference[]> {
    const prefix = reconciliationKeys.differenceByDay.under(date);
    const rows = await readList(this.#db.read, { prefix }, MAX_DIFFERENCES);
    return await this.#some(rows.map(({ value }) => value));
  }

  /** Those that stand. */
  async open(): Promise<Difference[]> {
    const { prefix } = reconciliationKeys.openDifference;
    const rows = await readList(this.#db.read, { prefix }, MAX_DIFFERENCES);
    return await this.#some(rows.map(({ value }) => value));
  }

  async #some(ids: readonly string[]): Promise<Difference[]> {
    const rows = await readEntries(
      this.#db.read,
      ids.map((id) => reconciliationKeys.difference(id)),
    );
    return rows.flatMap(({ value }) => value ?? []);
  }
}

/** A difference joins a commit, with what it is found by; `before` is how it stood, null: it was not there. */
export function writeDifference(
  tx: Transaction,
  before: StoredDifference | null,
  after: Difference,
): void {
  const { id, date, settledAt } = after;
  const key = reconciliationKeys.difference(id);
  tx.check(key, before?.versionstamp ?? null).set(key, after);
  const former = before?.difference.date;
  if (former !== undefined && former !== date) {
    tx.delete(reconciliationKeys.differenceByDay(former, id));
  }
  tx.set(reconciliationKeys.differenceByDay(date, id), id);
  const open = reconciliationKeys.openDifference(id);
  if (settledAt === null) tx.set(open, id);
  else tx.delete(open);
}
