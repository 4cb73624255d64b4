import assert from "node:assert/strict";
import { classAvailability } from "../../lib/booking/class-availability.ts";
import { VehicleSchedules } from "../../lib/fleet/vehicle-schedule-store.ts";
import type { VehicleClass } from "../../lib/fleet/vehicle.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";

/** One premium car and the ordinary ones. */
const FLEET = DEMO_VEHICLES.filter(({ vehicleClass, id }) =>
  vehicleClass === "standard" ||
  (vehicleClass === "premium" && DEMO_VEHICLES.find((v) => v.vehicleClass === "premium")?.id === id)
);
const CLASSES: VehicleClass[] = ["standard", "premium", "van"];

async function look(test: TestServices) {
  const { trip, route } = await aQuote(test.services);
  const ride = { pickup: trip.pickup.instant, durationSeconds: route.durationSeconds };
  return { ride, found: await classAvailability(test.services, CLASSES, ride) };
}

Deno.test("a class with a car is free, one without any is not", async () => {
  await using test = await testServices({ vehicles: FLEET });
  const { found } = await look(test);
  assert.deepEqual(found.get("standard"), { kind: "free" });
  assert.deepEqual(found.get("premium"), { kind: "free" });
  assert.deepEqual(found.get("van"), { kind: "none" });
});

Deno.test("a class whose only car is taken says when it is free again, and that time can be booked", async () => {
  await using test = await testServices({ vehicles: FLEET });
  await aStoredBooking(test.services, { vehicleClass: "premium" });
  const { ride, found } = await look(test);
  const state = found.get("premium");
  assert(state?.kind === "later");
  assert(Date.parse(state.instant) > Date.parse(ride.pickup));
  const wallTime = Temporal.Instant.from(state.instant).toZonedDateTimeISO("Europe/Stockholm")
    .toPlainDateTime().toString({ smallestUnit: "minute" });
  const { booking } = await aStoredBooking(test.services, { vehicleClass: "premium", wallTime });
  assert.equal(booking.trip.vehicleClass, "premium");
  assert.deepEqual(found.get("standard"), { kind: "free" }, "others are as they were");
});

Deno.test("looking reads each day around the pickup once, however many classes and times are tried", async () => {
  await using test = await testServices({ vehicles: FLEET });
  await aStoredBooking(test.services, { vehicleClass: "premium" });
  const { db, fleet } = test.services;
  let lists = 0;
  const read = new Proxy(db.read, {
    get(target, name) {
      if (name === "list") lists++;
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const schedules = new VehicleSchedules({ read });
  const { trip, route } = await aQuote(test.services);
  const ride = { pickup: trip.pickup.instant, durationSeconds: route.durationSeconds };
  await classAvailability({ fleet, schedules }, CLASSES, ride);
  assert(lists > 0 && lists <= 2, `${lists} lists`);
});
