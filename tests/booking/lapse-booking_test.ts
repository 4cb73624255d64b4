import assert from "node:assert/strict";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { lapseBooking } from "../../lib/booking/lapse-booking.ts";
import type { DomainErrorCode } from "../../lib/errors/domain-error.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";

Deno.test("what is paid by card holds its car and is no booking yet", async () => {
  await using test = await testServices();
  const { booking } = await held(test);
  assert(booking.status === "awaiting-payment");
  assert.equal(Date.parse(booking.until) - Date.parse(booking.createdAt), 15 * 60_000);
  const { reservation } = booking;
  assert.equal(
    await test.services.schedules.anyFree([reservation.vehicleId], reservation),
    false,
  );
  await auditBookings(test.services.db);
});

Deno.test("nobody paid in time: the car is free, and the same price is sold to whoever sends it again", async () => {
  await using test = await testServices();
  const first = await held(test);
  test.clock.advance({ minutes: 14 });
  await runRoomJobs(test.services);
  assert.equal((await read(test, first.booking.id)).status, "awaiting-payment");
  test.clock.advance({ minutes: 1 });
  await runRoomJobs(test.services);
  const lapsed = await read(test, first.booking.id);
  assert.equal(lapsed.status, "lapsed");
  const { reservation } = lapsed;
  assert(await test.services.schedules.anyFree([reservation.vehicleId], reservation));
  assert.equal(await lapseBooking(test.services, lapsed.id).then(({ version }) => version), 2);
  await auditBookings(test.services.db);
});

Deno.test("the price of a booking that lapsed is bought again while it holds, by the form that was sent before", async () => {
  await using test = await testServices();
  Object.assign(test.services, { config: { ...test.services.config, paymentHoldMinutes: 5 } });
  const first = await held(test);
  test.clock.advance({ minutes: 5 });
  await runRoomJobs(test.services);
  const second = await aStoredBooking(test.services, first.input);
  assert.notEqual(second.booking.id, first.booking.id);
  assert.equal(second.booking.status, "awaiting-payment");
  assert.equal(
    await refusal(aStoredBooking(test.services, { ...first.input, idempotencyKey: "another" })),
    "quote-used",
  );
  await auditBookings(test.services.db);
});

Deno.test("a hold ends with its pickup at the latest, and a booking that is paid in the car has none", async () => {
  await using test = await testServices();
  Object.assign(test.services, { config: { ...test.services.config, paymentHoldMinutes: 60 } });
  const { booking } = await held(test);
  assert(booking.status === "awaiting-payment");
  assert(Date.parse(booking.until) <= Date.parse(booking.trip.pickup.instant));
  const paid = await aStoredBooking(test.services);
  assert.equal(paid.booking.status, "confirmed");
  test.clock.advance({ minutes: 60 });
  await runRoomJobs(test.services);
  assert.equal((await read(test, paid.booking.id)).status, "confirmed");
});

async function held(test: TestServices) {
  const quote = await aQuote(test.services);
  const input = { quote, method: "card", idempotencyKey: quote.id } as const;
  return { input, ...await aStoredBooking(test.services, input) };
}

async function read({ services }: TestServices, id: Parameters<typeof lapseBooking>[1]) {
  const stored = await services.bookings.get(id);
  assert(stored !== null);
  return stored.booking;
}

async function refusal(doing: Promise<unknown>): Promise<DomainErrorCode | null> {
  try {
    await doing;
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
