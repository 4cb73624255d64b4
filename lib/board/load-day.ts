// A day as boards and the API get it: the rows around now or a page of the others, with the counts of the whole day.
import { bookingId, type BookingSummary } from "../booking/booking.ts";
import type { Clock } from "../kernel/clock.ts";
import { showCustomers } from "../kernel/acting.ts";
import { localDate } from "../kernel/wall-time.ts";
import { readCursor, signCursor } from "../kv/cursor.ts";
import { needyBookings } from "./attention.ts";
import { applyChange, type DayData } from "./day.ts";
import type { DayBook } from "./day-book.ts";
import { firstRows, type PagePlace, rowsBeside } from "./day-window.ts";
import type { OpenDay } from "./open-day.ts";
import { freeVehicleCount, type VehiclesNowDeps } from "./vehicles-now.ts";

/** Most bookings in need that are sent beside the rows; a person acts on a handful at a time. */
const MAX_NEEDY = 50;

/** What reading a day needs. */
export interface LoadDayDeps extends VehiclesNowDeps {
  clock: Clock;
  days: DayBook;
  /** Signs page cursors. */
  cursorKey: CryptoKey;
}

/** A day around now, or the page that `cursor` names. Throws DomainError("link-invalid"). */
export async function loadDay(
  deps: LoadDayDeps,
  date: string,
  cursor: string | null,
): Promise<DayData> {
  const now = deps.clock.now();
  const isToday = localDate(now) === date;
  const nowMs = now.epochMilliseconds;
  const place = cursor === null ? null : await placeIn(deps, date, cursor);
  const freeVehicles = await freeVehicleCount(deps);
  const read = await deps.days.read(date);
  // From here on nothing is awaited until the rows are taken, so all of it shows one moment.
  const { day } = read;
  const placeOf = day.placeOf.bind(day);
  const { from, to } = place === null
    ? firstRows(day.rows.length, placeOf, isToday ? nowMs : null)
    : rowsBeside(day.rows.length, placeOf, place);
  const bookings = day.rows.slice(from, to);
  showCustomers(bookings);
  const hasMore = { earlier: from > 0, later: to < day.rows.length };
  const data = {
    ...{ date, bookings, page: cursor, cursor: read.cursor, nowMs, freeVehicles },
    ...{ figures: day.figures, total: day.rows.length },
    needy: isToday ? needyBeside(day, from, to, nowMs) : [],
  };
  const sign = (side: PagePlace["side"], row: BookingSummary | undefined) =>
    row !== undefined && hasMore[side] ? signPlace(deps, date, side, row) : null;
  return {
    ...data,
    earlier: await sign("earlier", bookings[0]),
    later: await sign("later", bookings.at(-1)),
  };
}

/** The day with a booking as a pane beside it shows it: the one that was read last is right for both. */
export function withBooking(day: DayData, summary: BookingSummary): DayData {
  return { ...day, bookings: [...applyChange(day, { summary })] };
}

function needyBeside(day: OpenDay, from: number, to: number, nowMs: number): BookingSummary[] {
  const others = [...day.rows.slice(0, from), ...day.rows.slice(to)];
  return needyBookings(others, nowMs).slice(0, MAX_NEEDY).map(({ booking }) => booking);
}

function signPlace(
  { cursorKey }: LoadDayDeps,
  date: string,
  side: PagePlace["side"],
  { pickupMs, id }: BookingSummary,
): Promise<string> {
  return signCursor(cursorKey, scopeOf(date), [side, pickupMs, id]);
}

/** The place a cursor names; null for one of ours that an earlier release made, which begins the day anew. */
async function placeIn(
  { cursorKey }: LoadDayDeps,
  date: string,
  cursor: string,
): Promise<PagePlace | null> {
  const [side, pickupMs, id] = await readCursor(cursorKey, scopeOf(date), cursor);
  if (side !== "earlier" && side !== "later") return null;
  if (typeof pickupMs !== "number" || typeof id !== "string") return null;
  return { side, pickupMs, id: bookingId(id) };
}

function scopeOf(date: string): string {
  return `admin-bookings/${date}`;
}
