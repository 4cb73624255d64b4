// What a search of an operator finds, a page at a time.
import { bookingId, type BookingSummary } from "../booking/booking.ts";
import type { BookingSearch } from "../booking/search/booking-search.ts";
import type { SearchPosition } from "../booking/search/result-order.ts";
import { showCustomers } from "../kernel/acting.ts";
import { readCursor, signCursor } from "../kv/cursor.ts";

/** Bookings on a page of a search. */
export const FOUND_PER_PAGE = 30;

/** What searching needs. */
export interface FindBookingsDeps {
  search: BookingSearch;
  /** Signs page cursors. */
  cursorKey: CryptoKey;
}

/** A page of what was found: trips ahead first, the next one on top, then past ones, the latest on top. */
export interface FoundBookings {
  bookings: BookingSummary[];
  /** How many fit in all, and how many of them stand before these. */
  total: number;
  before: number;
  /** The cursor of this page; null for the first. */
  page: string | null;
  /** Continues behind the last one here; null when that was all. */
  next: string | null;
  /** Which share of the time since the first booking is looked through, 0 to 1; null when all of it is. */
  covered: number | null;
}

/** Finds bookings; `cursor` continues. Throws DomainError("link-invalid"). */
export async function findBookings(
  { search, cursorKey }: FindBookingsDeps,
  query: string,
  cursor: string | null,
): Promise<FoundBookings> {
  const after = cursor === null ? null : positionOf(await readCursor(cursorKey, SCOPE, cursor));
  const { bookings, total, before, next, cover } = await search.find({
    ...{ query, after, limit: FOUND_PER_PAGE },
  });
  showCustomers(bookings);
  return {
    ...{ bookings, page: cursor, total, before },
    next: next === null
      ? null
      : await signCursor(cursorKey, SCOPE, [next.nowMs, next.order, next.id]),
    covered: cover.kind === "whole" ? null : cover.share,
  };
}

/** The query is no part of it: another one continues at that place of its own order. */
const SCOPE = "admin-search";

function positionOf([nowMs, order, id]: readonly (string | number)[]): SearchPosition | null {
  if (typeof nowMs !== "number" || typeof order !== "number" || typeof id !== "string") return null;
  return { nowMs, order, id: bookingId(id) };
}
