// Quotes in the database, as they were signed. A bought quote is copied into its booking.
import { keys } from "../kv/keys.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import type { Quote, QuoteId } from "./quote.ts";

/** How long a quote's row is kept, in ms: a day, so that a late customer is told "expired", not "unknown". */
export const QUOTE_ROW_TTL_MS = 24 * 60 * 60 * 1000;

/** Reads and writes quotes. Whether one can still be bought is `assertBuyable`'s to say, by `expiresAt`. */
export class QuoteStore {
  readonly #db: Pick<Database, "read" | "write">;

  constructor(db: Pick<Database, "read" | "write">) {
    this.#db = db;
  }

  /** Writes a new quote. */
  async put(quote: Quote): Promise<void> {
    await commitWithRetry(this.#db, (tx) => {
      tx.set(keys.quote(quote.id), quote, QUOTE_ROW_TTL_MS);
      return Promise.resolve(quote.id);
    });
  }

  /** The quote as stored, expired or not, its signature unchecked; null when there is none. See `readQuote`. */
  async get(id: QuoteId): Promise<Quote | null> {
    return (await readEntry(this.#db.read, keys.quote(id))).value;
  }
}
