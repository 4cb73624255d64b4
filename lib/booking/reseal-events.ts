// When the number of a booking is corrected, its customer has another key: what happened before is written again under it,
// so that who erases the customer finds all of it under one key.
import type { Transaction } from "../kv/transaction.ts";
import type { Booking } from "./booking.ts";
import type { BookingStore } from "./booking-store.ts";
import { bookingKeys } from "./keys.ts";

/** Most events written again in one commit, the newest; a busy booking has ten. */
const MAX_RESEALED = 100;

/** Adds to the commit of a change the events of before it, where the customer's number is another after it. */
export async function resealEvents(
  { bookings }: { bookings: Pick<BookingStore, "events"> },
  tx: Transaction,
  { before, after }: { before: Booking; after: Booking },
): Promise<void> {
  if (before.contact.phone === after.contact.phone) return;
  const events = (await bookings.events(before.id)).slice(0, before.version);
  const first = Math.max(0, events.length - MAX_RESEALED);
  events.slice(first).forEach((event, i) =>
    tx.set(bookingKeys.bookingEvent(before.id, first + i + 1), event)
  );
}
