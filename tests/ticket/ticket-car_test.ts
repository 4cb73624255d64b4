import assert from "node:assert/strict";
import { BOOKING_STATUSES } from "../../lib/booking/booking.ts";
import {
  type Driver,
  driverId,
  plainDriver,
  plainVehicle,
  type Vehicle,
  vehicleId,
} from "../../lib/fleet/vehicle.ts";
import { carOf } from "../../lib/ticket/ticket-car.ts";
import { aBooking, DRIVER } from "../support/bookings.ts";

const driver = plainDriver({
  id: DRIVER,
  name: " Amir  Rahimi",
  driverCode: "100001",
  vehicleId: vehicleId("V01"),
});
const vehicle = plainVehicle({
  id: vehicleId("V01"),
  name: "Bil 07",
  vehicleClass: "standard",
  registration: "RKT 48K",
  inTraffic: true,
});
const fleet = (drivers: Driver[], vehicles: Vehicle[]) => ({
  fleet: {
    drivers: () => Promise.resolve(drivers),
    vehicles: () => Promise.resolve(vehicles),
  },
});

Deno.test("the car is known from the assignment on, by the driver's first name, its number and its plate", async () => {
  const known: string[] = [];
  for (const status of BOOKING_STATUSES) {
    const car = await carOf(fleet([driver], [vehicle]), aBooking(status));
    if (car === null) continue;
    known.push(status);
    assert.deepEqual(car, {
      driver: "Amir",
      vehicle: "Bil 07",
      registration: "RKT 48K",
      phone: "",
    });
  }
  assert.deepEqual(known, ["assigned", "en-route", "arrived", "on-board", "completed"]);
});

Deno.test("what the fleet does not know is left out, never guessed", async () => {
  const others = fleet([{ ...driver, id: driverId("D99") }], [{
    ...vehicle,
    id: vehicleId("V99"),
  }]);
  const unknown = { driver: "", vehicle: "", registration: "", phone: "" };
  assert.deepEqual(await carOf(others, aBooking("assigned")), unknown);
});

Deno.test("a car with a telephone of its own gives its number", async () => {
  const own = { ...vehicle, phone: "+46701740611" };
  const car = await carOf(fleet([driver], [own]), aBooking("assigned"));
  assert.equal(car?.phone, "+46701740611");
});
