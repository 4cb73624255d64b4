// The address of a list: a day or a search, and how it is arranged. Pure.
import type { BookingId } from "../../../booking/booking.ts";
import { paths } from "../../../kernel/paths.ts";
import { type BoardView, viewWords } from "./board-view.ts";

/** A list and its arrangement. */
export interface ListAt {
  /** Local date of the day. */
  date: string;
  /** The search, "" for none. */
  query: string;
  /** The cursor of the page of it, "" for where it begins. */
  page: string;
  view: BoardView;
}

/** The list without a chosen booking. */
export function listHref({ date, query, page, view }: ListAt): string {
  const what = query === "" ? { date, cursor: page } : { q: query, cursor: page };
  return paths.admin({ ...what, ...viewWords(view) });
}

/** The same list arranged anew. */
export function viewHref(at: ListAt, view: BoardView): string {
  return listHref({ ...at, view });
}

/** Gives the address of the list with a booking chosen; made once for all its rows. */
export function tripHrefs(at: ListAt): (id: BookingId) => string {
  const list = listHref(at);
  const separator = list.includes("?") ? "&" : "?";
  return (id) => `${list}${separator}booking=${id}`;
}
