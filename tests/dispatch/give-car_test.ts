import assert from "node:assert/strict";
import type { Booking } from "../../lib/booking/booking.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { undoAct } from "../../lib/booking/undo-act.ts";
import { findCandidates } from "../../lib/dispatch/find-candidates.ts";
import { assignTrip, moveTrip } from "../../lib/dispatch/give-car.ts";
import { assignTrips } from "../../lib/dispatch/assign-trips.ts";
import { previewAssignments } from "../../lib/dispatch/plan-assignments.ts";
import {
  putBackInTraffic,
  takeOutOfTraffic,
  tripsToMove,
} from "../../lib/dispatch/vehicle-outage.ts";
import { driverId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { VehicleSchedules } from "../../lib/fleet/vehicle-schedule-store.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;
const SEEN = { actor: SARA, expectedVersion: 1, overrideReason: null, idempotencyKey: null };
/** Two ordinary cars, V17 a finer one, and whatever is a van. */
const FLEET = [...DEMO_VEHICLES.slice(0, 2), ...DEMO_VEHICLES.slice(16, 17)];
const V01 = vehicleId("V01");
const V02 = vehicleId("V02");

Deno.test("another class than was paid for needs a reason, which the history keeps", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services, { vehicleClass: "van" });
  const input = { ...SEEN, bookingId: booking.id, driverId: driverId("D01") };
  const { details } = await refusal(assignTrip(services, input), "car-unfit");
  assert.deepEqual(details, {
    faults: [{ code: "lower-class", canOverride: true, amount: null }],
    canOverride: true,
  });
  await assignTrip(services, { ...input, overrideReason: "kunden är nöjd" });
  const events = await services.bookings.events(booking.id);
  assert.deepEqual(events.map(({ type }) => type), ["confirmed", "overrode", "assigned"]);
  const overrode = events[1];
  assert(overrode?.type === "overrode");
  assert.deepEqual([overrode.refusals, overrode.reason], [["lower-class"], "kunden är nöjd"]);
  await auditBookings(services.db);
});

Deno.test("no reason gives a car without seats for all, and none one that is out of traffic", async () => {
  await using test = await testServices();
  const { services } = test;
  const wheelchair = await aStoredBooking(services, { vehicleClass: "wheelchair" });
  const input = { ...SEEN, bookingId: wheelchair.booking.id, driverId: driverId("D01") };
  const forced = { ...input, overrideReason: "det går nog" };
  const refused = await refusal(assignTrip(services, forced), "car-unfit");
  assert.equal(refused.details["canOverride"], false);
  const { booking } = await aStoredBooking(services);
  await takenOut(test, booking, booking.reservation.vehicleId);
  const drivers = await services.fleet.drivers();
  const own = drivers.find((one) => one.vehicleId === booking.reservation.vehicleId);
  assert(own);
  const parked = { ...forced, bookingId: booking.id, driverId: own.id };
  await refusal(assignTrip(services, parked), "car-unfit");
  assert.equal((await stored(test, booking)).version, 1);
});

Deno.test("moving a trip frees the one car and takes the other in one commit; its driver comes with the car", async () => {
  await using test = await testServices({ vehicles: FLEET });
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const from = booking.reservation.vehicleId;
  const to = from === V01 ? V02 : V01;
  await moveTrip(services, { ...SEEN, bookingId: booking.id, vehicleId: to });
  const moved = await stored(test, booking);
  assert.deepEqual([moved.status, moved.reservation.vehicleId], ["confirmed", to]);
  assert.equal(await services.schedules.anyFree([from], booking.reservation), true);
  assert.equal(await services.schedules.anyFree([to], booking.reservation), false);
  const again = { ...SEEN, expectedVersion: 2, bookingId: booking.id, vehicleId: to };
  await refusal(moveTrip(services, again), "nothing-changed");
  const driver = driverId(`D${to.slice(1)}`);
  await changeBooking(services, {
    ...{ bookingId: booking.id, actor: SARA, expectedVersion: 2 },
    command: { type: "assign", driverId: driver },
  });
  const act = await moveTrip(services, {
    ...{ ...SEEN, expectedVersion: 3, bookingId: booking.id, vehicleId: from },
  });
  const assigned = await stored(test, booking);
  assert(assigned.status === "assigned");
  assert.equal(assigned.driverId, `D${from.slice(1)}`);
  await undoAct(services, { id: act.id, actor: SARA });
  const back = await stored(test, booking);
  assert(back.status === "assigned");
  assert.deepEqual([back.driverId, back.reservation.vehicleId], [driver, to]);
  await auditBookings(services.db);
});

