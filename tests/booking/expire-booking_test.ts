import assert from "node:assert/strict";
import { changeBooking, type OperatorCommand } from "../../lib/booking/change-booking.ts";
import { expireBooking, EXPIRES_AFTER_MS } from "../../lib/booking/expire-booking.ts";
import { quoteReschedule, rescheduleBooking } from "../../lib/booking/reschedule-booking.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { readWallTime } from "../../lib/kernel/wall-time.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const PICKUP_MS = Date.parse("2026-11-24T09:00:00Z");

Deno.test("a confirmed booking nobody served expires by its job two hours after the pickup, and frees its vehicle", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  await workAt(test, PICKUP_MS + EXPIRES_AFTER_MS - 1);
  assert.equal(await statusOf(test, booking.id), "confirmed");
  await workAt(test, PICKUP_MS + EXPIRES_AFTER_MS);
  assert.equal(await statusOf(test, booking.id), "expired");
  const { vehicleId } = booking.reservation;
  assert.equal(await test.services.schedules.anyFree([vehicleId], booking.reservation), true);
  const events = await test.services.bookings.events(booking.id);
  assert.deepEqual(events.at(-1)?.actor, { kind: "system" });
  await auditBookings(test.services.db);
});

Deno.test("an expiry that runs again, early or for an assigned booking changes nothing", async () => {
  await using test = await testServices();
  const one = (await aStoredBooking(test.services)).booking;
  assert.deepEqual(await expireBooking(test.services, one.id), one);
  const assigned = await changeBooking(test.services, {
    bookingId: one.id,
    command: { type: "assign", driverId: driverId("D01") },
    actor: { kind: "system" },
    expectedVersion: 1,
  });
  await workAt(test, PICKUP_MS + EXPIRES_AFTER_MS);
  assert.deepEqual(await expireBooking(test.services, one.id), assigned);
});

Deno.test("a booking that loses its driver after its expiry came and went expires all the same", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const change = (command: OperatorCommand, expectedVersion: number) =>
    changeBooking(test.services, {
      bookingId: booking.id,
      command,
      actor: { kind: "system" },
      expectedVersion,
    });
  await change({ type: "assign", driverId: driverId("D01") }, 1);
  await workAt(test, PICKUP_MS + EXPIRES_AFTER_MS);
  assert.equal(await statusOf(test, booking.id), "assigned");
  await change({ type: "unassign", reason: "" }, 2);
  await workAt(test, PICKUP_MS + EXPIRES_AFTER_MS + 60_000);
  assert.equal(await statusOf(test, booking.id), "expired");
});

Deno.test("expiring twice at the same moment is one expiry", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  test.clock.set("2026-11-25T00:00:00Z");
  await Promise.all(Array.from({ length: 5 }, () => expireBooking(test.services, booking.id)));
  assert.equal((await test.services.bookings.events(booking.id)).length, 2);
});

Deno.test("a moved booking expires by its new pickup; the job of the old one leaves it alone", async () => {
  await using test = await testServices();
  const { booking, link } = await aStoredBooking(test.services);
  const reading = readWallTime("2026-11-24T15:00");
  assert(reading.kind === "one");
  const quote = await quoteReschedule(test.services, { link, pickup: reading.pickup });
  await rescheduleBooking(test.services, { link, quoteId: quote.id });
  await workAt(test, PICKUP_MS + EXPIRES_AFTER_MS);
  assert.equal(await statusOf(test, booking.id), "confirmed");
  await workAt(test, Date.parse(reading.pickup.instant) + EXPIRES_AFTER_MS);
  assert.equal(await statusOf(test, booking.id), "expired");
});

async function workAt(test: TestServices, ms: number): Promise<void> {
  test.clock.set(Temporal.Instant.fromEpochMilliseconds(ms).toString());
  await runRoomJobs(test.services);
}

type Id = Parameters<TestServices["services"]["bookings"]["get"]>[0];

async function statusOf(test: TestServices, id: Id): Promise<string | undefined> {
  return (await test.services.bookings.get(id))?.booking.status;
}
