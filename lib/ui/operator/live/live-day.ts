// What happens to the day while the board is open. Pure: (day, happening) → day.
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import { unreachable } from "../../../kernel/invariant.ts";
import {
  applyChange,
  arrivals,
  type Beat,
  type DayData,
  isAmong,
  updated,
} from "../../../board/day.ts";
import { joinedDay } from "./join-day.ts";

/** The day and which of its bookings came in while the board was open. */
export interface LiveDay {
  day: DayData;
  fresh: ReadonlySet<BookingId>;
  /** Counts the changes that came from outside; rows may move with each. */
  outside: number;
}

/** What can happen to a day. */
export type DayHappening =
  | { type: "changed"; summary: BookingSummary }
  | { type: "beat"; beat: Beat }
  | { type: "ticked"; nowMs: number }
  /** Read anew; `since` are the changes that came over the stream while it was being read. */
  | { type: "loaded"; day: DayData; since: readonly BookingSummary[] }
  /** A page read that continues the rows; `since` as above. */
  | { type: "joined"; page: DayData; since: readonly BookingSummary[] }
  | { type: "seen"; ids: readonly BookingId[] };

/** The day after `happening`. */
export function nextLiveDay(live: LiveDay, happening: DayHappening): LiveDay {
  const { day, fresh, outside } = live;
  switch (happening.type) {
    case "changed":
      return withBookings(
        withNeedy(live, happening.summary),
        applied(day, [happening.summary]),
      );
    case "beat":
      return { day: withBeat(day, happening.beat), fresh, outside: outside + 1 };
    case "ticked":
      return { day: { ...day, nowMs: happening.nowMs }, fresh, outside: outside + 1 };
    case "loaded":
      return loaded(live, happening.day, applied(happening.day, happening.since));
    case "joined":
      return joined(live, happening.page, happening.since);
    case "seen": {
      const seen = new Set(happening.ids);
      return { day, fresh: new Set([...fresh].filter((id) => !seen.has(id))), outside };
    }
    default:
      return unreachable(happening);
  }
}

function applied(
  day: DayData,
  summaries: readonly BookingSummary[],
): readonly BookingSummary[] {
  return summaries.reduce<readonly BookingSummary[]>(
    (bookings, summary) => applyChange({ ...day, bookings }, { summary }),
    day.bookings,
  );
}

/** Rows that came into view because the part shown has moved are no arrivals; those among the former rows are. */
function loaded(live: LiveDay, day: DayData, bookings: readonly BookingSummary[]): LiveDay {
  const former = live.day.bookings;
  const inView = bookings.filter((booking) => isAmong(live.day, booking));
  const held = new Set(bookings.map(({ id }) => id));
  const fresh = new Set([...live.fresh, ...arrivals(former, inView)].filter((id) => held.has(id)));
  return { day: { ...day, bookings: [...bookings] }, fresh, outside: live.outside + 1 };
}

/** Rows of a page are no arrivals either. */
function joined(live: LiveDay, page: DayData, since: readonly BookingSummary[]): LiveDay {
  const day = joinedDay(live.day, page);
  if (day === live.day) return live;
  return {
    ...live,
    day: { ...day, bookings: [...applied(day, since)] },
    outside: live.outside + 1,
  };
}

function withBeat(day: DayData, { nowMs, freeVehicles, days }: Beat): DayData {
  return { ...day, nowMs, freeVehicles, ...days[day.date] };
}

/** A booking in need that is not among the rows is shown as it is now. */
function withNeedy(live: LiveDay, summary: BookingSummary): LiveDay {
  const needy = updated(live.day.needy, summary);
  return needy === live.day.needy ? live : { ...live, day: { ...live.day, needy: [...needy] } };
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
