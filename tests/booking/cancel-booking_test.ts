import assert from "node:assert/strict";
import { cancelBooking, cancelBookingAsOperator } from "../../lib/booking/cancel-booking.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

/** An hour before the pickup that `aStoredBooking` has: 2026-11-24 10:00 in Sweden. */
const LIMIT = "2026-11-24T08:00:00Z";

Deno.test("cancelBooking() is free at the limit, keeps the reason, and gives the vehicle back", async () => {
  await using test = await testServices();
  const { link, booking } = await aStoredBooking(test.services);
  test.clock.set(LIMIT);
  const cancelled = await cancelBooking(test.services, { link, reason: "Sjuk", expectedFeeOre: 0 });
  assert(cancelled.status === "cancelled");
  const expected = { by: "customer", reason: "Sjuk", feeOre: 0, feeVat: "none", at: LIMIT };
  assert.deepEqual(cancelled.cancellation, expected);
  const { vehicleId } = booking.reservation;
  assert.equal(await test.services.schedules.anyFree([vehicleId], booking.reservation), true);
  await auditBookings(test.services.db);
});

Deno.test("cancelBooking() after the limit asks for the fee that is due now, and charges the one that was shown", async () => {
  await using test = await testServices();
  const { link, booking } = await aStoredBooking(test.services);
  test.clock.set(LIMIT);
  test.clock.advance({ milliseconds: 1 });
  const feeOre = Math.floor(booking.trip.totalOre / 200) * 100;
  const input = { link, reason: "", expectedFeeOre: 0 };
  const { details } = await refusal(
    cancelBooking(test.services, input),
    "cancellation-fee-changed",
  );
  assert.deepEqual(details, { feeOre });
  const cancelled = await cancelBooking(test.services, { ...input, expectedFeeOre: feeOre });
  assert(cancelled.status === "cancelled");
  assert.equal(cancelled.cancellation.feeOre, feeOre);
  assert.equal(cancelled.cancellation.feeVat, "none");
});

Deno.test("cancelBooking() refuses a fee that is higher than the one due: nobody pays by mistake", async () => {
  await using test = await testServices();
  const { link } = await aStoredBooking(test.services);
  const input = { link, reason: "", expectedFeeOre: 100 };
  await refusal(cancelBooking(test.services, input), "cancellation-fee-changed");
});

Deno.test("cancelBooking() twice, also at the same moment, is one cancellation", async () => {
  await using test = await testServices();
  const { link, booking } = await aStoredBooking(test.services);
  const input = { link, reason: "", expectedFeeOre: 0 };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => cancelBooking(test.services, input)),
  );
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  test.clock.set("2026-11-24T08:59:00Z");
  assert.deepEqual(await cancelBooking(test.services, input), answers[0]);
  assert.equal((await test.services.bookings.events(booking.id)).length, 2);
  await auditBookings(test.services.db);
});

Deno.test("cancelBooking() that finds its work done writes nothing, tells the feed nothing, and rings no bell", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { link } = await aStoredBooking(test.services);
  const input = { link, reason: "", expectedFeeOre: 0 };
  await cancelBooking(test.services, input);
  const written = async () =>
    (await Array.fromAsync(db.read.list({ prefix: [] })))
      .map(({ key, versionstamp }) => `${key.join(" ")} ${versionstamp}`);
  const before = await written();
  const rung: string[] = [];
  db.bell.listen(() => rung.push("rung"));
  await cancelBooking(test.services, input);
  assert.deepEqual(await written(), before);
  assert.deepEqual(rung, []);
});

Deno.test("cancelBooking() says that a booking is over, not that its fee has changed", async () => {
  await using test = await testServices();
  const { link, booking } = await aStoredBooking(test.services);
  await operatorCancels(test, booking.id, { expectedVersion: 1 });
  test.clock.set("2026-11-24T08:30:00Z");
  const input = { link, reason: "", expectedFeeOre: 0 };
  const { details } = await refusal(cancelBooking(test.services, input), "booking-state");
  assert.equal(details["status"], "cancelled");
});

