import assert from "node:assert/strict";
import { carState, isTroubled, shownCars } from "../../../../lib/ui/operator/cars/car-state.ts";
import { aCar, aCarDay, aCarTrip, anOutage, at, aVehicle } from "../../../support/cars.ts";

const NOW = at(0);

Deno.test("a car that is out says until when and why, whatever else it should be doing", () => {
  const trips = [aCarTrip(-10, 20, { status: "on-board" })];
  const car = aCar({ trips, outages: [anOutage(-30, 135)] });
  assert.deepEqual(carState(car, NOW), { kind: "out", untilMs: at(135), reason: "bromsar" });
  const stopped = aCar({ vehicle: aVehicle("V07", { inTraffic: false }) });
  assert.deepEqual(carState(stopped, NOW), { kind: "out", untilMs: null, reason: "" });
});

Deno.test("an outage that is over or to come leaves the car as it is", () => {
  const car = aCar({ outages: [anOutage(-60, 0), anOutage(1, 60)] });
  assert.equal(carState(car, NOW).kind, "free");
});

Deno.test("a car with a ride under way is on it until it is expected to end", () => {
  const car = aCar({ trips: [aCarTrip(-10, 20, { status: "on-board" }), aCarTrip(60, 80)] });
  assert.deepEqual(carState(car, NOW), { kind: "driving", untilMs: at(20) });
});

Deno.test("a car is free until the next trip it is kept for, or for as long as is known", () => {
  assert.deepEqual(carState(aCar(), NOW), { kind: "free", untilMs: null });
  const kept = aCarTrip(40, 60, { status: "confirmed", driverId: null });
  const car = aCar({ trips: [aCarTrip(90, 120)], kept: [kept] });
  assert.deepEqual(carState(car, NOW), { kind: "free", untilMs: at(40) });
});

Deno.test("within the drive to its next trip a car is not free", () => {
  assert.deepEqual(carState(aCar({ trips: [aCarTrip(15, 40)] }), NOW), {
    kind: "waiting",
    pickupMs: at(15),
  });
  assert.equal(carState(aCar({ trips: [aCarTrip(16, 40)] }), NOW).kind, "free");
});

Deno.test("a car nobody drives is not free", () => {
  assert.equal(carState(aCar({ driver: null }), NOW).kind, "driverless");
});

Deno.test("filters choose by what cars do, by trouble and by class, together", () => {
  const van = aVehicle("V08", { vehicleClass: "van" });
  const cars = [
    aCar(),
    aCar({ vehicle: van }),
    aCar({ trips: [aCarTrip(-5, 20, { status: "on-board" })] }),
    aCar({ vehicle: van, trips: [aCarTrip(-12, 5)] }),
  ];
  const day = aCarDay(cars);
  const shown = (show: "all" | "free" | "driving" | "trouble", vehicleClass: "van" | null = null) =>
    shownCars(day, { show, vehicleClass }).map((car) => cars.indexOf(car));
  assert.deepEqual(shown("all"), [0, 1, 2, 3]);
  assert.deepEqual(shown("all", "van"), [1, 3]);
  assert.deepEqual(shown("free"), [0, 1]);
  assert.deepEqual(shown("free", "van"), [1]);
  assert.deepEqual(shown("driving"), [2]);
  assert.deepEqual(shown("trouble"), [3]);
  assert.deepEqual(cars.map((car) => isTroubled(car, NOW)), [false, false, false, true]);
});