Deno.test("cars that drive another trip then are named last, with the trips before and after told of", async () => {
  await using test = await testServices({ vehicles: FLEET });
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const { booking: rival } = await aStoredBooking(services);
  const { booking: earlier } = await aStoredBooking(services, { wallTime: "2026-11-24T08:00" });
  const { version, candidates } = await findCandidates(services, booking.id);
  assert.equal(version, 1);
  assert.equal(candidates[0]?.vehicleId, booking.reservation.vehicleId);
  const last = candidates.at(-1);
  assert.equal(last?.vehicleId, rival.reservation.vehicleId);
  assert.deepEqual(last?.faults.map(({ code }) => code), ["occupied"]);
  const follower = candidates.find(({ vehicleId }) => vehicleId === earlier.reservation.vehicleId);
  const follows = follower?.reasons.find(({ code }) => code === "follows");
  assert(follows?.code === "follows");
  assert.equal(follows.reference, earlier.reference);
  assert.equal(follows.minutes, 120 - Math.round(earlier.trip.route.durationSeconds / 60));
});

Deno.test("trips of last night and of tomorrow say nothing of a car now; one for wheelchairs is not called finer", async () => {
  const kept = DEMO_VEHICLES.filter((one) => one.vehicleClass === "wheelchair").slice(0, 1);
  await using test = await testServices({ vehicles: [...FLEET.slice(0, 1), ...kept] });
  const { services } = test;
  const { booking } = await aStoredBooking(services, { wallTime: "2026-11-24T12:00" });
  await aStoredBooking(services, { wallTime: "2026-11-24T04:30" });
  await aStoredBooking(services, { wallTime: "2026-11-25T06:00" });
  const { candidates } = await findCandidates(services, booking.id);
  assert.deepEqual(candidates.map(({ reasons }) => reasons.map(({ code }) => code)), [
    ["reserved", "idle", "free-all-day"],
    ["idle", "free-all-day"],
  ]);
  assert.deepEqual(candidates[1]?.faults.map(({ code }) => code), ["kept-for-wheelchairs"]);
});

Deno.test("a plan gives no car twice, and its execution is true for each trip", async () => {
  await using test = await testServices({ vehicles: FLEET });
  const { services } = test;
  const bookings = [];
  for (let i = 0; i < 2; i++) bookings.push((await aStoredBooking(services)).booking);
  const premium = await aStoredBooking(services, { vehicleClass: "premium" });
  bookings.push(premium.booking);
  const { booking: over } = await aStoredBooking(services, { wallTime: "2026-11-25T10:00" });
  await changeBooking(services, {
    ...{ bookingId: over.id, actor: SARA, expectedVersion: 1 },
    command: { type: "assign", driverId: driverId("D01"), vehicleId: V01 },
  });
  for (const type of ["depart", "arrive"] as const) {
    const { version } = await stored(test, over);
    await changeBooking(services, {
      ...{ bookingId: over.id, actor: SARA, expectedVersion: version, command: { type } },
    });
  }
  const plan = await previewAssignments(services, [...bookings, over].map(({ id }) => id));
  const cars = plan.flatMap(({ car }) => car === null ? [] : [car.vehicleId]);
  assert.deepEqual(cars.toSorted(), ["V01", "V02", "V17"]);
  assert.deepEqual(plan.map(({ refusal }) => refusal), [null, null, null, "booking-state"]);
  const [first] = plan;
  assert(first);
  await changeBooking(services, {
    ...{ bookingId: first.bookingId, actor: SARA, expectedVersion: 1 },
    command: { type: "assign", driverId: driverId("D01"), vehicleId: first.car?.vehicleId },
  });
  const wanted = plan.slice(0, 3).map(({ bookingId, version, car }) => ({
    ...{ bookingId, expectedVersion: version, overrideReason: null },
    driverId: car?.driverId ?? driverId("D99"),
  }));
  const results = await assignTrips(services, { wanted, actor: SARA, idempotencyKey: "one press" });
  assert.deepEqual(
    results.map((one) => one.ok ? "assigned" : one.code),
    ["booking-changed", "assigned", "assigned"],
  );
  for (const [i, one] of results.entries()) {
    const now = await stored(test, { id: one.bookingId });
    assert.equal(now.status, "assigned", `trip ${i}`);
    assert.equal(now.version, 2);
  }
  await auditBookings(services.db);
});

