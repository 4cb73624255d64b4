// Counts what happens to bookings by the local day it happens on: the figures a forecast starts from. The
// counts move in one commit with the reader's cursor, so they are exact whenever the process is killed.
import { addCounts, countedDays, Counts, readCount, setCount } from "../kv/counters.ts";
import type { FeedReader } from "../kv/feed-reader.ts";
import { bodiesOf } from "../kv/feed-row.ts";
import type { Database } from "../kv/open.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { BookingEvent, UndoneEvent } from "./booking.ts";
import { bookingChanged } from "./booking-feed.ts";
import type { BookingStore } from "./booking-store.ts";

/** The events that are counted, by the names the counters have. */
export const COUNTED_EVENTS = [
  "confirmed",
  "rescheduled",
  "completed",
  "cancelled",
  "no-show",
  "expired",
] as const;

/** Most counters set in one commit when they are counted anew. */
const COUNTS_PER_COMMIT = 100;

/** How often each event happened on a day. */
export type EventCounts = Record<typeof COUNTED_EVENTS[number], number>;

/** The reader that keeps the counts. */
export function eventCounter(
  { db, bookings }: { db: Database; bookings: Pick<BookingStore, "allEvents"> },
): FeedReader {
  return {
    name: "booking-counts",
    async effect(tx, commits) {
      const counts = new Counts();
      for (const commit of commits) {
        for (const entry of bodiesOf(bookingChanged, commit)) count(counts, entry);
      }
      await addCounts(db, tx, counts);
    },
    async rebuild(cursor, write) {
      const counts = new Counts();
      for await (const { event, versionstamp } of bookings.allEvents()) {
        // What was committed after the cursor comes over the feed.
        if (versionstamp <= cursor) count(counts, event);
      }
      const rows = await withLostDays(db, counts);
      for (let i = 0; i < rows.length; i += COUNTS_PER_COMMIT) {
        await write((tx) => {
          for (const { name, day, amount } of rows.slice(i, i + COUNTS_PER_COMMIT)) {
            setCount(tx, name, day, amount);
          }
        });
      }
    },
  };
}

/** The counts of a local date (`YYYY-MM-DD`). */
export async function eventCounts(
  deps: { db: Pick<Database, "read"> },
  date: string,
): Promise<EventCounts> {
  const counts = await Promise.all(
    COUNTED_EVENTS.map(async (name) => [name, await readCount(deps.db, `booking ${name}`, date)]),
  );
  return Object.fromEntries(counts);
}

/** A booking that waited for money counts as one from when it is paid. */
const COUNTED_AS: Readonly<Record<string, typeof COUNTED_EVENTS[number]>> = {
  secured: "confirmed",
};

/** What was undone no longer counts, on the day it had counted for. */
function count(counts: Counts, { type, at, undid = null }: Counted): void {
  if (undid !== null) return countOne(counts, undid.type, undid.at, -1);
  countOne(counts, type, at, 1);
}

type Counted = Pick<BookingEvent, "type" | "at"> & { undid?: UndoneEvent | null };

function countOne(counts: Counts, type: string, at: string, amount: 1 | -1): void {
  const name = COUNTED_AS[type] ?? COUNTED_EVENTS.find((counted) => counted === type);
  if (name === undefined) return;
  counts.add(`booking ${name}`, localDate(Temporal.Instant.from(at)), amount);
}

/** The counts, and 0 for every day that has a number although nothing turns out to have happened on it. */
async function withLostDays(db: Pick<Database, "read">, counts: Counts) {
  const counted = new Set(counts.list().map(({ name, day }) => `${name} ${day}`));
  const lost = await Promise.all(COUNTED_EVENTS.map(async (event) => {
    const name = `booking ${event}`;
    const days = await countedDays(db, name);
    return days.filter((day) => !counted.has(`${name} ${day}`)).map((day) => ({
      name,
      day,
      amount: 0,
    }));
  }));
  return [...counts.list(), ...lost.flat()];
}
