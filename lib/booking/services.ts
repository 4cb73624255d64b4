// The services of this room: the bookings.
import type { Database } from "../kv/open.ts";
import { BookingStore } from "./booking-store.ts";

/** What this room gives to those above it. */
export interface BookingServices {
  bookings: BookingStore;
}

/** Composes the room's services. */
export function bookingServices(below: { db: Database }): BookingServices {
  return { bookings: new BookingStore(below.db) };
}
