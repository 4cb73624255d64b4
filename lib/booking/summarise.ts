// The small row of a booking, made in one place: what is not in it here, no list, board, file, stream or search has.
import { stopLabel } from "../places/place.ts";
import type { Booking, BookingSummary, Cover } from "./booking.ts";
import { assignedDriver } from "./booking-facts.ts";
import { noteStart } from "./note-start.ts";
import { hiddenBy, seenByStaff } from "./seen-booking.ts";

/** The small row lists and live updates show; of a covered customer it never has the name, a way to reach them or a place. */
export function summarise(whole: Booking): BookingSummary {
  const booking = seenByStaff(whole);
  const { trip } = booking;
  return {
    id: booking.id,
    reference: booking.reference,
    status: booking.status,
    pickupMs: Date.parse(trip.pickup.instant),
    wallTime: trip.pickup.wallTime,
    from: stopLabel(trip.from),
    to: stopLabel(trip.to),
    customer: booking.contact.name,
    phone: booking.contact.phone,
    ...hiddenBy(booking),
    passengers: trip.passengers,
    bags: trip.bags,
    wheelchairs: trip.wheelchairs,
    ...trip.extras,
    flightNumber: booking.flightNumber,
    note: noteStart(booking.note),
    vehicleClass: trip.vehicleClass,
    distanceMeters: trip.route.distanceMeters,
    durationSeconds: trip.route.durationSeconds,
    totalOre: trip.totalOre,
    vehicleId: booking.reservation.vehicleId,
    driverId: assignedDriver(booking),
    version: booking.version,
    changedAt: booking.changedAt,
  };
}

/** A row from before its customer was covered, without whom and where. */
export function coveredSummary(summary: BookingSummary, cover: Cover): BookingSummary {
  const nobody = { from: "", to: "", customer: "", phone: "", flightNumber: "", note: "" };
  return { ...summary, ...nobody, ...cover };
}
