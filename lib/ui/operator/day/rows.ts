// The lines of the day's table: trips in order of pickup and, today, a line where now is. Pure.
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import { isOver } from "../../../booking/booking-rules.ts";
import { type Attention, attentionOf } from "../../../board/attention.ts";

/** Finished trips fold away this long after their pickup, in minutes. */
export const FOLD_AFTER_MINUTES = 30;
/** Fewer than this many are not worth folding. */
export const FOLD_AT_LEAST = 4;

/** A line of the table. */
export type DayRow =
  | { kind: "trip"; booking: BookingSummary; attention: Attention | null; folded: boolean }
  | { kind: "now" };

/** What decides the lines besides the bookings. */
export interface RowsInput {
  /** Null on days other than today: there is no now on them. */
  nowMs: number | null;
  /** Never folded away. */
  chosen: BookingId | null;
}

/** The lines of a day whose bookings are in order of pickup. */
export function dayRows(bookings: readonly BookingSummary[], input: RowsInput): DayRow[] {
  const { nowMs, chosen } = input;
  if (nowMs === null) return bookings.map((booking) => tripRow(booking, null, false));
  const foldBefore = nowMs - FOLD_AFTER_MINUTES * 60_000;
  const past = (booking: BookingSummary) =>
    booking.id !== chosen && isOver(booking.status) && booking.pickupMs < foldBefore &&
    attentionOf(booking, nowMs) === null;
  const fold = bookings.filter(past).length >= FOLD_AT_LEAST;
  const rows: DayRow[] = [];
  let nowDrawn = false;
  for (const booking of bookings) {
    if (!nowDrawn && booking.pickupMs > nowMs) {
      rows.push({ kind: "now" });
      nowDrawn = true;
    }
    rows.push(tripRow(booking, nowMs, fold && past(booking)));
  }
  if (!nowDrawn && bookings.length > 0) rows.push({ kind: "now" });
  return rows;
}

/** How many lines are folded away. */
export function foldedCount(rows: readonly DayRow[]): number {
  return rows.filter((row) => row.kind === "trip" && row.folded).length;
}

function tripRow(booking: BookingSummary, nowMs: number | null, folded: boolean): DayRow {
  const attention = nowMs === null ? null : attentionOf(booking, nowMs);
  return { kind: "trip", booking, attention, folded };
}
