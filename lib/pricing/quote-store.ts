// Quotes in the database, as they were signed. A bought quote is copied into its booking.
import { pricingKeys } from "./keys.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Key } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import type { Quote, QuoteId } from "./quote.ts";

/** Reads and writes quotes. Whether one can still be bought is `assertBuyable`'s to say, by `expiresAt`. */
export class QuoteStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Writes a new quote. */
  async put(quote: Quote): Promise<void> {
    await commitWithRetry(this.#db, (tx) => {
      tx.set(pricingKeys.quote(quote.id), quote);
      return Promise.resolve(quote.id);
    });
  }

  /** Where a quote's row stands, for use cases that read it together with rows of their own. */
  keyOf(id: QuoteId): Key<Quote> {
    return pricingKeys.quote(id);
  }

  /** The quote as stored, expired or not, its signature unchecked; null when there is none. See `readQuote`. */
  async get(id: QuoteId): Promise<Quote | null> {
    return (await readEntry(this.#db.read, pricingKeys.quote(id))).value;
  }
}
