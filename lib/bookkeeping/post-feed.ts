// Reads the feed for what is to be booked, and books it in the commit of its cursor: a killed process books nothing twice and
// misses nothing. Made anew, it goes through all bookings and finds booked what is.
import type { BookingStatus, BookingSummary } from "../booking/booking.ts";
import type { BookingChanged } from "../booking/booking-changed.ts";
import { bookingChanged } from "../booking/booking-feed.ts";
import { type BookingStore, type DayPosition, dayPosition } from "../booking/booking-store.ts";
import type { FeedCommit } from "../kv/feed.ts";
import type { FeedReader } from "../kv/feed-reader.ts";
import { bodiesOf } from "../kv/feed-row.ts";
import { OpenBooks, type OpenBooksDeps } from "./open-books.ts";
import { postBooking, type PostBookingDeps } from "./post-booking.ts";

/** Most things that are booked in one commit: each writes at most seven rows. */
const MOST_BOOKED = 30;
/** Bookings looked at together when everything is gone through. */
const BOOKINGS_PER_PAGE = 200;
/** Behind every day there is. */
const NO_DAY = "9999-12-31";

/** States that bring money, or may. */
const PAID_FOR: ReadonlySet<BookingStatus> = new Set(["completed", "cancelled", "no-show"]);

/** What the reader needs. */
export interface PostFeedDeps extends OpenBooksDeps, PostBookingDeps {
  bookings: Pick<BookingStore, "events" | "listBefore">;
}

/** The reader. */
export function bookkeepingReader(deps: PostFeedDeps): FeedReader {
  return {
    name: "bookkeeping",
    fits: (commits) => fitting(commits.map(countOf)),
    async effect(tx, commits) {
      const books = new OpenBooks(deps);
      for (const commit of commits) {
        for (const { summary } of bodiesOf(bookingChanged, commit)) {
          await postIfDue(deps, books, summary);
        }
      }
      books.write(tx);
    },
    async rebuild(_cursor, write) {
      let after: DayPosition | null = null;
      do {
        const rows: BookingSummary[] = await deps.bookings.listBefore(
          NO_DAY,
          BOOKINGS_PER_PAGE,
          after,
        );
        for (let i = 0; i < rows.length; i += MOST_BOOKED) {
          const books = new OpenBooks(deps);
          for (const row of rows.slice(i, i + MOST_BOOKED)) await postIfDue(deps, books, row);
          if (!books.isEmpty) await write((tx) => books.write(tx));
        }
        const last = rows.at(-1);
        after = last === undefined || rows.length < BOOKINGS_PER_PAGE ? null : dayPosition(last);
      } while (after !== null);
    },
  };
}

/** Most bookings are confirmed, assigned, driven: their events are read once there is something to book, or to take back. */
async function postIfDue(
  deps: PostBookingDeps,
  books: OpenBooks,
  { id, version, status }: BookingChanged["summary"],
): Promise<void> {
  const isDue = PAID_FOR.has(status) || (await books.posted(id))?.standing;
  if (isDue) await postBooking(deps, books, { id, version });
}

function countOf(commit: FeedCommit): number {
  return bodiesOf(bookingChanged, commit).length;
}

/** How many from the first on come to no more than one commit takes; one at least. */
function fitting(counts: readonly number[]): number {
  let sum = 0;
  const over = counts.findIndex((count) => (sum += count) > MOST_BOOKED);
  return over < 0 ? counts.length : Math.max(1, over);
}
