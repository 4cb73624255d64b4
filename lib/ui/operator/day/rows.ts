// The lines of the day's table: the trips a view shows, in its order, and a line where now is. Pure.
import { type Attention, attentionOf } from "../../../board/attention.ts";
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import { isOver } from "../../../booking/booking-rules.ts";
import type { SearchState } from "../../../board/search-state.ts";
import type { BoardView } from "../view/board-view.ts";
import { hasTrait, isShown } from "../view/filters.ts";
import { sortedBookings, type SortNames } from "../view/sorting.ts";

/** Finished trips are hidden this long after their pickup, in minutes. */
export const FOLD_AFTER_MINUTES = 30;
/** Fewer than this many are not worth hiding. */
export const FOLD_AT_LEAST = 4;

/** A line of the table. */
export type DayRow =
  | { kind: "trip"; booking: BookingSummary; attention: Attention | null }
  | { kind: "now"; going: number; ahead: number };

/** What decides the lines besides the bookings. */
export interface RowsInput {
  /** Null on days other than today: there is no now on them. */
  nowMs: number | null;
  /** All trips of the day, where others than these stand on it. */
  total?: number;
  /** Never hidden as finished. */
  chosen: BookingId | null;
  view: BoardView;
  names: SortNames;
}

/** The lines, and what the foot says of them. */
export interface DayList {
  rows: readonly DayRow[];
  /** Trips shown, those known of that a view is made of, and all of the day. */
  shown: number;
  known: number;
  total: number;
  /** Finished trips the view would show, but which are hidden. */
  hiddenDone: number;
}

/** The lines of a day whose bookings are in order of pickup. */
export function dayList(bookings: readonly BookingSummary[], input: RowsInput): DayList {
  const { nowMs, view, names } = input;
  const picked = bookings.filter((booking) => isShown(booking, view, nowMs));
  const shown = view.isDoneShown ? picked : withoutDone(picked, input);
  const sorted = sortedBookings(shown, view, names);
  const rows = sorted.map((booking): DayRow => tripRow(booking, nowMs));
  const isInTime = view.sort === "time" || view.sort === "in";
  return {
    rows: nowMs === null || !isInTime || rows.length === 0
      ? rows
      : withNow(rows, nowMs, view.isDescending),
    shown: shown.length,
    known: bookings.length,
    total: input.total ?? bookings.length,
    hiddenDone: picked.length - shown.length,
  };
}

/** The lines of a search: its hits as they were found. */
export function foundRows(
  search: SearchState,
  nowMs: number,
): readonly (DayRow & { kind: "trip" })[] {
  if (search.kind !== "found") return [];
  return search.bookings.map((booking) => tripRow(booking, nowMs));
}

function withoutDone(
  bookings: readonly BookingSummary[],
  { nowMs, chosen }: RowsInput,
): readonly BookingSummary[] {
  if (nowMs === null) return bookings;
  const hideBefore = nowMs - FOLD_AFTER_MINUTES * 60_000;
  const left = bookings.filter((booking) =>
    booking.id === chosen || !isOver(booking.status) || booking.pickupMs >= hideBefore ||
    attentionOf(booking, nowMs) !== null
  );
  return bookings.length - left.length < FOLD_AT_LEAST ? bookings : left;
}

function withNow(rows: readonly DayRow[], nowMs: number, isDescending: boolean): DayRow[] {
  const trips = rows.flatMap((row) => row.kind === "trip" ? [row.booking] : []);
  const going = trips.filter((booking) => hasTrait(booking, "going", nowMs)).length;
  const isAhead = ({ pickupMs }: BookingSummary) => pickupMs > nowMs;
  const ahead = trips.filter(isAhead).length;
  const at = isDescending ? ahead : trips.length - ahead;
  return [...rows.slice(0, at), { kind: "now", going, ahead }, ...rows.slice(at)];
}

function tripRow(booking: BookingSummary, nowMs: number | null): DayRow & { kind: "trip" } {
  return {
    kind: "trip",
    booking,
    attention: nowMs === null ? null : attentionOf(booking, nowMs),
  };
}
