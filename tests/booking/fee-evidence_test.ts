// What a fee stands on: the arrival that stands, how long the car waited, and whether that is what the terms ask.
import assert from "node:assert/strict";
import type { Services } from "../../lib/assembly/services.ts";
import type { BookingId } from "../../lib/booking/booking.ts";
import { agreedTerms } from "../../lib/booking/cancellation-rules.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { type FeeEvidence, feeEvidence } from "../../lib/booking/fee-evidence.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { comeTo, happen } from "../support/driven-rides.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const MINUTE_MS = 60_000;

Deno.test("a car that was there and waited is enough, and the record says by whom and how long", async () => {
  await using test = await testServices();
  const { id, pickupMs } = await aRide(test);
  test.clock.set(new Date(pickupMs - 5 * MINUTE_MS).toISOString());
  await comeTo(test.services, id);
  const { waitMinutes } = await terms(test.services, id);
  test.clock.set(new Date(pickupMs + waitMinutes * MINUTE_MS).toISOString());
  await notCome(test.services, id);
  const found = await evidenceOf(test.services, id);
  assert(found !== null && found.isEnough);
  assert.equal(found.kind, "no-show");
  assert.equal(found.arrivedBy, "operator");
  assert.equal(found.waitedMinutes, waitMinutes);
  assert.equal(
    found.arrivedAt,
    new Date(pickupMs - 5 * MINUTE_MS).toISOString().replace(".000", ""),
  );
});

Deno.test("a car that came late has to wait from when it came, not from the pickup", async () => {
  await using test = await testServices();
  const { id, pickupMs } = await aRide(test);
  test.clock.set(new Date(pickupMs + 30 * MINUTE_MS).toISOString());
  await comeTo(test.services, id);
  const { waitMinutes } = await terms(test.services, id);
  await assert.rejects(
    notCome(test.services, id),
    (error) => error instanceof DomainError && error.code === "no-show-too-soon",
  );
  test.clock.advance({ minutes: waitMinutes });
  await notCome(test.services, id);
  assert.equal((await evidenceOf(test.services, id))?.waitedMinutes, waitMinutes);
});

Deno.test("one that was given up at once, as an earlier release let it, is too little", async () => {
  await using test = await testServices();
  const { id, pickupMs } = await aRide(test);
  test.clock.set(new Date(pickupMs + 30 * MINUTE_MS).toISOString());
  await comeTo(test.services, id);
  await happen(
    test.services,
    id,
    () => ({ type: "mark-no-show", feeOre: 10_000, feeVat: "none" }),
  );
  const found = await evidenceOf(test.services, id);
  assert.equal(found?.waitedMinutes, 0);
  assert.equal(found?.isEnough, false);
});

Deno.test("a cancellation stands on when it was made; without a fee there is nothing to show", async () => {
  await using test = await testServices();
  const { id } = await aRide(test);
  assert.equal(await evidenceOf(test.services, id), null);
  await happen(test.services, id, () => ({
    ...{ type: "cancel", by: "customer", reason: "", feeOre: 5_000, feeVat: "none" },
  }));
  const found = await evidenceOf(test.services, id);
  assert.equal(found?.kind, "cancel");
  assert.equal(found?.isEnough, true);
  assert.equal(found?.endedAt, test.clock.now().toString());
});

async function aRide({ services }: TestServices): Promise<{ id: BookingId; pickupMs: number }> {
  const { booking } = await aStoredBooking(services);
  return { id: booking.id, pickupMs: Date.parse(booking.trip.pickup.instant) };
}

async function notCome(services: Services, bookingId: BookingId) {
  const actor = { kind: "operator", id: null, name: "Sara" } as const;
  const expectedVersion = (await services.bookings.get(bookingId))?.booking.version ?? 0;
  const command = { type: "mark-no-show" } as const;
  return await changeBooking(services, { bookingId, command, actor, expectedVersion });
}

async function terms(services: Services, id: BookingId): Promise<{ waitMinutes: number }> {
  const stored = await services.bookings.get(id);
  assert(stored);
  const { waitMinutes } = agreedTerms(stored.booking);
  assert(waitMinutes > 0);
  return { waitMinutes };
}

async function evidenceOf({ bookings }: Services, id: BookingId): Promise<FeeEvidence | null> {
  const stored = await bookings.get(id);
  assert(stored);
  return feeEvidence(stored.booking, await bookings.events(id));
}
