// Two people change one booking: the second is told what the first did, instead of overwriting it unseen.
import { DomainError } from "../errors/domain-error.ts";
import type { VehicleId } from "../fleet/vehicle.ts";
import type { Actor, Booking, BookingEvent, BookingId } from "./booking.ts";
import type { BookingStore } from "./booking-store.ts";
import type { ChangeField } from "./field-change.ts";

/** What happened meanwhile, without personal data of a customer: the history has the values. */
export interface MissedEvent {
  type: BookingEvent["type"];
  /** ISO in UTC. */
  at: string;
  /** Who did it. */
  role: Actor["kind"];
  /** The operator's name; "" when it was no operator. */
  by: string;
  /** The car the trip has after it, where that is what was done; else null. */
  vehicleId: VehicleId | null;
  /** Names of the fields an operator changed. */
  fields: ChangeField[];
}

/**
 * Throws DomainError("booking-changed") with what happened since, unless the booking is still at the version the
 * person saw.
 */
export async function assertVersion(
  bookings: Pick<BookingStore, "events">,
  booking: Booking,
  expectedVersion: number,
): Promise<void> {
  if (booking.version === expectedVersion) return;
  const { id, status, version } = booking;
  const since = await missedEvents(bookings, id, expectedVersion);
  throw new DomainError("booking-changed", { status, version, since });
}

/** What happened to a booking after `version`, oldest first. */
export async function missedEvents(
  bookings: Pick<BookingStore, "events">,
  id: BookingId,
  version: number,
): Promise<MissedEvent[]> {
  return (await bookings.events(id)).slice(version).map((event) => ({
    type: event.type,
    at: event.at,
    role: event.actor.kind,
    by: event.actor.kind === "operator" ? event.actor.name : "",
    vehicleId: event.type === "assigned" || event.type === "moved"
      ? event.reservation.vehicleId
      : null,
    fields: event.type === "changed" ? event.changes.map(({ field }) => field) : [],
  }));
}
