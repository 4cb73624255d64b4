import assert from "node:assert/strict";
import { tripHref, tripValuesOf } from "../../../../lib/ui/customer/trip/trip-link.ts";
import { TRIP_FIELDS } from "../../../../lib/trip/trip-input.ts";
import { aTrip } from "../../../support/trips.ts";

Deno.test("tripHref() fills the start page's form with the trip that was asked for", () => {
  const trip = aTrip({ extras: { childSeats: 1, pets: 0, extraLuggage: 2 } });
  const url = new URL(tripHref(trip), "http://localhost");
  assert.equal(url.pathname, "/");
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    from: "Landvetter",
    fromId: "airport:GOT",
    to: "Östra Hamngatan 24",
    toId: "street:ostra-hamngatan",
    date: "2026-11-24",
    time: "10:00",
    overlap: "",
    passengers: "2",
    bags: "2",
    childSeats: "1",
    pets: "0",
    extraLuggage: "2",
  });
});

Deno.test("tripValuesOf() fills every field of the form, at the time it is told", () => {
  const values = tripValuesOf(aTrip(), "2026-12-01T23:45");
  assert.deepEqual(Object.keys(values).sort(), [...TRIP_FIELDS].sort());
  assert.deepEqual([values.date, values.time], ["2026-12-01", "23:45"]);
});
