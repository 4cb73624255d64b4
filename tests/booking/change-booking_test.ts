import assert from "node:assert/strict";
import type { Booking } from "../../lib/booking/booking.ts";
import { changeBooking, type OperatorCommand } from "../../lib/booking/change-booking.ts";
import { driverId, type Vehicle, vehicleId } from "../../lib/fleet/vehicle.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const ASSIGN = { type: "assign", driverId: driverId("D01") } as const;
const V02 = vehicleId("V02");

Deno.test("changeBooking() takes a booking through its whole ride, one version a step", async () => {
  await using test = await testServices();
  let { booking } = await aStoredBooking(test.services);
  const steps = [
    ASSIGN,
    { type: "depart" },
    { type: "arrive" },
    { type: "board" },
    { type: "complete" },
  ] as const;
  for (const command of steps) booking = await change(test, booking, command);
  assert.equal(booking.status, "completed");
  assert.equal(booking.version, 6);
  await auditBookings(test.services.db);
});

Deno.test("of two operators who saw the same version exactly one changes the booking", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  for (let round = 0; round < 5; round++) {
    const seen = await stored(test, booking);
    const command: OperatorCommand = seen.status === "confirmed"
      ? ASSIGN
      : { type: "unassign", reason: "byte" };
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () => change(test, seen, command)),
    );
    const losers = answers.filter((answer) => answer.status === "rejected");
    assert.equal(losers.length, 9);
    for (const { reason } of losers) {
      assert(reason instanceof DomainError && reason.code === "booking-changed");
    }
  }
  assert.equal((await stored(test, booking)).version, 6);
  await auditBookings(test.services.db);
});

Deno.test("changeBooking() tells who comes too late which version and status there is now", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  await change(test, booking, ASSIGN);
  const { details } = await refusal(change(test, booking, ASSIGN), "booking-changed");
  const since = [{
    ...{ type: "assigned", at: "2026-11-23T05:00:00Z", role: "operator", by: "Sara" },
    ...{ vehicleId: booking.reservation.vehicleId, fields: [] },
  }];
  assert.deepEqual(details, { status: "assigned", version: 2, since });
});

Deno.test("assigning another vehicle moves the reservation and frees the first vehicle", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const assigned = await change(test, booking, { ...ASSIGN, vehicleId: V02 });
  assert.equal(assigned.reservation.vehicleId, V02);
  const first = booking.reservation.vehicleId;
  assert.equal(await test.services.schedules.anyFree([first], booking.reservation), true);
  assert.equal(await test.services.schedules.anyFree([V02], booking.reservation), false);
  await auditBookings(test.services.db);
});

Deno.test("assigning a vehicle that is taken, out of traffic or unknown is refused and changes nothing", async () => {
  const vehicles: Vehicle[] = DEMO_VEHICLES.slice(0, 3)
    .map((vehicle, i) => ({ ...vehicle, inTraffic: i < 2 }));
  await using test = await testServices({ vehicles });
  const { booking } = await aStoredBooking(test.services);
  const other = (await aStoredBooking(test.services)).booking;
  const assign = (id: string) => change(test, booking, { ...ASSIGN, vehicleId: vehicleId(id) });
  await refusal(assign(other.reservation.vehicleId), "vehicle-not-free");
  await refusal(assign("V03"), "vehicle-not-free");
  await refusal(assign("V99"), "vehicle-not-found");
  await refusal(
    change(test, booking, { ...ASSIGN, driverId: driverId("D99") }),
    "driver-not-found",
  );
  assert.deepEqual(await stored(test, booking), booking);
  await auditBookings(test.services.db);
});

Deno.test("a customer who does not come pays the whole price, and the vehicle is free again", async () => {
  await using test = await testServices();
  let { booking } = await aStoredBooking(test.services);
  for (const command of [ASSIGN, { type: "depart" }, { type: "arrive" }] as const) {
    booking = await change(test, booking, command);
  }
  const { instant } = booking.trip.pickup;
  test.clock.set(
    Temporal.Instant.from(instant).add({ minutes: 9, seconds: 59, milliseconds: 999 }).toString(),
  );
  const soon = await refusal(change(test, booking, { type: "mark-no-show" }), "no-show-too-soon");
  assert.deepEqual(soon.details, { earliest: "2026-11-24T09:10:00.000Z" });
  test.clock.advance({ milliseconds: 1 });
  const missed = await change(test, booking, { type: "mark-no-show" });
  assert(missed.status === "no-show");
  assert.equal(missed.feeOre, booking.trip.totalOre);
  const { vehicleId: id } = booking.reservation;
  assert.equal(await test.services.schedules.anyFree([id], booking.reservation), true);
  await auditBookings(test.services.db);
});

Deno.test("changeBooking() refuses a booking that does not exist and a step out of order", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const unknown = { ...booking, id: "01KAMZ8N00AVANT1B00K1NG009" as Booking["id"] };
  await refusal(change(test, unknown, ASSIGN), "booking-not-found");
  await refusal(change(test, booking, { type: "complete" }), "booking-state");
});

Deno.test("who did what stands in the history", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  await change(test, booking, ASSIGN);
  const events = await test.services.bookings.events(booking.id);
  assert.deepEqual(events.map((event) => event.actor), [
    { kind: "customer" },
    { kind: "operator", id: null, name: "Sara" },
  ]);
});

function change(test: TestServices, seen: Booking, command: OperatorCommand): Promise<Booking> {
  return changeBooking(test.services, {
    bookingId: seen.id,
    command,
    actor: { kind: "operator", id: null, name: "Sara" },
    expectedVersion: seen.version,
  });
}

async function stored(test: TestServices, { id }: Booking): Promise<Booking> {
  const found = await test.services.bookings.get(id);
  assert(found);
  return found.booking;
}
