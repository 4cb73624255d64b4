// Reads runs of retention, figures of old years and holds.
import type { Database } from "../kv/open.ts";
import { readEntry, readList, readThoseReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { retentionKeys } from "./keys.ts";
import type { Erasure } from "./erasure.ts";
import { type LegalHold, MAX_HOLDS } from "./legal-hold.ts";
import { isNoticeOpen, MAX_NOTICES, type RecipientNotice } from "./recipient-notice.ts";
import type { RetentionRun } from "./retention-run.ts";
import type { RideStatistics } from "./ride-statistics-rules.ts";

/** Most runs that are read at once: three months of them. */
export const MAX_RUNS = 100;
/** Most years whose figures are shown. */
export const MAX_YEARS = 10;

/** A run as it is stored now. */
export interface StoredRun {
  run: RetentionRun;
  versionstamp: string;
}

/** Reads them. */
export class RetentionStore {
  readonly #db: Pick<Database, "read" | "write">;

  constructor(db: Pick<Database, "read" | "write">) {
    this.#db = db;
  }

  /** The newest runs, newest first. */
  async runs(limit: number): Promise<StoredRun[]> {
    // Whoever goes on with one must see what the last commit left.
    const { prefix } = retentionKeys.run;
    const rows = await readList(this.#db.write, { prefix }, limit, true);
    return rows.map(({ value, versionstamp }) => ({ run: value, versionstamp }));
  }

  /** All holds, by their bookings. */
  async holds(): Promise<LegalHold[]> {
    const rows = await readList(this.#db.read, { prefix: retentionKeys.hold.prefix }, MAX_HOLDS);
    return rows.map(({ value }) => value);
  }

  /** The bookings that must stay. */
  async heldBookings(): Promise<ReadonlySet<string>> {
    return new Set((await this.holds()).map(({ bookingId }) => bookingId));
  }

  /** True when the figures of a fiscal year are made. */
  async hasStatistics(year: string): Promise<boolean> {
    return (await readEntry(this.#db.write, retentionKeys.statistics(year))).versionstamp !== null;
  }

  /** The figures of all years, newest first. */
  async statistics(limit: number): Promise<RideStatistics[]> {
    const { prefix } = retentionKeys.statistics;
    return (await readList(this.#db.read, { prefix }, limit, true)).map(({ value }) => value);
  }

  /** Erasures that are under way, of these requests: each is open until its erasure is over. */
  async openErasures(requestIds: readonly string[]): Promise<Erasure[]> {
    const keys = requestIds.map((id) => retentionKeys.erasure(id));
    return (await readThoseReadable(this.#db.read, keys))
      .flatMap(({ value }) => value !== null && value.finishedAt === null ? [value] : []);
  }

  /** How far the erasure of a request has come; null when none was begun. */
  async erasure(requestId: string): Promise<Erasure | null> {
    return (await readEntry(this.#db.read, retentionKeys.erasure(requestId))).value;
  }

  /** Whom outside an erasure is told, in no order that says anything. */
  async notices(requestId: string): Promise<RecipientNotice[]> {
    const prefix = retentionKeys.notice.under(requestId);
    return (await readList(this.#db.write, { prefix }, MAX_NOTICES)).map(({ value }) => value);
  }

  /** True while somebody outside is still to be told. */
  async hasOpenNotices(requestId: string): Promise<boolean> {
    return (await this.notices(requestId)).some(isNoticeOpen);
  }

  /** Writes the figures of a year that has none. */
  writing(statistics: RideStatistics): (tx: Transaction) => void {
    const key = retentionKeys.statistics(statistics.year);
    return (tx) => void tx.check(key, null).set(key, statistics);
  }
}
