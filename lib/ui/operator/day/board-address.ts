// The board's address in the browser: what is chosen can be reloaded, bookmarked and gone back to.
import { type BookingId, bookingId } from "../../../booking/booking.ts";
import { paths } from "../../../kernel/paths.ts";
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

/** The address of the list that is shown: a day or a search, and the page of it. */
export function listAddress(day: Pick<DayData, "date" | "page">, search: SearchState): string {
  if (search.kind === "off") return paths.admin({ date: day.date, cursor: day.page ?? "" });
  const page = search.kind === "found" ? search.page : null;
  return paths.admin({ q: search.query, cursor: page ?? "" });
}

/** True when the address names the list that is shown. */
export function sameList(date: string, search: SearchState): boolean {
  const query = new URLSearchParams(location.search);
  const q = query.get("q") ?? "";
  if (search.kind !== "off") return q === search.query;
  return q === "" && (query.get("date") ?? date) === date;
}
