// Which rows of a big day are sent: those around now first, the others by pages. Pure.
import { bookingId, type BookingSummary } from "../booking/booking.ts";

/** Most rows sent at once: drawing them takes some twenty milliseconds, in which nobody else is answered. */
export const MAX_ROWS = 200;
/** How far behind now rows are sent at first, in milliseconds. */
export const BACK_MS = 2 * 60 * 60_000;
/** How far ahead of it. */
export const AHEAD_MS = 6 * 60 * 60_000;
/** Most rows before now among the first: what is behind us is needed less than what comes. */
const MAX_BACK_ROWS = 40;
/** Fewest rows at first where the day has them: a quiet night still shows what comes next. */
const MIN_ROWS = 50;

/** Rows `[from, to)` of a day. */
export interface RowRange {
  from: number;
  to: number;
}

/** A place among the rows, and which of its sides is wanted. */
export interface PagePlace extends Pick<BookingSummary, "pickupMs" | "id"> {
  side: "earlier" | "later";
}

/** How many of `count` rows stand before a moment or a place. */
export type PlaceOf = (at: Pick<BookingSummary, "pickupMs" | "id">) => number;

/** The first rows to send of a day of `count`; `nowMs` is null on days that have no now. */
export function firstRows(count: number, placeOf: PlaceOf, nowMs: number | null): RowRange {
  if (count <= MAX_ROWS) return { from: 0, to: count };
  if (nowMs === null) return { from: 0, to: MAX_ROWS };
  const at = (ms: number) => placeOf({ pickupMs: ms, id: bookingId("") });
  const now = at(nowMs);
  const from = Math.max(at(nowMs - BACK_MS), now - MAX_BACK_ROWS, 0);
  const to = Math.min(at(nowMs + AHEAD_MS), from + MAX_ROWS);
  if (to - from >= MIN_ROWS) return { from, to };
  const end = Math.min(count, from + MIN_ROWS);
  return { from: Math.max(0, end - MIN_ROWS), to: end };
}

/** The rows on one side of a place. */
export function rowsBeside(count: number, placeOf: PlaceOf, place: PagePlace): RowRange {
  if (place.side === "earlier") {
    const to = placeOf(place);
    return { from: Math.max(0, to - MAX_ROWS), to };
  }
  // Behind the row itself, where it is still there.
  const from = placeOf({ ...place, id: bookingId(`${place.id}\u0000`) });
  return { from, to: Math.min(count, from + MAX_ROWS) };
}
