// What happened, in commit order: one feed for the whole product. Commits append to it (`tx.append`), readers
// go through it with a cursor: boards with one in memory, others with a durable one (feed-reader.ts).
import { commitUnlessLocked } from "./commit.ts";
import type { Cursor, FeedEntry, FeedRow, SealedKind, SpoiltListener } from "./feed-row.ts";
import { FEED_KEPT_MS, kvKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { readIfReadable, readList } from "./read.ts";
import { MAX_MUTATIONS, Transaction } from "./transaction.ts";
import { unreadableRows } from "./unreadable-rows.ts";

/** One commit of the feed. */
export interface FeedCommit extends FeedRow {
  cursor: Cursor;
  /** Hears of an entry whose body nobody can read. */
  spoilt?: SpoiltListener;
}

/** Commits after a cursor; `complete` is false when there are more than asked for. */
export interface FeedPage {
  commits: FeedCommit[];
  complete: boolean;
}

/** Most commits that are read at once, however many are asked for. */
export const MOST_SINCE = 500;

const CURSOR = /^[0-9a-f]{20}$/;

/** The feed of a database, for who only reads on in it. */
export class FeedRows {
  readonly #db: Pick<Database, "read">;
  readonly #spoilt: SpoiltListener;

  constructor(db: Pick<Database, "read">) {
    this.#db = db;
    this.#spoilt = (error, cursor) => unreadableRows(db.read).note(kvKeys.feed(cursor), error);
  }

  /** At most `wanted` commits, and MOST_SINCE, after `cursor`, oldest first. */
  async since(cursor: Cursor, wanted: number): Promise<FeedPage> {
    const limit = Math.min(wanted, MOST_SINCE);
    const range = { start: kvKeys.feed(`${cursor}\u0000`), end: kvKeys.feed("\uffff") };
    const rows = await readList(this.#db.read, range, limit + 1);
    const commits = rows.slice(0, limit)
      .map(({ key, value }) => ({
        ...value,
        cursor: String(key.at(-1)),
        spoilt: this.#spoilt,
      }));
    return { commits, complete: rows.length <= limit };
  }

  /** The newest commit's cursor; after pruning an idle feed, the newest that was pruned. */
  async head(): Promise<Cursor> {
    const [last] = await readList(this.#db.read, { prefix: kvKeys.feed.prefix }, 1, true);
    return last === undefined ? await this.#prunedThrough() : String(last.key.at(-1));
  }

  /** True when a reader that stands at `cursor` has missed nothing that is gone. */
  async isKept(cursor: Cursor): Promise<boolean> {
    return await this.#prunedThrough() <= cursor;
  }

  /** The same for a cursor from outside, which may be none, or of another database. */
  async canResume(cursor: string): Promise<boolean> {
    if (cursor !== "" && !CURSOR.test(cursor)) return false;
    // Past the head nothing would ever come.
    return await this.isKept(cursor) && cursor <= await this.head();
  }

  async #prunedThrough(): Promise<Cursor> {
    // Nobody can read it: the next pruning writes it anew.
    return (await readIfReadable(this.#db.read, kvKeys.feedPruned())).value ?? "";
  }
}

/** The feed of a database. */
export class Feed extends FeedRows {
  readonly #db: Database;

  constructor(db: Database) {
    super(db);
    this.#db = db;
  }

  /** Calls `listener` whenever there is something new to read, until the returned function is called. */
  listen(listener: () => void): () => void {
    return this.#db.bell.listen(listener);
  }

  /** Tells of a commit otherwise than it was told: entries of these kinds are sealed. True when it still stood there. */
  async renew(
    { cursor, at }: Pick<FeedCommit, "cursor" | "at">,
    entries: readonly FeedEntry[],
    kinds: readonly SealedKind[],
  ): Promise<boolean> {
    const { key, versionstamp } = await readIfReadable(this.#db.write, kvKeys.feed(cursor));
    if (versionstamp === null) return false;
    const tx = new Transaction(this.#db).check(key, versionstamp);
    return await tx.renewFeedRow(key, { at, entries }, kinds).commit() !== null;
  }

  /** Deletes commits older than FEED_KEPT_MS, a bounded number a call; true when none are left. */
  async prune(now: Temporal.Instant): Promise<boolean> {
    // One fewer than a commit may write: the mark of how far the feed was pruned comes along.
    const limit = MAX_MUTATIONS - 1;
    const rows = await readList(this.#db.read, { prefix: kvKeys.feed.prefix }, limit);
    const oldest = now.epochMilliseconds - FEED_KEPT_MS;
    const firstKept = rows.findIndex(({ value }) => Date.parse(value.at) >= oldest);
    const old = firstKept < 0 ? rows : rows.slice(0, firstKept);
    const last = old.at(-1);
    if (last === undefined) return true;
    const tx = new Transaction(this.#db).set(kvKeys.feedPruned(), String(last.key.at(-1)));
    for (const row of old) tx.delete(row.key);
    await commitUnlessLocked(tx);
    return old.length < limit;
  }
}
