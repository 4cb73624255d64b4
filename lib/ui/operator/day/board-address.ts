// The board's address in the browser: what is chosen can be reloaded, bookmarked and gone back to.
import { type BookingId, bookingId } from "../../../booking/booking.ts";
import type { DayData } from "../../../board/day.ts";
import type { SearchState } from "../../../board/search-state.ts";

/** Shows `address` without loading it; going where one is leaves no step to go back. */
export function goTo(address: string): void {
  if (new URL(address, location.href).href === location.href) return;
  history.pushState(null, "", address);
}

/** The booking the address names, or null. */
export function bookingAt(): BookingId | null {
  const id = new URLSearchParams(location.search).get("booking");
  return id === null ? null : bookingId(id);
}

/** The cursor of the page that is shown, "" where the list begins. */
export function pageOf(day: Pick<DayData, "page">, search: SearchState): string {
  if (search.kind === "off") return day.page ?? "";
  return search.kind === "found" ? search.page ?? "" : "";
}

/** True when the address names the list that is shown. */
export function sameList(date: string, search: SearchState): boolean {
  const query = new URLSearchParams(location.search);
  const q = query.get("q") ?? "";
  if (search.kind !== "off") return q === search.query;
  return q === "" && (query.get("date") ?? date) === date;
}
