// Use case: what the holder of a manage link sees.
import { DomainError } from "../errors/domain-error.ts";
import type { Booking, BookingEvent } from "./booking.ts";
import type { BookingStore } from "./booking-store.ts";
import { assertRemembered } from "./forgotten-rules.ts";
import { readManageLink } from "./manage-link.ts";

/** What finding a booking by link needs. */
export interface FindBookingDeps {
  bookings: Pick<BookingStore, "get" | "events">;
  linkKey: CryptoKey;
}

/**
 * The booking of a manage link and its history. Throws DomainError: link-invalid, and booking-erased for one whose customer
 * is gone: whoever has the link is told so.
 */
export async function findBookingByLink(
  deps: FindBookingDeps,
  link: string,
): Promise<{ booking: Booking; events: BookingEvent[] }> {
  const id = await readManageLink(deps.linkKey, link);
  const [stored, events] = await Promise.all([deps.bookings.get(id), deps.bookings.events(id)]);
  if (stored === null) throw new DomainError("link-invalid");
  assertRemembered(stored.booking);
  return { booking: stored.booking, events };
}
