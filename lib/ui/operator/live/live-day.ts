// What happens to the day while the board is open. Pure: (day, happening) → day.
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import { unreachable } from "../../../kernel/invariant.ts";
import { applyChange, arrivals, type DayData } from "../../../board/day.ts";

/** The day and which of its bookings came in while the board was open. */
export interface LiveDay {
  day: DayData;
  fresh: ReadonlySet<BookingId>;
  /** Counts the changes that came from outside; rows may move with each. */
  outside: number;
}

/** A beat of the stream: the server's clock and what only it knows. */
export interface Beat {
  nowMs: number;
  freeVehicles: number;
}

/** What can happen to a day. */
export type DayHappening =
  | { type: "changed"; summary: BookingSummary }
  | { type: "beat"; beat: Beat }
  | { type: "ticked"; nowMs: number }
  /** Read anew; `since` are the changes that came over the stream while it was being read. */
  | { type: "loaded"; day: DayData; since: readonly BookingSummary[] }
  | { type: "seen"; ids: readonly BookingId[] };

/** The day after `happening`. */
export function nextLiveDay(live: LiveDay, happening: DayHappening): LiveDay {
  const { day, fresh, outside } = live;
  switch (happening.type) {
    case "changed":
      return withBookings(live, applied(day, [happening.summary]));
    case "beat":
      return { day: { ...day, ...happening.beat }, fresh, outside: outside + 1 };
    case "ticked":
      return { day: { ...day, nowMs: happening.nowMs }, fresh, outside: outside + 1 };
    case "loaded":
      return withBookings({ day: { ...happening.day, bookings: day.bookings }, fresh, outside }, [
        ...applied(happening.day, happening.since),
      ]);
    case "seen": {
      const seen = new Set(happening.ids);
      return { day, fresh: new Set([...fresh].filter((id) => !seen.has(id))), outside };
    }
    default:
      return unreachable(happening);
  }
}

function applied(
  day: Pick<DayData, "date" | "bookings">,
  summaries: readonly BookingSummary[],
): readonly BookingSummary[] {
  return summaries.reduce<readonly BookingSummary[]>(
    (bookings, summary) => applyChange(day.date, bookings, { summary }),
    day.bookings,
  );
}

function withBookings(live: LiveDay, bookings: readonly BookingSummary[]): LiveDay {
  const { day, fresh, outside } = live;
  if (bookings === day.bookings) return live;
  const held = new Set(bookings.map((booking) => booking.id));
  const arrived = arrivals(day.bookings, bookings);
  return {
    day: { ...day, bookings: [...bookings] },
    fresh: new Set([...fresh, ...arrived].filter((id) => held.has(id))),
    outside: outside + 1,
  };
}
