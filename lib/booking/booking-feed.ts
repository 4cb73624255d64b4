// What happened to bookings, in commit order: stored for readers that were away, published to those here.
import type { BookingEvent, BookingSummary } from "./booking.ts";
import { keys } from "../kv/keys.ts";
import type { Database } from "../kv/open.ts";
import { commitUnlessLocked } from "../kv/commit.ts";
import { readEntry, readList } from "../kv/read.ts";
import { MAX_MUTATIONS, Transaction } from "../kv/transaction.ts";

/** One entry as stored; its key is the versionstamp of its commit. */
export interface FeedValue {
  at: string;
  type: BookingEvent["type"];
  summary: BookingSummary;
  /** Local pickup date before a reschedule, else null. */
  previousDate: string | null;
}

/** One entry; `cursor` is totally ordered and names the point a reader has reached. */
export interface FeedEntry extends FeedValue {
  cursor: string;
}

/** Entries after a cursor; `complete` is false when there are more than asked for. */
export interface FeedPage {
  entries: FeedEntry[];
  complete: boolean;
}

/** How long entries are kept: a reader away for longer loads the page anew. */
export const FEED_KEPT_MS = 2 * 24 * 60 * 60_000;

/** A listener is told of each commit of this process, after the commit. */
export type FeedListener = (entry: FeedEntry) => void;

/** The feed of this process over its database. */
export class BookingFeed {
  readonly #db: Database;
  readonly #listeners = new Set<FeedListener>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Number of listeners; for readiness and leak checks. */
  get listenerCount(): number {
    return this.#listeners.size;
  }

  /** Calls `listener` for every entry from now on, until the returned function is called. */
  subscribe(listener: FeedListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Tells the listeners of an entry that was committed. */
  publish(entry: FeedEntry): void {
    for (const listener of [...this.#listeners]) listener(entry);
  }

  /** Entries after `cursor` ("" for the start), oldest first. */
  async since(cursor: string, limit: number): Promise<FeedPage> {
    const start = keys.bookingFeed(`${cursor}\u0000`);
    const end = keys.bookingFeed("\uffff");
    const rows = await readList<FeedValue>(this.#db.read, { start, end }, limit + 1);
    const entries = rows.slice(0, limit).map((row) => ({
      ...row.value,
      cursor: String(row.key.at(-1)),
    }));
    return { entries, complete: rows.length <= limit };
  }

  /** True while the entry of `cursor` is kept; after that, nobody can tell what a reader there missed. */
  async has(cursor: string): Promise<boolean> {
    return (await readEntry(this.#db.read, keys.bookingFeed(cursor))).versionstamp !== null;
  }

  /** The newest entry's cursor, "" when there is none. */
  async latestCursor(): Promise<string> {
    const prefix = keys.bookingFeed.prefix;
    const [last] = await readList(this.#db.read, { prefix }, 1, true);
    return last === undefined ? "" : String(last.key.at(-1));
  }

  /** Deletes entries older than FEED_KEPT_MS, at most `MAX_MUTATIONS` a call; true when none are left. */
  async prune(now: Temporal.Instant): Promise<boolean> {
    const prefix = keys.bookingFeed.prefix;
    const rows = await readList<FeedValue>(this.#db.read, { prefix }, MAX_MUTATIONS);
    const oldest = now.epochMilliseconds - FEED_KEPT_MS;
    const old = rows.filter((row) => Date.parse(row.value.at) < oldest);
    if (old.length === 0) return true;
    const tx = new Transaction(this.#db.write);
    for (const row of old) tx.delete(row.key);
    await commitUnlessLocked(tx);
    return old.length < rows.length;
  }
}
