// Quotes in the database, as they were signed. A bought quote is copied into its booking.
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { checkEdition, type Edition } from "../kv/edition.ts";
import type { Key } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import { readEntries, readEntry, readList } from "../kv/read.ts";
import { pricingKeys } from "./keys.ts";
import { type Quote, type QuoteId, quoteId } from "./quote.ts";
import { QuoteRoom } from "./quote-room.ts";
import { storedBytes } from "./stored-bytes.ts";

/** Rows counted in one step after a start; others get their turn in between. */
export const ROWS_A_STEP = 200;

/** Whose a quote is, and by what it may be kept. */
interface QuoteTerms {
  /** The network that asks; what it stores is bounded. "" for none. */
  sender?: string;
  /** The edition by which the price is right, `isAgain` where another had come; null: by none any more. */
  standing?: (isAgain: boolean) => Promise<Edition | null>;
}

/** Reads and writes quotes. Whether one can still be bought is `assertBuyable`'s to say, by `expiresAt`. */
export class QuoteStore {
  readonly #db: Database;
  readonly #room: QuoteRoom;
  #markOf: ((id: QuoteId) => Key<unknown>) | null = null;
  /** The first quote that is not yet counted of those an earlier process stored; null once all are. */
  #uncounted: { start?: Deno.KvKey } | null = {};

  constructor(db: Database, room: QuoteRoom = new QuoteRoom()) {
    this.#db = db;
    this.#room = room;
  }

  /** Has quotes stay that carry the mark of whoever buys them, however little room there is. */
  keepMarked(markOf: (id: QuoteId) => Key<unknown>): void {
    this.#markOf = markOf;
  }

  /**
   * Writes a new quote; the oldest unbought ones give way when there is no more room, of `sender` or of all. True once it
   * stands. It stands only while the edition that `standing` gives is the newest; asked again, it has to look again. False,
   * and nothing is written, where it gives null: the tariff that priced the quote rules no more.
   */
  async put(quote: Quote, { sender = "", standing }: QuoteTerms = {}): Promise<boolean> {
    const over = this.#room.add(quote.id, storedBytes(quote), sender);
    const { value: isKept } = await commitWithRetry(this.#db, async (tx, attempt) => {
      const edition = await standing?.(attempt > 1);
      if (edition === null) return new Unwritten(false);
      if (edition !== undefined) checkEdition(tx, edition);
      tx.add(pricingKeys.quote(quote.id), quote);
      for (const { id, mark } of await this.#unmarked(over)) {
        // Bought in this moment: the check fails, and the next try leaves it where it is.
        if (mark !== null) tx.check(mark, null);
        tx.delete(pricingKeys.quote(id));
      }
      return true;
    });
    if (!isKept) this.#room.forget(quote.id);
    return isKept;
  }

  /** Counts some more of what an earlier process stored; false once all of it is counted. */
  async countStored(): Promise<boolean> {
    if (this.#uncounted === null) return false;
    const { prefix } = pricingKeys.quote;
    const rows = await readList(this.#db.read, { prefix, ...this.#uncounted }, ROWS_A_STEP);
    for (const { value } of rows) this.#room.addFormer(value.id, storedBytes(value));
    const last = rows.at(-1);
    this.#uncounted = last === undefined || rows.length < ROWS_A_STEP
      ? null
      : { start: [...last.key, ""] };
    return this.#uncounted !== null;
  }

  /** Where a quote's row stands, for use cases that read it together with rows of their own. */
  keyOf(id: QuoteId): Key<Quote> {
    return pricingKeys.quote(id);
  }

  /** The quote as stored, expired or not, its signature unchecked; null when there is none. See `readQuote`. */
  async get(id: QuoteId): Promise<Quote | null> {
    return (await readEntry(this.#db.read, pricingKeys.quote(id))).value;
  }

  async #unmarked(ids: readonly QuoteId[]): Promise<{ id: QuoteId; mark: Key<unknown> | null }[]> {
    const markOf = this.#markOf;
    if (ids.length === 0) return [];
    if (markOf === null) return ids.map((id) => ({ id, mark: null }));
    const marks = ids.map((id) => ({ id: quoteId(id), mark: markOf(id) }));
    const found = await readEntries(this.#db.read, marks.map(({ mark }) => mark));
    return marks.filter((_, i) => found[i]?.versionstamp === null);
  }
}
