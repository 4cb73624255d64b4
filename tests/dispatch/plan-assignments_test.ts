import assert from "node:assert/strict";
import type { Booking } from "../../lib/booking/booking.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { assignTrips } from "../../lib/dispatch/assign-trips.ts";
import {
  candidatesInPlan,
  type PlannedAssignment,
  type PlanWish,
  previewAssignments,
} from "../../lib/dispatch/plan-assignments.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import { driverId, type VehicleId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;
/** Three ordinary cars. */
const FLEET = DEMO_VEHICLES.slice(0, 3);
const [V01, V02, V03] = FLEET.map(({ id }) => id) as [VehicleId, VehicleId, VehicleId];

async function planned() {
  const test = await testServices({ vehicles: FLEET });
  const bookings = [
    (await aStoredBooking(test.services)).booking,
    (await aStoredBooking(test.services)).booking,
  ];
  return { test, bookings, ids: bookings.map(({ id }) => id) };
}

const wish = ({ id }: Booking, car: VehicleId, isFixed: boolean): PlanWish => ({
  ...{ bookingId: id, vehicleId: car, isFixed },
});
const carsOf = (plan: readonly PlannedAssignment[], bookings: readonly Booking[]) =>
  bookings.map(({ id }) => plan.find((one) => one.bookingId === id)?.car?.vehicleId);

async function assign(test: TestServices, { id: bookingId, version }: Booking, car: VehicleId) {
  await changeBooking(test.services, {
    ...{ bookingId, actor: SARA, expectedVersion: version },
    command: { type: "assign", driverId: driverId(`D${car.slice(1)}`), vehicleId: car },
  });
}

Deno.test("a trip that has a driver keeps it, unless a person chooses another car", async () => {
  const { test, bookings: [first], ids } = await planned();
  await using _test = test;
  assert(first);
  const { vehicleId: own } = first.reservation;
  await assign(test, first, own);
  const [plan] = await previewAssignments(test.services, ids.slice(0, 1));
  assert.deepEqual([plan?.refusal, plan?.car, plan?.version], ["has-driver", null, 2]);
  assert.equal(plan?.row.driverId, `D${own.slice(1)}`, "as it is now");
  const proposed = await previewAssignments(test.services, [first.id], [wish(first, V03, false)]);
  assert.equal(proposed[0]?.refusal, "has-driver", "a proposal takes it from nobody");
  const chosen = await previewAssignments(test.services, [first.id], [wish(first, V03, true)]);
  assert.deepEqual([chosen[0]?.refusal, chosen[0]?.car?.vehicleId], [null, V03]);
});

Deno.test("what a person chose stands, and the rest of the plan goes around it", async () => {
  const { test, bookings, ids } = await planned();
  await using _test = test;
  const [first, second] = bookings as [Booking, Booking];
  // The second trip takes a car of neither: the first keeps the one it was proposed.
  const before = await previewAssignments(test.services, ids);
  const [one] = carsOf(before, bookings) as [VehicleId, VehicleId];
  const kept = await previewAssignments(test.services, ids, [
    wish(second, V03, true),
    wish(first, one, false),
  ]);
  assert.deepEqual(carsOf(kept, bookings), [one, V03]);
  assert.deepEqual(kept.map(({ bookingId }) => bookingId), [second.id, first.id], "chosen first");
  // A proposal for the third car gives way to whoever was chosen for it.
  const around = await previewAssignments(test.services, ids, [
    wish(first, V03, false),
    wish(second, V03, true),
  ]);
  const [away, chosen] = carsOf(around, bookings);
  assert.equal(chosen, V03);
  assert.notEqual(away, V03);
  assert.equal(around.every((row) => row.refusal === null), true);
});

Deno.test("a chosen car that cannot is named with what speaks against it, and blocks nobody", async () => {
  const { test, bookings, ids } = await planned();
  await using _test = test;
  const [first, second] = bookings as [Booking, Booking];
  const taken = second.reservation.vehicleId;
  const plan = await previewAssignments(test.services, ids, [wish(first, taken, true)]);
  const [row, other] = plan;
  assert.equal(row?.refusal, "car-unfit");
  assert.deepEqual(row?.car?.faults.map(({ code }) => code), ["occupied"]);
  assert.equal(other?.car?.vehicleId, taken, "its own trip keeps it");
  const gone = await previewAssignments(test.services, ids, [wish(first, vehicleId("V99"), true)]);
  assert.equal(gone.find((one) => one.bookingId === first.id)?.refusal, null);
});

Deno.test("the cars for one trip of a plan leave out those a person gave to the others", async () => {
  const { test, bookings } = await planned();
  await using _test = test;
  const [first, second] = bookings as [Booking, Booking];
  const free = FLEET.map(({ id }) => id)
    .find((car) => car !== first.reservation.vehicleId && car !== second.reservation.vehicleId);
  assert(free !== undefined);
  const faultsOf = async (isFixed: boolean) => {
    const cars = await candidatesInPlan(test.services, first.id, [wish(second, free, isFixed)]);
    return cars.find((car) => car.vehicleId === free)?.faults.map(({ code }) => code);
  };
  assert.deepEqual(await faultsOf(true), ["occupied"]);
  assert.deepEqual(await faultsOf(false), [], "what was merely proposed gives way");
  const own = await candidatesInPlan(test.services, first.id, [wish(first, free, true)]);
  assert.equal(own.length, FLEET.length, "its own wish counts for nothing");
  await refusal(candidatesInPlan(test.services, bookingId("01X"), []), "booking-not-found");
});

Deno.test("a plan that is carried out in its order holds, also when cars change hands in it", async () => {
  const { test, bookings, ids } = await planned();
  await using _test = test;
  const [first, second] = bookings as [Booking, Booking];
  const mine = first.reservation.vehicleId;
  const free = [V01, V02, V03].find((car) => car !== mine && car !== second.reservation.vehicleId)!;
  // The first goes to the free car, and only then can the second have the first one's.
  const plan = await previewAssignments(test.services, ids.toReversed(), [
    wish(second, mine, false),
    wish(first, free, true),
  ]);
  assert.deepEqual(carsOf(plan, bookings), [free, mine]);
  const wanted = plan.map(({ bookingId, version, car }) => ({
    ...{ bookingId, expectedVersion: version, overrideReason: null },
    driverId: car?.driverId ?? driverId("D99"),
  }));
  const results = await assignTrips(test.services, { wanted, actor: SARA, idempotencyKey: null });
  assert.deepEqual(results.map(({ ok }) => ok), [true, true]);
  await auditBookings(test.services.db);
});
