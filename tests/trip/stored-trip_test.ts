import assert from "node:assert/strict";
import { routeOfToday, tripOfToday } from "../../lib/trip/stored-trip.ts";
import { aBookedTrip } from "../support/bookings.ts";
import { aTrip } from "../support/trips.ts";

Deno.test("a trip and a route of today are read as they were written, down to each part", () => {
  const trip = aTrip({ passengers: 3, extras: { childSeats: 1, pets: 2, extraLuggage: 3 } });
  assert.deepEqual(tripOfToday(structuredClone(trip)), trip);
  const { route } = aBookedTrip();
  assert.deepEqual(routeOfToday(structuredClone(route)), route);
});

Deno.test("what is read is the reader's own: the row stays as it was", () => {
  const row = aTrip();
  const trip = tripOfToday(row);
  trip.extras.pets = 4;
  trip.from.words = "elsewhere";
  trip.to.words = "elsewhere";
  assert.deepEqual(row, aTrip());
});
