// The services of this room: the bookings, and the search among them.
import type { QuoteStore } from "../pricing/quote-store.ts";
import { BookingStore } from "./booking-store.ts";
import { bookingKeys } from "./keys.ts";
import type { Database } from "../kv/open.ts";
import { MemorySearch, type MemorySearchDeps } from "./search/memory-search.ts";

/** What this room gives to those above it. */
export interface BookingServices {
  bookings: BookingStore;
  /** Those who ask see a `BookingSearch` in it. */
  search: MemorySearch;
}

/** Composes the room's services. */
export function bookingServices(
  below:
    & { db: Database; quotes: QuoteStore; reachKey: CryptoKey }
    & Omit<MemorySearchDeps, "bookings">,
): BookingServices {
  below.quotes.keepMarked((id) => bookingKeys.quoteBought(id));
  const bookings = new BookingStore(below.db, below.reachKey);
  return { bookings, search: new MemorySearch({ ...below, bookings }) };
}
