import assert from "node:assert/strict";
import { ASSUMED_TRIP_MS, carDay, type CarDayParts } from "../../lib/board/car-day.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import { CLEARANCE_BUFFER_MS } from "../../lib/fleet/vehicle-day.ts";
import { driverId, plainDriver, vehicleId } from "../../lib/fleet/vehicle.ts";
import { aRow, BOARD_NOW_MS } from "../support/board.ts";
import { anOutage, at, aVehicle } from "../support/cars.ts";

const DRIVEN = { status: "assigned", driverId: driverId("D07") } as const;

function parts(overrides: Partial<CarDayParts>): CarDayParts {
  const startMs = Date.parse("2026-11-22T23:00:00Z");
  return {
    date: "2026-11-23",
    startMs,
    endMs: startMs + 24 * 3_600_000,
    nowMs: BOARD_NOW_MS,
    bookings: [],
    vehicles: [aVehicle("V07"), aVehicle("V08")],
    drivers: [
      plainDriver({
        id: driverId("D07"),
        name: "Sara",
        driverCode: "123456",
        vehicleId: vehicleId("V07"),
      }),
    ],
    spans: [],
    outages: new Map(),
    ...overrides,
  };
}

Deno.test("a trip with a driver lies on its car, one without on top and in what the car is kept for", () => {
  const { cars, driverless } = carDay(parts({
    bookings: [aRow(60, DRIVEN), aRow(30), aRow(10, { ...DRIVEN, vehicleId: vehicleId("V08") })],
  }));
  assert.deepEqual(cars.map(({ trips }) => trips.map(({ booking }) => booking.id)), [
    ["B60"],
    ["B10"],
  ]);
  assert.deepEqual(driverless.map(({ booking }) => booking.id), ["B30"]);
  assert.deepEqual(cars[0]?.kept.map(({ booking }) => booking.id), ["B30"]);
  assert.deepEqual(cars.map(({ driver }) => driver?.name ?? null), ["Sara", null]);
});

Deno.test("a trip ends where the car's time ends without what is kept after the drop-off", () => {
  const span = { bookingId: bookingId("B60"), startMs: at(45), endMs: at(100) };
  const { cars } = carDay(
    parts({ bookings: [aRow(60, DRIVEN), aRow(200, DRIVEN)], spans: [[span]] }),
  );
  assert.deepEqual(cars[0]?.trips.map(({ startMs, endMs }) => [startMs, endMs]), [
    [at(60), at(100) - CLEARANCE_BUFFER_MS],
    [at(200), at(200) + ASSUMED_TRIP_MS],
  ]);
});

Deno.test("trips nobody drove are no part of the day; one that was not turned up for is", () => {
  const bookings = (["cancelled", "expired", "no-show", "completed"] as const)
    .map((status, i) => aRow(60 + i, { ...DRIVEN, status }));
  const { cars } = carDay(parts({ bookings }));
  assert.deepEqual(cars[0]?.trips.map(({ booking }) => booking.status), ["no-show", "completed"]);
});

Deno.test("a trip of the evening before is in the day only while it lasts", () => {
  const bookings = [aRow(-430, DRIVEN), aRow(-399, DRIVEN)];
  const span = { bookingId: "B-399", startMs: at(-414), endMs: at(-380) };
  const { cars } = carDay(parts({ bookings, spans: [[span]] }));
  assert.deepEqual(cars[0]?.trips.map(({ booking }) => booking.id), ["B-399"]);
});

Deno.test("only outages that touch the day are in it", () => {
  const outages = new Map([["V07", [
    anOutage(-2000, -1000),
    anOutage(-600, null),
    anOutage(5000, 6000),
  ]]]);
  const { cars } = carDay(parts({ outages }));
  assert.deepEqual(cars[0]?.outages.map(({ id }) => id), ["O-600"]);
});

Deno.test("a car that is no longer in service is gone, unless a trip is left on it", () => {
  const ended = { until: "2026-11-22" };
  const vehicles = [aVehicle("V07", ended), aVehicle("V08", ended), aVehicle("V09")];
  const { cars } = carDay(parts({ vehicles, bookings: [aRow(60, DRIVEN)] }));
  assert.deepEqual(cars.map(({ vehicle }) => vehicle.id), ["V07", "V09"]);
});
