// The bookings of several days, as the board's rows.
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import type { BookingSummary } from "./booking.ts";
import { bookingKeys } from "./keys.ts";

/** Most of them at once: a fleet of sixty has a tenth of it ahead in a month. */
export const MOST_BETWEEN = 20_000;

/** At most `limit` bookings, and MOST_BETWEEN, picked up from the local date `from` on and before the date `before`, in their order. */
export async function bookingsBetween(
  db: Pick<Database, "read">,
  { from, before }: { from: string; before: string },
  limit: number,
  newestFirst = false,
): Promise<BookingSummary[]> {
  const { under } = bookingKeys.bookingByDay;
  const range = { start: under(from), end: under(before) };
  return (await readList(db.read, range, Math.min(limit, MOST_BETWEEN), newestFirst)).map((
    { value },
  ) => value);
}
