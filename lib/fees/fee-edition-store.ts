// Editions of the fee matrix in the database: a quote reads the one row that is in force on its day.
import { nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readList } from "../kv/read.ts";
import type { FeeEdition } from "./fee-matrix.ts";
import { SHIPPED_EDITION } from "./fee-terms.ts";
import { feeKeys } from "./keys.ts";

/** Reads editions. */
export class FeeEditionStore {
  readonly #db: Pick<Database, "read">;

  constructor(db: Pick<Database, "read">) {
    this.#db = db;
  }

  /** The edition of what is booked at an instant: read, not kept, so that every process has the same one. */
  async at(now: Temporal.Instant): Promise<FeeEdition> {
    const { prefix } = feeKeys.feeEdition;
    const end = feeKeys.feeEdition(nextDate(localDate(now), 1));
    const [latest] = await readList(this.#db.read, { prefix, end }, 1, true);
    return latest?.value ?? SHIPPED_EDITION;
  }

  /** The edition that began on a day: a booking's own, whatever is in force now. */
  async begunOn(bookedFrom: string): Promise<FeeEdition> {
    const { value } = await readEntry(this.#db.read, feeKeys.feeEdition(bookedFrom));
    return value ?? SHIPPED_EDITION;
  }
}
