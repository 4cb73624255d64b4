// Reads the feed for what is to be booked, and books it in the commit of its cursor: a killed process books nothing twice and
// misses nothing. Made anew, it goes through all bookings, payments and notes, and finds booked what is.
import type { BookingStatus, BookingSummary } from "../booking/booking.ts";
import type { BookingChanged } from "../booking/booking-changed.ts";
import { bookingChanged } from "../booking/booking-feed.ts";
import { type BookingStore, type DayPosition, dayPosition } from "../booking/booking-store.ts";
import type { FeedCommit } from "../kv/feed.ts";
import type { FeedReader } from "../kv/feed-reader.ts";
import { bodiesOf } from "../kv/feed-row.ts";
import { readList } from "../kv/read.ts";
import type { Payment, PaymentId } from "../payments/payment.ts";
import type { PaymentStore } from "../payments/payment-store.ts";
import { paymentChanged } from "../payments/payment-feed.ts";
import { type BookNote, bookNoted } from "./book-note.ts";
import { bookkeepingKeys } from "./keys.ts";
import { OpenBooks, type OpenBooksDeps } from "./open-books.ts";
import { postBooking, type PostBookingDeps } from "./post-booking.ts";
import { postNote } from "./post-note.ts";
import { postPayment, type PostPaymentDeps, postPaymentRow } from "./post-payment.ts";

/** Most things that are booked in one commit: each writes a dozen rows at most, and the series of its entity. */
export const MOST_BOOKED = 15;
/** Behind every day there is. */
const NO_DAY = "9999-12-31";

/** States that bring money, or may. */
const PAID_FOR: ReadonlySet<BookingStatus> = new Set(["completed", "cancelled", "no-show"]);

/** What the reader needs. */
export interface PostFeedDeps extends OpenBooksDeps, PostBookingDeps, PostPaymentDeps {
  bookings: Pick<BookingStore, "events" | "listBefore">;
  payments: Pick<PaymentStore, "get" | "list">;
}

/** The reader. */
export function bookkeepingReader(deps: PostFeedDeps): FeedReader {
  return {
    name: "bookkeeping",
    fits: (commits) => fitting(commits.map(countOf)),
    async effect(tx, commits) {
      const books = new OpenBooks(deps);
      for (const commit of commits) {
        for (const entry of commit.entries) {
          const told = { ...commit, entries: [entry] };
          for (const { summary } of bodiesOf(bookingChanged, told)) {
            await postIfDue(deps, books, summary);
          }
          for (const { paymentId } of bodiesOf(paymentChanged, told)) {
            await postPayment(deps, books, paymentId);
          }
          for (const { id } of bodiesOf(bookNoted, told)) await postNote(books, id);
        }
      }
      books.write(tx);
    },
    async rebuild(_cursor, write) {
      const bookAll = async <Row>(
        batches: AsyncIterable<readonly Row[]>,
        post: (books: OpenBooks, row: Row) => Promise<void>,
      ) => {
        for await (const batch of batches) {
          const books = new OpenBooks(deps);
          for (const row of batch) await post(books, row);
          if (!books.isEmpty) await write((tx) => books.write(tx));
        }
      };
      await bookAll(bookingsByDay(deps), (books, row) => postIfDue(deps, books, row));
      await bookAll(allPayments(deps), postPaymentRow);
      await bookAll(allNotes(deps), (books, { id }) => postNote(books, id));
    },
  };
}

/** All bookings by the day of their pickup, as many at once as one commit books. */
async function* bookingsByDay(
  { bookings }: Pick<PostFeedDeps, "bookings">,
): AsyncGenerator<BookingSummary[]> {
  let after: DayPosition | null = null;
  while (true) {
    const rows: BookingSummary[] = await bookings.listBefore(NO_DAY, MOST_BOOKED, after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = dayPosition(last);
  }
}

/** All payments, the oldest first, as many at once as one commit books. */
async function* allPayments(
  { payments }: Pick<PostFeedDeps, "payments">,
): AsyncGenerator<Payment[]> {
  let after: PaymentId | null = null;
  while (true) {
    const batch: Payment[] = await payments.list(MOST_BOOKED, after);
    const last = batch.at(-1);
    if (last === undefined) return;
    yield batch;
    after = last.id;
  }
}

/** All notes, the oldest first, as many at once as one commit books. */
async function* allNotes({ db }: Pick<PostFeedDeps, "db">): AsyncGenerator<BookNote[]> {
  const { prefix } = bookkeepingKeys.bookNote;
  let after: { start?: Deno.KvKey } = {};
  while (true) {
    const rows = await readList(db.write, { prefix, ...after }, MOST_BOOKED);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ value }) => value);
    after = { start: [...last.key, ""] };
  }
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
  return commit.entries.length;
}

/** How many from the first on come to no more than one commit takes; one at least. */
function fitting(counts: readonly number[]): number {
  let sum = 0;
  const over = counts.findIndex((count) => (sum += count) > MOST_BOOKED);
  return over < 0 ? counts.length : Math.max(1, over);
}
