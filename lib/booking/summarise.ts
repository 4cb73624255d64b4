// The small row of a booking, made in one place: what is not in it here, no list, board, file, stream or search has.
import { stopLabel } from "../places/place.ts";
import type { Booking, BookingSummary } from "./booking.ts";
import { assignedDriver } from "./booking-facts.ts";
import { noteStart } from "./note-start.ts";
import { seenByStaff } from "./seen-booking.ts";

/** The small row lists and live updates show; of a protected customer it never has the name, a way to reach them or a place. */
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
    veiled: booking.veiled,
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

/** A row from before the customer's identity was protected, without whom and where. */
export function veiledSummary(summary: BookingSummary): BookingSummary {
  const nobody = { from: "", to: "", customer: "", phone: "", flightNumber: "", note: "" };
  return { ...summary, ...nobody, veiled: true };
}
