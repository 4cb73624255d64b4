import assert from "node:assert/strict";
import {
  assertChangeable,
  fieldChanges,
  hasRoom,
  isOtherWay,
  isPricedAnew,
  wishedBooking,
} from "../../lib/dispatch/change-rules.ts";
import { BOOKING_STATUSES } from "../../lib/booking/booking.ts";
import { CHANGE_FIELDS } from "../../lib/booking/field-change.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { aBooking } from "../support/bookings.ts";

Deno.test("fieldChanges() names every field that is another, in the order of the form", () => {
  const booking = aBooking();
  const { from, to } = booking.trip;
  const wish = wishedBooking(booking, {
    ...{ from: to, to: from, passengers: 1, bags: 0, wheelchairs: 1, vehicleClass: "premium" },
    pickup: {
      ...booking.trip.pickup,
      wallTime: "2026-11-24T11:00",
      instant: "2026-11-24T10:00:00Z",
    },
    extras: { childSeats: 1, pets: 1, extraLuggage: 1 },
    contact: { name: "Kim", phone: "+46700000000", email: "k@x.se" },
    ...{ flightNumber: "SK1", note: "Ring" },
  });
  const changes = fieldChanges(booking, wish);
  assert.deepEqual(
    changes.map(({ field }) => field),
    CHANGE_FIELDS.filter((field) => field !== "totalOre"),
  );
  assert.deepEqual(changes[0], {
    field: "from",
    from: "Landvetter",
    to: "Östra Hamngatan 24",
  });
  assert.deepEqual(fieldChanges(booking, wishedBooking(booking, {})), []);
});

Deno.test("on the night with two hours of one name a pickup is told by its instant", () => {
  const booking = aBooking();
  const pickup = { ...booking.trip.pickup, instant: "2026-11-24T10:00:00Z" };
  assert.deepEqual(fieldChanges(booking, wishedBooking(booking, { pickup })), [
    { field: "pickup", from: booking.trip.pickup.instant, to: pickup.instant },
  ]);
});

Deno.test("where the ride began is fixed once the car is there, its kind once it is on its way", () => {
  const fixed = Object.fromEntries(
    BOOKING_STATUSES.map((status) => [
      status,
      CHANGE_FIELDS.filter((field) => {
        try {
          assertChangeable(status, [{ field, from: 1, to: 2 }]);
          return false;
        } catch (error) {
          assert(error instanceof DomainError && error.code === "field-fixed");
          assert.deepEqual(error.details, { field, status });
          return true;
        }
      }),
    ]),
  );
  assert.deepEqual(fixed, {
    ...Object.fromEntries(BOOKING_STATUSES.map((status) => [status, []])),
    "en-route": ["vehicleClass"],
    arrived: ["from", "pickup", "vehicleClass"],
    "on-board": ["from", "pickup", "wheelchairs", "vehicleClass", "flightNumber"],
  });
  assert.throws(
    () => assertChangeable("confirmed", []),
    (error) => error instanceof DomainError && error.code === "nothing-changed",
  );
});

Deno.test("words about the customer cost nothing; ends and time may be another way", () => {
  const of = (rule: typeof isPricedAnew) =>
    CHANGE_FIELDS.filter((field) => rule([{ field, from: 1, to: 2 }]));
  const words = ["name", "phone", "email", "flightNumber", "note"];
  assert.deepEqual(of(isPricedAnew), CHANGE_FIELDS.filter((field) => !words.includes(field)));
  assert.deepEqual(of(isOtherWay), ["from", "to", "pickup"]);
});

Deno.test("extra luggage takes a place as a bag does", () => {
  const { trip } = aBooking();
  const three = { ...trip, bags: 2, extras: { childSeats: 0, pets: 0, extraLuggage: 1 } };
  assert.equal(hasRoom("standard", three), true);
  assert.equal(hasRoom("standard", { ...three, bags: 3 }), false);
});
