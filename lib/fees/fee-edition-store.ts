// Editions of the fee matrix and drafts of the next in the database: a quote reads the one row that is in force on its day.
import { GatewayError } from "../errors/gateway-error.ts";
import { nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readList } from "../kv/read.ts";
import { type FeeDraft, MAX_FEE_DRAFTS } from "./fee-draft.ts";
import type { FeeEdition } from "./fee-matrix.ts";
import { SHIPPED_EDITION } from "./fee-terms.ts";
import { feeKeys } from "./keys.ts";

/** Most editions that are listed, the latest: years of monthly ones. */
export const MAX_FEE_EDITIONS = 100;

/** Reads editions and drafts. */
export class FeeEditionStore {
  readonly #db: Pick<Database, "read">;
  #shown: { date: string; edition: FeeEdition } | null = null;

  constructor(db: Pick<Database, "read">) {
    this.#db = db;
  }

  /** The edition of what is booked at an instant: read, not kept, so that every process has the same one. */
  async at(now: Temporal.Instant): Promise<FeeEdition> {
    return await this.onDay(localDate(now));
  }

  /**
   * What a page tells of that sells nothing by it: read once a day, for the edition of a day that has begun is changed by
   * nobody. While the database does not answer it is that of the day before; fails as the database does where none was seen.
   */
  async toShow(now: Temporal.Instant): Promise<FeeEdition> {
    const date = localDate(now);
    const seen = this.#shown;
    if (seen?.date === date) return seen.edition;
    try {
      const edition = await this.onDay(date);
      this.#shown = { date, edition };
      return edition;
    } catch (error) {
      if (error instanceof GatewayError && seen !== null) return seen.edition;
      throw error;
    }
  }

  /** The edition of what is booked on a local date. */
  async onDay(date: string): Promise<FeeEdition> {
    const { prefix } = feeKeys.feeEdition;
    const end = feeKeys.feeEdition(nextDate(date, 1));
    const [latest] = await readList(this.#db.read, { prefix, end }, 1, true);
    return latest?.value ?? SHIPPED_EDITION;
  }

  /** The edition that began on a day: a booking's own, whatever is in force now. */
  async begunOn(bookedFrom: string): Promise<FeeEdition> {
    const { value } = await readEntry(this.#db.read, feeKeys.feeEdition(bookedFrom));
    return value ?? SHIPPED_EDITION;
  }

  /** The latest editions, the newest first; those yet to begin are among them, what ships is the last of them. */
  async list(): Promise<FeeEdition[]> {
    const { prefix } = feeKeys.feeEdition;
    const entries = await readList(this.#db.read, { prefix }, MAX_FEE_EDITIONS, true);
    return [...entries.map(({ value }) => value), SHIPPED_EDITION];
  }

  /** The drafts, by their days. */
  async drafts(): Promise<FeeDraft[]> {
    const { prefix } = feeKeys.feeDraft;
    return (await readList(this.#db.read, { prefix }, MAX_FEE_DRAFTS)).map(({ value }) => value);
  }

  /** The draft of a day, or null. */
  async draftOf(bookedFrom: string): Promise<FeeDraft | null> {
    return (await readEntry(this.#db.read, feeKeys.feeDraft(bookedFrom))).value;
  }
}
