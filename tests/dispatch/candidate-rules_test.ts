import assert from "node:assert/strict";
import {
  type CarFacts,
  carFaults,
  type Leg,
  rankCandidates,
  type TripNeed,
} from "../../lib/dispatch/candidate-rules.ts";
import type { FaultCode } from "../../lib/dispatch/candidate.ts";
import {
  CLASS_CAPACITY,
  driverId,
  plainDriver,
  plainVehicle,
  VEHICLE_CLASSES,
  type VehicleClass,
  vehicleId,
} from "../../lib/fleet/vehicle.ts";
import { PAYMENT_METHODS } from "../../lib/payments/payment-method.ts";
import { fc } from "../support/property.ts";

const PICKUP_MS = Date.parse("2026-11-24T09:00:00Z");
const MINUTE = 60_000;
/** A street of a kilometre a degree, driven at a kilometre a minute. */
const leg: Leg = (from, to) => {
  const meters = Math.abs(to.lat - from.lat) * 1_000;
  return { meters, seconds: meters * 0.06 };
};
const at = (km: number) => ({ lat: km, lng: 0 });

function need(trip: Partial<TripNeed["trip"]> = {}): TripNeed {
  const extras = { childSeats: 0, pets: 0, extraLuggage: 0 };
  return {
    trip: { passengers: 2, bags: 1, wheelchairs: 0, extras, vehicleClass: "standard", ...trip },
    ...{ from: at(10), to: at(30), pickupMs: PICKUP_MS, dropoffMs: PICKUP_MS + 20 * MINUTE },
    reservedVehicleId: vehicleId("V05"),
    payment: { method: "car" },
  };
}

function car(
  id: string,
  facts: Partial<CarFacts> & { vehicleClass?: VehicleClass } = {},
): CarFacts {
  const { vehicleClass = "standard", ...rest } = facts;
  const known = { name: `Bil ${id}`, vehicleClass, registration: "", inTraffic: true };
  const vehicle = plainVehicle({ id: vehicleId(id), ...known });
  const driver = plainDriver({ id: driverId(id), name: id, driverCode: "", vehicleId: vehicle.id });
  return {
    ...{ vehicle, driver, isInService: true, isOut: false, isOccupied: false },
    ...{ before: null, after: null, around: [] },
    ...rest,
  };
}

const before = (km: number, minutes: number) => ({
  reference: "K4Q7RM",
  atMs: PICKUP_MS - minutes * MINUTE,
  point: at(km),
});
const after = (km: number, minutes: number) => ({
  reference: "K4Q7RN",
  atMs: PICKUP_MS + minutes * MINUTE,
  point: at(km),
});

Deno.test("the reserved car comes first, then who drives and stands least; what speaks against a car puts it last", () => {
  const ranked = rankCandidates(need(), [
    car("V01", { isOut: true }),
    car("V02", { vehicleClass: "premium" }),
    car("V03", { before: before(7, 20) }),
    car("V04", { before: before(9, 20), after: after(31, 60) }),
    car("V05"),
    car("V06", { before: before(9, 200) }),
    car("V07", { before: before(200, 20) }),
    car("V08"),
  ], leg);
  assert.deepEqual(
    ranked.map(({ vehicleId }) => vehicleId),
    ["V05", "V04", "V03", "V08", "V06", "V02", "V07", "V01"],
  );
});

Deno.test("reasons say reserved or free, since when, until when, and what is driven empty", () => {
  const [reserved, follows] = rankCandidates(need(), [
    car("V05"),
    car("V04", { before: before(9, 20), after: after(33, 60), vehicleClass: "premium" }),
  ], leg);
  assert.deepEqual(reserved?.reasons, [
    { code: "reserved" },
    { code: "idle" },
    { code: "free-all-day" },
  ]);
  assert.equal(reserved.emptyMeters, null);
  assert.deepEqual(follows?.reasons, [
    { code: "follows", reference: "K4Q7RM", minutes: 20, meters: 1_000 },
    { code: "free-until", atMs: PICKUP_MS + 60 * MINUTE, meters: 3_000 },
    { code: "higher-class" },
  ]);
  assert.equal(follows.emptyMeters, 4_000);
});

Deno.test("a car that comes from too far, or would be late for its next trip, says by how many minutes", () => {
  const faultsOf = (facts: Partial<CarFacts>) =>
    rankCandidates(need(), [car("V01", facts)], leg)[0]?.faults;
  assert.deepEqual(faultsOf({ before: before(0, 10) }), []);
  assert.deepEqual(faultsOf({ before: before(0, 9) }), [
    { code: "too-far", canOverride: true, amount: 1 },
  ]);
  assert.deepEqual(faultsOf({ after: after(50, 35) }), [
    { code: "too-far", canOverride: true, amount: 5 },
  ]);
});

Deno.test("what law and physics forbid cannot be overridden, the rest can", () => {
  const cases: [FaultCode, boolean, Partial<TripNeed["trip"]>, Parameters<typeof car>[1]][] = [
    ["too-many-passengers", false, { passengers: 8 }, {}],
    ["no-wheelchair-place", false, { passengers: 1, wheelchairs: 1 }, {}],
    ["not-in-service", false, {}, { isInService: false }],
    ["out-of-traffic", false, {}, { isOut: true }],
    ["occupied", false, {}, { isOccupied: true }],
    ["no-driver", false, {}, { driver: null }],
    ["too-many-bags", true, { bags: 4 }, {}],
    ["lower-class", true, { vehicleClass: "premium" }, {}],
    ["kept-for-wheelchairs", true, {}, { vehicleClass: "wheelchair" }],
  ];
  for (const [code, canOverride, trip, facts] of cases) {
    const found = carFaults(need(trip), car("V01", facts));
    assert.deepEqual(found.map((one) => [one.code, one.canOverride]), [[code, canOverride]]);
  }
  const sold = car("V01");
  const parked = { ...sold, vehicle: { ...sold.vehicle, inTraffic: false } };
  assert.deepEqual(carFaults(need(), parked).map(({ code }) => code), ["out-of-traffic"]);
});

Deno.test("a car whose driver may take no money is for rides that are not paid in the car, whatever somebody's reason", () => {
  const { vehicle, ...rest } = car("V01");
  const unmetered: CarFacts = { ...rest, vehicle: { ...vehicle, regime: "fixed-price" } };
  const faults = PAYMENT_METHODS.map((method) => [
    method,
    carFaults({ ...need(), payment: { method } }, unmetered),
  ]);
  assert.deepEqual(faults, [
    ...["card", "swish", "invoice"].map((method) => [method, []]),
    ["car", [{ code: "takes-no-money", canOverride: false, amount: null }]],
  ]);
});

Deno.test("no party ever gets a car with fewer seats or places than it needs without a fault nobody can override", () => {
  const party = fc.record({
    passengers: fc.integer({ min: 1, max: 8 }),
    wheelchairs: fc.integer({ min: 0, max: 2 }),
    vehicleClass: fc.constantFrom(...VEHICLE_CLASSES),
  });
  fc.assert(
    fc.property(party, fc.constantFrom(...VEHICLE_CLASSES), (wanted, vehicleClass) => {
      const faults = carFaults(need(wanted), car("V01", { vehicleClass }));
      const room = CLASS_CAPACITY[vehicleClass];
      const isTight = wanted.passengers + wanted.wheelchairs > room.passengers ||
        wanted.wheelchairs > room.wheelchairs;
      assert.equal(faults.some(({ canOverride }) => !canOverride), isTight);
    }),
  );
});