Deno.test("cancelBooking() works for an assigned booking and refuses one whose ride has begun", async () => {
  await using test = await testServices();
  const assigned = await aStoredBooking(test.services);
  await operate(test, assigned.booking.id, ["assign"]);
  const input = { reason: "", expectedFeeOre: 0 };
  const answer = await cancelBooking(test.services, { ...input, link: assigned.link });
  assert.equal(answer.status, "cancelled");
  const riding = await aStoredBooking(test.services);
  await operate(test, riding.booking.id, ["assign", "depart", "arrive", "board"]);
  await refusal(cancelBooking(test.services, { ...input, link: riding.link }), "booking-state");
});

Deno.test("cancelBookingAsOperator() charges what the operator decided, at most the price", async () => {
  await using test = await testServices();
  const one = (await aStoredBooking(test.services)).booking;
  const kind = await operatorCancels(test, one.id, { feeOre: 1_200 });
  assert(kind.status === "cancelled");
  assert.equal(kind.cancellation.feeOre, 1_200);
  assert.equal(kind.cancellation.feeVat, "none");
  const two = (await aStoredBooking(test.services)).booking;
  const strict = await operatorCancels(test, two.id, { feeOre: 999_999_999 });
  assert(strict.status === "cancelled");
  assert.equal(strict.cancellation.feeOre, two.trip.totalOre);
  const [, event] = await test.services.bookings.events(two.id);
  assert(event?.type === "cancelled");
  assert.deepEqual([strict.cancellation.feeVat, event.feeVat], ["included", "included"]);
});

Deno.test("who was at fault stays with the cancellation: the customer's where they cancel, what the operator said, or nothing", async () => {
  await using test = await testServices();
  const own = await aStoredBooking(test.services);
  await cancelBooking(test.services, { link: own.link, reason: "", expectedFeeOre: 0 });
  const ours = (await aStoredBooking(test.services)).booking;
  await operatorCancels(test, ours.id, { fault: "company" });
  const unsaid = (await aStoredBooking(test.services)).booking;
  await operatorCancels(test, unsaid.id, {});
  const faults = await Promise.all([own.booking.id, ours.id, unsaid.id].map(async (id) => {
    const last = (await test.services.bookings.events(id)).at(-1);
    return last?.type === "cancelled" && last.fault;
  }));
  assert.deepEqual(faults, ["customer", "company", null]);
});

Deno.test("cancelBookingAsOperator() refuses a fee below zero or not in whole öre", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  for (const feeOre of [-1, 0.5, NaN, -Infinity]) {
    await assert.rejects(operatorCancels(test, booking.id, { feeOre }), { name: "InvariantError" });
  }
  assert.equal((await test.services.bookings.get(booking.id))?.booking.status, "confirmed");
});

Deno.test("cancelBookingAsOperator() tells an operator who saw an older version, and keeps who did it", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  await operate(test, booking.id, ["assign"]);
  await refusal(operatorCancels(test, booking.id, { expectedVersion: 1 }), "booking-changed");
  await operatorCancels(test, booking.id, { expectedVersion: 2 });
  const events = await test.services.bookings.events(booking.id);
  assert.deepEqual(events.at(-1)?.actor, { kind: "operator", id: null, name: "Sara" });
});

type Id = Awaited<ReturnType<typeof aStoredBooking>>["booking"]["id"];

function operatorCancels(
  test: TestServices,
  bookingId: Id,
  { feeOre = 0, expectedVersion = 1, fault }: {
    feeOre?: number;
    expectedVersion?: number;
    fault?: "company";
  },
) {
  return cancelBookingAsOperator(test.services, {
    bookingId,
    reason: "Bilen gick sönder",
    ...{ feeOre, fault },
    actor: { kind: "operator", id: null, name: "Sara" },
    expectedVersion,
  });
}

async function operate(
  test: TestServices,
  bookingId: Id,
  types: readonly ("assign" | "depart" | "arrive" | "board")[],
): Promise<void> {
  for (const [i, type] of types.entries()) {
    const command = type === "assign" ? { type, driverId: driverId("D01") } : { type };
    const actor = { kind: "operator", id: null, name: "Sara" } as const;
    await changeBooking(test.services, { bookingId, command, actor, expectedVersion: i + 1 });
  }
}