Deno.test("a car out of traffic is sold to nobody, its trips are listed with cars for them, and it comes back", async () => {
  await using test = await testServices({ vehicles: FLEET });
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const own = booking.reservation.vehicleId;
  const other = own === V01 ? V02 : V01;
  const act = await takenOut(test, booking, own);
  const time = { startMs: booking.reservation.startMs, endMs: null };
  const trips = await tripsToMove(services, own, time);
  assert.deepEqual(trips.map((trip) => trip.bookingId), [booking.id]);
  assert.deepEqual(trips[0]?.candidates.map((one) => one.vehicleId), [other, "V17"]);
  const second = await aStoredBooking(services);
  assert.equal(second.booking.reservation.vehicleId, other);
  await refusal(aStoredBooking(services), "no-vehicle-free");
  const { outages } = await services.schedules.outages.of(own);
  assert.deepEqual(await services.schedules.outages.all(), [{ vehicleId: own, outages }]);
  assert.deepEqual(outages.map(({ reason, by }) => [reason, by]), [["punktering", "Sara"]]);
  await putBackInTraffic(services, {
    ...{ vehicleId: own, outageId: outages[0]?.id ?? "", atMs: booking.reservation.startMs },
    ...{ actor: SARA, idempotencyKey: null },
  });
  assert.deepEqual(await services.schedules.outages.of(own), { outages: [] });
  await refusal(undoAct(services, { id: act.id, actor: SARA }), "undo-overtaken");
  await auditBookings(services.db);
});

Deno.test("taking a car out is undone with everything else, and another instance sees both in its commits", async () => {
  await using test = await testServices({ vehicles: FLEET.slice(0, 1) });
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const stale = new VehicleSchedules(services.db);
  const later = { startMs: booking.reservation.endMs, endMs: booking.reservation.endMs + 60_000 };
  assert.equal(await stale.anyFree([V01], later), true);
  const act = await takenOut(test, booking, V01);
  await refusal(
    aStoredBooking({ ...services, schedules: stale }, { wallTime: "2026-11-24T14:00" }),
    "no-vehicle-free",
  );
  await undoAct(services, { id: act.id, actor: SARA });
  await aStoredBooking(services, { wallTime: "2026-11-24T14:00" });
  await auditBookings(services.db);
});

Deno.test("a candidate says what else its car does around the trip, other trips as they are driven", async () => {
  await using test = await testServices({ vehicles: FLEET });
  const { services } = test;
  const { booking: other } = await aStoredBooking(services, { wallTime: "2026-11-24T12:00" });
  const { booking } = await aStoredBooking(services, { wallTime: "2026-11-24T10:30" });
  await takenOut(test, booking, V02);
  const { candidates, trip, shown } = await findCandidates(services, booking.id);
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  const driven = (one: Booking) => {
    const startMs = Date.parse(one.trip.pickup.instant);
    return { startMs, endMs: startMs + one.trip.route.durationSeconds * 1000 };
  };
  assert.deepEqual(trip, driven(booking));
  assert.equal(shown.startMs, pickupMs - 2 * 60 * 60_000);
  const around = (id: string) => candidates.find((one) => one.vehicleId === id)?.around;
  assert.deepEqual(around(other.reservation.vehicleId), [{ kind: "trip", ...driven(other) }]);
  const { startMs } = booking.reservation;
  assert.deepEqual(around(V02), [{ kind: "out", startMs, endMs: null }]);
});

function takenOut({ services }: TestServices, { reservation }: Booking, id: typeof V01) {
  return takeOutOfTraffic(services, {
    ...{ vehicleId: id, startMs: reservation.startMs, endMs: null, reason: "punktering" },
    ...{ actor: SARA, idempotencyKey: null },
  });
}

async function stored({ services }: TestServices, { id }: Pick<Booking, "id">): Promise<Booking> {
  const found = await services.bookings.get(id);
  assert(found);
  return found.booking;
}
