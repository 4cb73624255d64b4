import assert from "node:assert/strict";
import { againHref, tripHref, tripValuesOf } from "../../../../lib/ui/customer/trip/trip-link.ts";
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
    wheelchairs: "0",
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

Deno.test("the same trip again and the way back fill everything but the time", () => {
  const filled = (way: "again" | "back") =>
    Object.fromEntries(new URL(againHref(aTrip(), way), "http://localhost").searchParams);
  const rest = {
    passengers: "2",
    bags: "2",
    wheelchairs: "0",
    childSeats: "0",
    pets: "0",
    extraLuggage: "0",
  };
  const [airport, street] = ["Landvetter", "Östra Hamngatan 24"];
  assert.deepEqual(filled("again"), {
    ...{ from: airport, fromId: "airport:GOT", to: street, toId: "street:ostra-hamngatan" },
    ...rest,
  });
  assert.deepEqual(filled("back"), {
    ...{ from: street, fromId: "street:ostra-hamngatan", to: airport, toId: "airport:GOT" },
    ...rest,
  });
});
