// A page of a big day beside the rows that are held already. Pure.
import type { BookingSummary } from "../../../booking/booking.ts";
import { byPickup, type DayData } from "../../../board/day.ts";

/** The two sides of the rows that are held. */
export type DaySide = "earlier" | "later";

/**
 * The day with a page joined on. A booking that both know stands as its newer version says; what is counted
 * is the page's, which was read last. A page that does not continue these rows changes nothing.
 */
export function joinedDay(day: DayData, page: DayData): DayData {
  const side = sideOf(day, page);
  if (side === null) return day;
  const newest = new Map<string, BookingSummary>();
  for (const booking of [...day.bookings, ...page.bookings]) {
    if ((newest.get(booking.id)?.version ?? 0) < booking.version) newest.set(booking.id, booking);
  }
  const { figures, total, needy, freeVehicles, nowMs } = page;
  return {
    ...day,
    ...{ figures, total, needy, freeVehicles, nowMs },
    bookings: [...newest.values()].sort(byPickup),
    [side]: page[side],
  };
}

/** The side of `day` that `former` reaches beyond, so that reading anew does not take rows away; null for none. */
export function sideMissing(day: DayData, former: DayData): DaySide | null {
  const [first, last] = [day.bookings[0], day.bookings.at(-1)];
  const [formerFirst, formerLast] = [former.bookings[0], former.bookings.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (formerFirst === undefined || formerLast === undefined) return null;
  if (day.later !== null && byPickup(last, formerLast) < 0) return "later";
  return day.earlier !== null && byPickup(formerFirst, first) < 0 ? "earlier" : null;
}

function sideOf(day: DayData, { page }: DayData): DaySide | null {
  if (page === null) return null;
  return page === day.later ? "later" : page === day.earlier ? "earlier" : null;
}
