// The fleet's day as the page of cars holds it: which car drives what when, as far as it is known.
import type { BookingStatus, BookingSummary } from "../booking/booking.ts";
import type { Outage } from "../fleet/outage.ts";
import { CLEARANCE_BUFFER_MS, type Span } from "../fleet/vehicle-day.ts";
import { type Driver, isInService, type Vehicle } from "../fleet/vehicle.ts";

/** How long a trip counts whose car is no longer kept for it, in milliseconds; only trips that are over are so. */
export const ASSUMED_TRIP_MS = 30 * 60_000;

/** A trip as a car drives it; epoch milliseconds from the pickup to the drop-off. */
export interface CarTrip {
  booking: BookingSummary;
  startMs: number;
  endMs: number;
}

/** A car, who drives it, and what it does on the day. */
export interface Car {
  vehicle: Vehicle;
  driver: Pick<Driver, "id" | "name" | "phone"> | null;
  /** Trips with a driver, by pickup. */
  trips: CarTrip[];
  /** Trips it is kept for that have no driver yet, by pickup. */
  kept: CarTrip[];
  /** Those that touch the day. */
  outages: Outage[];
}

/** A day of the fleet. */
export interface CarDay {
  /** Local date, `2026-11-26`. */
  date: string;
  /** Its first moment and the first of the next day: 23, 24 or 25 hours. */
  startMs: number;
  endMs: number;
  /** The server's clock when it was read. */
  nowMs: number;
  cars: Car[];
  /** Trips nobody drives yet, by pickup. */
  driverless: CarTrip[];
}

/** What a day is made of. */
export interface CarDayParts extends Pick<CarDay, "date" | "startMs" | "endMs" | "nowMs"> {
  bookings: readonly BookingSummary[];
  vehicles: readonly Vehicle[];
  drivers: readonly Driver[];
  /** Reservations by vehicle. */
  spans: Iterable<readonly Span[]>;
  outages: ReadonlyMap<string, readonly Outage[]>;
}

/** Trips that were never driven hold no car. */
const NOT_DRIVEN: ReadonlySet<BookingStatus> = new Set<BookingStatus>([
  ...["cancelled", "expired", "lapsed"] as const,
]);

/** Puts the day together; a trip that began the evening before is in it while it lasts. */
export function carDay(parts: CarDayParts): CarDay {
  const { date, startMs, endMs, nowMs, vehicles, drivers } = parts;
  const trips = tripsOf(parts);
  const driverless = trips.filter(({ booking }) => booking.driverId === null);
  const driven = Map.groupBy(
    trips.filter(({ booking }) => booking.driverId !== null),
    ({ booking }) => booking.vehicleId,
  );
  const kept = Map.groupBy(driverless, ({ booking }) => booking.vehicleId);
  // Who has stopped before that day, or not begun, is not there, unless there is something left to drive.
  const present = vehicles.filter((vehicle) =>
    isInService(vehicle, date) || driven.has(vehicle.id) || kept.has(vehicle.id)
  );
  const driving = drivers.filter((driver) => isInService(driver, date));
  const cars = present.map((vehicle): Car => {
    const driver = driving.find(({ vehicleId }) => vehicleId === vehicle.id);
    const outages = (parts.outages.get(vehicle.id) ?? [])
      .filter((one) => one.startMs < endMs && (one.endMs ?? Infinity) > startMs);
    return {
      vehicle,
      driver: driver ?? null,
      trips: driven.get(vehicle.id) ?? [],
      kept: kept.get(vehicle.id) ?? [],
      outages,
    };
  });
  return { date, startMs, endMs, nowMs, cars, driverless };
}

function tripsOf({ bookings, spans, startMs, endMs }: CarDayParts): CarTrip[] {
  const ends = new Map<string, number>();
  for (const row of spans) for (const span of row) ends.set(span.bookingId, span.endMs);
  return bookings.filter(({ status }) => !NOT_DRIVEN.has(status))
    .map((booking): CarTrip => {
      const keptUntil = ends.get(booking.id);
      const end = keptUntil === undefined
        ? booking.pickupMs + ASSUMED_TRIP_MS
        : keptUntil - CLEARANCE_BUFFER_MS;
      return { booking, startMs: booking.pickupMs, endMs: end };
    })
    .filter((trip) => trip.startMs < endMs && trip.endMs > startMs)
    .sort((a, b) => a.startMs - b.startMs || (a.booking.id < b.booking.id ? -1 : 1));
}

/** True while somebody drives it: on the way to the customer, waiting, or with them. */
export function isGoing({ status }: Pick<BookingSummary, "status">): boolean {
  return status === "en-route" || status === "arrived" || status === "on-board";
}

/** True once nothing more happens to the trip. */
export function isDone({ status }: Pick<BookingSummary, "status">): boolean {
  return status === "completed" || status === "no-show";
}
