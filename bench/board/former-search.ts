// The search as it was before the index in memory, for comparison: the first 500 rows of each word.
import type { Booking, BookingId, BookingSummary } from "../../lib/booking/booking.ts";
import { summarise } from "../../lib/booking/summarise.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { foldLetters } from "../../lib/forms/fold-letters.ts";
import { family } from "../../lib/kv/family.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readEntries, readList } from "../../lib/kv/read.ts";

const MAX_ROWS = 500;

/** The family it read. */
export const formerKeys = {
  bookingSearch: family<[term: string, id: BookingId], number>("bookingSearch", {
    privacy: "C2",
    subject: "customer",
    kept: { until: "erased" },
  }),
};

/** The words it found a booking by: those of the name, the number and the flight. */
export function formerTerms({ contact, flightNumber }: Booking): string[] {
  const names = foldLetters(contact.name).split(/[^\p{L}\p{N}]+/u);
  const flight = flightNumber === "" ? [] : [`flight:${flightNumber.toLowerCase()}`];
  const terms = [...names, contact.phone.replace(/^\+(46)?/, ""), ...flight];
  return [...new Set(terms.filter(Boolean))];
}

/** Bookings with every word, latest pickup first, among the first 500 rows of each. */
export async function formerSearch(
  { read }: Pick<Database, "read">,
  words: readonly string[],
  limit: number,
): Promise<BookingSummary[]> {
  const found = await Promise.all(words.map(async (word) => {
    const start = formerKeys.bookingSearch(word, "" as BookingId);
    const end = formerKeys.bookingSearch(`${word}\uffff`, "" as BookingId);
    const rows = await readList(read, { start, end }, MAX_ROWS);
    return new Map(rows.map(({ key, value }) => [String(key.at(-1)), value]));
  }));
  const [first = new Map<string, number>(), ...others] = found;
  const ids = [...first].filter(([id]) => others.every((rows) => rows.has(id)))
    .sort(([, a], [, b]) => b - a).map(([id]) => id as BookingId);
  const keys = ids.slice(0, limit).map((id) => bookingKeys.booking(id));
  const rows = await readEntries(read, keys);
  return rows.flatMap(({ value }) => value === null ? [] : [summarise(value)]);
}
