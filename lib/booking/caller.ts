// Who is calling: what a telephone number has booked before.
import type { Booking, BookingSummary } from "./booking.ts";
import type { BookingStore } from "./booking-store.ts";
import type { BookingSearch } from "./search/booking-search.ts";

/** Most bookings of one number that are looked at. */
const MAX_LOOKED_AT = 50;
/** Trips offered to be taken again. */
export const MAX_LAST_TRIPS = 3;

/** A customer who is known by their number. */
export interface Caller {
  /** As it was written last. */
  name: string;
  bookings: number;
  /** True when there are more than were counted. */
  more: boolean;
  noShows: number;
  /** The last different trips, latest pickup first. */
  lastTrips: Booking[];
}

/** What knowing a caller needs. */
export interface CallerDeps {
  bookings: Pick<BookingStore, "get">;
  search: BookingSearch;
}

/** The caller with `phone` (E.164), or null when nothing was ever booked for it. */
export async function callerOf(
  { bookings, search }: CallerDeps,
  phone: string,
): Promise<Caller | null> {
  const found = await search.find({ query: phone, limit: MAX_LOOKED_AT, after: null });
  // The search finds parts of numbers too.
  const theirs = found.bookings.filter((booking) => booking.phone === phone)
    .sort((a, b) => b.pickupMs - a.pickupMs);
  const [latest] = theirs;
  if (latest === undefined) return null;
  const stored = await Promise.all(
    differentTrips(theirs).slice(0, MAX_LAST_TRIPS).map(({ id }) => bookings.get(id)),
  );
  return {
    name: latest.customer,
    bookings: theirs.length,
    more: found.next !== null || found.cover.kind === "building",
    noShows: theirs.filter(({ status }) => status === "no-show").length,
    lastTrips: stored.flatMap((row) => (row === null ? [] : [row.booking])),
  };
}

/** One of each pair of ends: who goes to work every morning is offered that trip once. */
function differentTrips(bookings: readonly BookingSummary[]): BookingSummary[] {
  const byEnds = new Map<string, BookingSummary>();
  for (const booking of bookings) {
    const ends = `${booking.from}\n${booking.to}`;
    if (!byEnds.has(ends)) byEnds.set(ends, booking);
  }
  return [...byEnds.values()];
}
