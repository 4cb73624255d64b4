// Copies of a booking what people are told of it.
import type { Booking } from "../booking/booking.ts";
import { previewCancellation } from "../booking/cancellation-rules.ts";
import { type Stop, stopLabel } from "../places/place.ts";
import type { RideCar, RideFacts, RideNews, RideStop } from "./message.ts";

/** The facts, as they are now. */
export function rideFacts(booking: Booking, car: RideCar | null): RideFacts {
  const { reference, version, status, contact, flightNumber, note, trip, changedAt } = booking;
  return {
    ...{ reference, version, status, ...contact, flightNumber, note },
    pickup: trip.pickup,
    durationSeconds: trip.route.durationSeconds,
    from: rideStop(trip.from),
    to: rideStop(trip.to),
    passengers: trip.passengers,
    vehicleClass: trip.vehicleClass,
    totalOre: trip.totalOre,
    payment: booking.payment,
    feeOre: feeOf(booking),
    freeUntil: previewCancellation(booking, 0).freeUntil,
    changedAt,
    car,
  };
}

/** The news without who rides and where: a message is read on locked screens, over shoulders, by whoever shares a mailbox. */
export function discreetNews({ before, after }: RideNews): RideNews {
  return { before: before && discreet(before), after: discreet(after) };
}

function discreet(facts: RideFacts): RideFacts {
  const nowhere = { label: "", area: "" };
  const nobody = { name: "", phone: "", email: "", flightNumber: "", note: "" };
  return { ...facts, ...nobody, from: nowhere, to: nowhere };
}

function feeOf(booking: Booking): number | null {
  if (booking.status === "cancelled") return booking.cancellation.feeOre;
  return booking.status === "no-show" ? booking.feeOre : null;
}

function rideStop(stop: Stop): RideStop {
  return { label: stopLabel(stop), area: stop.area };
}
