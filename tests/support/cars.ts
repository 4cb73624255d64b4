// Builders for the page of cars: a trip in minutes from now, a car, a day.
import type { BookingSummary } from "../../lib/booking/booking.ts";
import type { Car, CarDay, CarTrip } from "../../lib/board/car-day.ts";
import type { Outage } from "../../lib/fleet/outage.ts";
import { driverId, plainVehicle, type Vehicle, vehicleId } from "../../lib/fleet/vehicle.ts";
import { aRow, BOARD_NOW_MS } from "./board.ts";

/** Epoch milliseconds, `minutes` from BOARD_NOW_MS. */
export function at(minutes: number): number {
  return BOARD_NOW_MS + minutes * 60_000;
}

/** A trip from one minute to another, with a driver unless `overrides` say otherwise. */
export function aCarTrip(
  from: number,
  to: number,
  overrides: Partial<BookingSummary> = {},
): CarTrip {
  const driven = { status: "assigned", driverId: driverId("D07") } as const;
  return { booking: aRow(from, { ...driven, ...overrides }), startMs: at(from), endMs: at(to) };
}

/** A vehicle. */
export function aVehicle(id: string, overrides: Partial<Vehicle> = {}): Vehicle {
  const plain = plainVehicle({
    id: vehicleId(id),
    name: `Bil ${id.slice(1)}`,
    vehicleClass: "standard",
    registration: "ABC 123",
    inTraffic: true,
  });
  return { ...plain, ...overrides };
}

/** A car with its driver and nothing to do. */
export function aCar(overrides: Partial<Car> = {}): Car {
  const driver = { id: driverId("D07"), name: "Sara Lindh", phone: "" };
  return { vehicle: aVehicle("V07"), driver, trips: [], kept: [], outages: [], ...overrides };
}

/** An outage from one minute to another; null: nobody knows until when. */
export function anOutage(from: number, to: number | null): Outage {
  const endMs = to === null ? null : at(to);
  return { id: `O${from}`, startMs: at(from), endMs, reason: "bromsar", by: "Sara" };
}

/** Monday 23 November 2026 with some cars. */
export function aCarDay(cars: Car[], overrides: Partial<CarDay> = {}): CarDay {
  const startMs = Date.parse("2026-11-22T23:00:00Z");
  const endMs = startMs + 24 * 3_600_000;
  const driverless = cars.flatMap(({ kept }) => kept);
  return {
    date: "2026-11-23",
    startMs,
    endMs,
    nowMs: BOARD_NOW_MS,
    cars,
    driverless,
    ...overrides,
  };
}
