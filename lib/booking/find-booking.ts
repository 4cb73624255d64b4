// Use case: what the holder of a manage link sees.
import { DomainError } from "../errors/domain-error.ts";
import type { Booking, BookingEvent } from "./booking.ts";
import type { BookingStore } from "./booking-store.ts";
import { isForgotten } from "./forget-customer.ts";
import { readManageLink } from "./manage-link.ts";

/** What finding a booking by link needs. */
export interface FindBookingDeps {
  bookings: Pick<BookingStore, "get" | "events">;
  linkKey: CryptoKey;
}

/** The booking of a manage link and its history; one whose customer was erased is nobody's. Throws DomainError("link-invalid"). */
export async function findBookingByLink(
  deps: FindBookingDeps,
  link: string,
): Promise<{ booking: Booking; events: BookingEvent[] }> {
  const id = await readManageLink(deps.linkKey, link);
  const [stored, events] = await Promise.all([deps.bookings.get(id), deps.bookings.events(id)]);
  if (stored === null || isForgotten(stored.booking)) throw new DomainError("link-invalid");
  return { booking: stored.booking, events };
}
