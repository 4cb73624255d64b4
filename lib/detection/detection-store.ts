// What was noticed, in the database.
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import type { StoredFinding } from "./finding.ts";
import { detectionKeys } from "./keys.ts";
import type { StaffDay } from "./staff-habits.ts";

/** Most findings that are listed. */
export const MAX_FINDINGS = 200;
/** Most rows of sums of some days: a row a process and a day. */
export const MAX_SUM_ROWS = 2_000;
/** Most rows of the staff's days. */
export const MAX_STAFF_DAYS = 20_000;

/** Reads it. */
export class DetectionStore {
  readonly #db: Database;

  constructor({ db }: { db: Database }) {
    this.#db = db;
  }

  /** The newest first. */
  async findings(): Promise<StoredFinding[]> {
    const { prefix } = detectionKeys.finding;
    const rows = await readList(this.#db.read, { prefix }, MAX_FINDINGS, true);
    return rows.map(({ value }) => value);
  }

  /** How often what happened from a local date on, by day and word, all processes together. */
  async sums(from: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
    const { prefix } = detectionKeys.sums;
    const rows = await readList(
      this.#db.read,
      { prefix, start: detectionKeys.sums.under(from) },
      MAX_SUM_ROWS,
    );
    const days = new Map<string, Map<string, number>>();
    for (const { key, value } of rows) {
      const day = String(key[1]);
      const sums = days.get(day) ?? new Map<string, number>();
      for (const [kind, count] of Object.entries(value)) {
        sums.set(kind, (sums.get(kind) ?? 0) + count);
      }
      days.set(day, sums);
    }
    return days;
  }

  /** The days of the staff that are known. */
  async staffDays(): Promise<{ person: string; day: string; known: StaffDay }[]> {
    const { prefix } = detectionKeys.staffDay;
    const rows = await readList(this.#db.read, { prefix }, MAX_STAFF_DAYS);
    return rows.map(({ key, value }) => ({
      ...{ person: String(key[1]), day: String(key[2]), known: value },
    }));
  }
}
