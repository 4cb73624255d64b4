// Builds the index of a process from the stored bookings and keeps it current by the feed: a slice of rows at a
// time, so that requests are answered in between. Whoever missed what the feed no longer has builds anew.
import type { Feed } from "../../kv/feed.ts";
import { bodiesOf, type Cursor } from "../../kv/feed-row.ts";
import { CROCKFORD } from "../../kernel/ulid.ts";
import type { BookingId } from "../booking.ts";
import { bookingChanged, customerForgotten } from "../booking-feed.ts";
import type { BookingStore } from "../booking-store.ts";
import type { BookingIndex } from "./booking-index.ts";
import type { SearchCover } from "./booking-search.ts";

/** Bookings read and indexed at once: some five milliseconds of a slow machine. */
export const ROWS_PER_SLICE = 50;
/** Commits of the feed read at once; each names a booking that is read anew. */
const COMMITS_PER_READ = 50;
/** Slices between two looks at the feed: what is booked meanwhile is found within a second. */
const SLICES_PER_READ = 40;

/** What keeping the index needs. */
export interface IndexKeeperDeps {
  index: BookingIndex;
  bookings: Pick<BookingStore, "listNewest" | "oldestId" | "getAll">;
  feed: Feed;
  /** Ends a building that is under way. */
  shutdown: AbortSignal;
}

/** How far a walk over all bookings has come. */
interface Walk {
  number: number;
  newest: BookingId | null;
  oldest: BookingId | null;
  /** The last one it has covered. */
  at: BookingId | null;
}

/** Keeps one index. */
export class IndexKeeper {
  readonly #deps: IndexKeeperDeps;
  /** Everything committed up to here is in the index, or will be once the walk is over. */
  #cursor: Cursor | null = null;
  #walk: Walk | null = null;
  #walks = 0;
  #running: Promise<void> | null = null;

  constructor(deps: IndexKeeperDeps) {
    this.#deps = deps;
  }

  /** How much of the bookings the index has. */
  get cover(): SearchCover {
    if (this.#cursor === null) return { kind: "building", share: 0 };
    return this.#walk === null
      ? { kind: "whole" }
      : { kind: "building", share: shareOf(this.#walk) };
  }

  /**
   * Brings the index to the end of the feed, and builds it at most `slices` further. While another call builds it,
   * this one does not wait.
   */
  async catchUp(slices: number): Promise<void> {
    if (this.#running !== null) {
      if (this.cover.kind === "building") return;
      await this.#running;
      // What was read there may have been read before our caller's own commit.
      return await (this.#running ?? this.#run(slices));
    }
    return await this.#run(slices);
  }

  #run(slices: number): Promise<void> {
    this.#running = this.#work(slices).finally(() => void (this.#running = null));
    return this.#running;
  }

  async #work(slices: number): Promise<void> {
    if (!await this.#isKept()) await this.#begin();
    for (let done = 0; this.#walk !== null && done < slices; done++) {
      if (this.#deps.shutdown.aborted) return;
      await this.#walkOn(this.#walk);
      if (done % SLICES_PER_READ === 0) await this.#readFeed();
    }
    await this.#readFeed();
  }

  async #isKept(): Promise<boolean> {
    return this.#cursor !== null && await this.#deps.feed.isKept(this.#cursor);
  }

  /** The cursor is read first: what is committed from here on comes over the feed. */
  async #begin(): Promise<void> {
    this.#cursor = await this.#deps.feed.head();
    const oldest = await this.#deps.bookings.oldestId();
    this.#walk = { number: ++this.#walks, newest: null, oldest, at: null };
  }

  /** A slice further back in time; the last one takes out what is not stored any more. */
  async #walkOn(walk: Walk): Promise<void> {
    const { index, bookings } = this.#deps;
    const slice = await bookings.listNewest(ROWS_PER_SLICE, walk.at);
    for (const booking of slice) index.put(booking, walk.number);
    walk.newest ??= slice[0]?.id ?? null;
    walk.at = slice.at(-1)?.id ?? walk.at;
    if (slice.length === ROWS_PER_SLICE) return;
    await this.#readFeed(walk.number);
    // It has missed something meanwhile and begun again.
    if (this.#walk !== walk) return;
    for (const id of index.unseen(walk.number)) index.drop(id);
    this.#walk = null;
  }

  async #readFeed(walk = this.#walk?.number ?? 0): Promise<void> {
    while (this.#cursor !== null && !this.#deps.shutdown.aborted) {
      const page = await this.#deps.feed.since(this.#cursor, COMMITS_PER_READ);
      // Pruned meanwhile: the page may begin too late.
      if (!await this.#isKept()) return await this.#begin();
      const ids = new Set(
        page.commits.flatMap((commit) => bodiesOf(bookingChanged, commit))
          .map(({ summary }) => summary.id),
      );
      const forgotten = page.commits.flatMap((commit) => bodiesOf(customerForgotten, commit))
        .map(({ bookingId }) => bookingId);
      // Its version is the one the index knows: without this its words would stay.
      for (const id of forgotten) this.#deps.index.drop(id);
      await this.#renew([...new Set([...ids, ...forgotten])], walk);
      this.#cursor = page.commits.at(-1)?.cursor ?? this.#cursor;
      if (page.complete) return;
    }
  }

  /** As they are stored now, which is what the feed tells or newer; one that is gone leaves. */
  async #renew(ids: readonly BookingId[], walk: number): Promise<void> {
    const { index, bookings } = this.#deps;
    const stored = await bookings.getAll(ids);
    for (const [i, booking] of stored.entries()) {
      const id = ids[i];
      if (booking !== null) index.put(booking, walk);
      else if (id !== undefined) index.drop(id);
    }
  }
}

/** Ids begin with the time they were made at. */
function shareOf({ newest, oldest, at }: Walk): number {
  if (newest === null || oldest === null || at === null) return 0;
  const span = timeOf(newest) - timeOf(oldest);
  return span <= 0 ? 0 : Math.min(1, (timeOf(newest) - timeOf(at)) / span);
}

/** Characters of an id that are time. */
const TIME_CHARACTERS = 10;

function timeOf(id: BookingId): number {
  const time = [...id.slice(0, TIME_CHARACTERS)];
  return time.reduce((sum, letter) => sum * 32 + CROCKFORD.indexOf(letter), 0);
}
