// The way back to the board as it was: to the same day, arrangement and booking, from a page that was opened over it.
import type { BookingId } from "../booking/booking.ts";
import { paths } from "../kernel/paths.ts";

/** What an address of the board says; nothing else of an address is kept. */
const WORDS = [
  "date",
  "q",
  "cursor",
  "booking",
  "show",
  "class",
  "car",
  "sort",
  "cols",
  "density",
  "done",
  "rows",
] as const;

/** Longest address read, in characters. */
const MAX_ADDRESS = 1_000;

/** The board `address` names, as a path of this product; "" when it names something else or nothing. */
export function boardAt(address: string | null): string {
  const words = boardWords(address);
  return words === null ? "" : paths.admin(words);
}

/** The same board once something was booked from it, which it then says; "" as `boardAt`. */
export function boardAfterBooking(address: string, booked: BookingId): string {
  const words = boardWords(address);
  return words === null ? "" : paths.admin({ ...words, booked });
}

/** The host is not asked for: a proxy may know the product under another one, and only the path is used. */
function boardWords(address: string | null): Parameters<typeof paths.admin>[0] | null {
  if (address === null || address.length > MAX_ADDRESS) return null;
  const url = URL.parse(address, "http://localhost");
  if (url === null || url.pathname !== paths.admin()) return null;
  return Object.fromEntries(WORDS.map((name) => [name, url.searchParams.get(name) ?? ""]));
}
