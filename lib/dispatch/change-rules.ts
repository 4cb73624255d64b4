// What a change of a booking comes to: field by field, allowed or not, priced anew or not. Pure.
import type { Booking, BookingStatus, ChangedFacts } from "../booking/booking.ts";
import type { ChangeField, FieldChange } from "../booking/field-change.ts";
import { DomainError } from "../errors/domain-error.ts";
import { carries, type VehicleClass } from "../fleet/vehicle.ts";
import { type Stop, stopLabel } from "../places/place.ts";
import { MAX_LEAD_DAYS } from "../pricing/quote-rules.ts";
import type { TripRequest } from "../trip/trip.ts";
import type { TripChange } from "./trip-change.ts";

/** A booking as it is wished to be. */
export interface WishedBooking extends Omit<ChangedFacts, "trip" | "reservation"> {
  request: TripRequest;
  vehicleClass: VehicleClass;
}

/** The booking with the change in it. */
export function wishedBooking(booking: Booking, change: TripChange): WishedBooking {
  const { from, to, pickup, passengers, bags, wheelchairs, extras, vehicleClass } = booking.trip;
  return {
    contact: { ...booking.contact, ...change.contact },
    flightNumber: change.flightNumber ?? booking.flightNumber,
    note: change.note ?? booking.note,
    vehicleClass: change.vehicleClass ?? vehicleClass,
    request: {
      from: change.from ?? from,
      to: change.to ?? to,
      pickup: change.pickup ?? pickup,
      passengers: change.passengers ?? passengers,
      bags: change.bags ?? bags,
      wheelchairs: change.wheelchairs ?? wheelchairs,
      extras: { ...extras, ...change.extras },
    },
  };
}

/** What was asked for of a trip that was sold, without its price. */
export function requestOf(trip: TripRequest): TripRequest {
  const { from, to, pickup, passengers, bags, wheelchairs, extras } = trip;
  return { from, to, pickup, passengers, bags, wheelchairs, extras };
}

/** What would be another, in the order of the form; the price comes later. */
export function fieldChanges(booking: Booking, wish: WishedBooking): FieldChange[] {
  const { trip, contact } = booking;
  const { request } = wish;
  return [
    ...stopChange("from", trip.from, request.from),
    ...stopChange("to", trip.to, request.to),
    ...pickupChange(trip, request),
    ...valueChange("passengers", trip.passengers, request.passengers),
    ...valueChange("bags", trip.bags, request.bags),
    ...valueChange("wheelchairs", trip.wheelchairs, request.wheelchairs),
    ...valueChange("childSeats", trip.extras.childSeats, request.extras.childSeats),
    ...valueChange("pets", trip.extras.pets, request.extras.pets),
    ...valueChange("extraLuggage", trip.extras.extraLuggage, request.extras.extraLuggage),
    ...valueChange("vehicleClass", trip.vehicleClass, wish.vehicleClass),
    ...valueChange("name", contact.name, wish.contact.name),
    ...valueChange("phone", contact.phone, wish.contact.phone),
    ...valueChange("email", contact.email, wish.contact.email),
    ...valueChange("flightNumber", booking.flightNumber, wish.flightNumber),
    ...valueChange("note", booking.note, wish.note),
  ];
}

/** One value before and after, when it is another. */
export function valueChange(
  field: ChangeField,
  from: string | number,
  to: string | number,
): FieldChange[] {
  return from === to ? [] : [{ field, from, to }];
}

function stopChange(field: "from" | "to", before: Stop, after: Stop): FieldChange[] {
  const isSame = before.placeId === after.placeId && before.words === after.words &&
    before.point.lat === after.point.lat && before.point.lng === after.point.lng;
  return isSame ? [] : [{ field, from: stopLabel(before), to: stopLabel(after) }];
}

/** On the night the clock goes back two pickups have one wall time: the instant tells them apart. */
function pickupChange(
  { pickup: before }: Pick<TripRequest, "pickup">,
  { pickup: after }: Pick<TripRequest, "pickup">,
): FieldChange[] {
  if (before.instant === after.instant) return [];
  const isTold = before.wallTime !== after.wallTime;
  const [from, to] = isTold ? [before.wallTime, after.wallTime] : [before.instant, after.instant];
  return [{ field: "pickup", from, to }];
}

/** Fields that cannot be another once the ride has come so far: where it began is behind it. */
const FIXED: Partial<Readonly<Record<BookingStatus, readonly ChangeField[]>>> = {
  "en-route": ["vehicleClass"],
  arrived: ["vehicleClass", "from", "pickup"],
  "on-board": ["vehicleClass", "from", "pickup", "wheelchairs", "flightNumber"],
};

/** Throws DomainError: nothing-changed, and field-fixed with the first field that cannot be another any more. */
export function assertChangeable(status: BookingStatus, changes: readonly FieldChange[]): void {
  if (changes.length === 0) throw new DomainError("nothing-changed");
  const fixed = changes.find(({ field }) => FIXED[status]?.includes(field));
  if (fixed !== undefined) throw new DomainError("field-fixed", { field: fixed.field, status });
}

/**
 * Throws DomainError `pickup-too-soon` for a pickup that is over, `pickup-too-late` beyond what is sold. How soon a car
 * can be there is the operator's to judge.
 */
export function assertPickupAhead(pickup: Temporal.Instant, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(pickup, now) < 0) {
    throw new DomainError("pickup-too-soon", { earliest: now.toString() });
  }
  const latest = now.add({ hours: 24 * MAX_LEAD_DAYS });
  if (Temporal.Instant.compare(pickup, latest) > 0) {
    throw new DomainError("pickup-too-late", { latest: latest.toString() });
  }
}

const UNPRICED: ReadonlySet<ChangeField> = new Set([
  "name",
  "phone",
  "email",
  "flightNumber",
  "note",
]);
const OF_THE_WAY: ReadonlySet<ChangeField> = new Set(["from", "to", "pickup"]);

/** True when the price depends on what is another. */
export function isPricedAnew(changes: readonly FieldChange[]): boolean {
  return changes.some(({ field }) => !UNPRICED.has(field));
}

/** True when the way, or how long it takes at its hour, may be another. */
export function isOtherWay(changes: readonly FieldChange[]): boolean {
  return changes.some(({ field }) => OF_THE_WAY.has(field));
}

/** Whether a car of a class has room for a trip. */
export function hasRoom(
  vehicleClass: VehicleClass,
  { passengers, bags, wheelchairs, extras }: TripRequest,
): boolean {
  return carries(vehicleClass, { passengers, wheelchairs, bags: bags + extras.extraLuggage });
}
