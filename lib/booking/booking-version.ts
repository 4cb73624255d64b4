// Two people change one booking: the second is told, instead of overwriting the first unseen.
import { DomainError } from "../errors/domain-error.ts";
import type { Booking } from "./booking.ts";

/** Throws DomainError("booking-changed") unless the booking is still at the version the person saw. */
export function assertVersion(booking: Booking, expectedVersion: number): void {
  if (booking.version !== expectedVersion) {
    throw new DomainError("booking-changed", {
      status: booking.status,
      version: booking.version,
    });
  }
}
