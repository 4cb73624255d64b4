// Counts what happens to bookings by the local day it happens on: the figures a forecast starts from.
import { countOne, readCount } from "../kv/counters.ts";
import type { Database } from "../kv/open.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { BookingFeed } from "./booking-feed.ts";

/** The events that are counted, by the names the counters have. */
export const COUNTED_EVENTS = [
  "confirmed",
  "rescheduled",
  "completed",
  "cancelled",
  "no-show",
  "expired",
] as const;

/** How often each event happened on a day. */
export type EventCounts = Record<typeof COUNTED_EVENTS[number], number>;

/**
 * Counts every entry of the feed until the returned function is called. Counting comes after the commit
 * and apart from it, so a killed process may lose the last counts, never a booking; `onError` hears of that.
 */
export function countEvents(
  deps: { db: Pick<Database, "write">; feed: Pick<BookingFeed, "subscribe"> },
  onError: (error: unknown) => void,
): () => void {
  return deps.feed.subscribe(({ type, at }) => {
    const counted = COUNTED_EVENTS.find((name) => name === type);
    if (counted === undefined) return;
    countOne(deps.db, `booking ${counted}`, localDate(Temporal.Instant.from(at))).catch(onError);
  });
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
