import assert from "node:assert/strict";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import type { BookingId } from "../../lib/booking/booking.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { giveBackLateness, latenessReader } from "../../lib/booking/give-back-lateness.ts";
import { feeKeys } from "../../lib/fees/keys.ts";
import { SHIPPED_EDITION } from "../../lib/fees/fee-terms.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { readFeed } from "../../lib/kv/feed-reader.ts";
import { type Payment, paymentId } from "../../lib/payments/payment.ts";
import { addPayment } from "../../lib/payments/payment-store.ts";
import { aCapturedPayment } from "../support/payments.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const PAYMENT = "01KAMZ8N00AVANT1PAYMENT001";

Deno.test("a ride whose car came a quarter late gives back its part once, however often and by how many it is asked", async () => {
  await using test = await testServices();
  const { services } = test;
  const id = await aDrivenRide(test, 15, aCapturedPayment());
  await Promise.all([1, 2, 3].map(() => giveBackLateness(services, id)));
  await giveBackLateness(services, id);
  const [payment] = await services.payments.ofBooking(id);
  const back = payment?.refunds.map(({ amountOre, reason, by }) => [amountOre, reason, by]);
  const { trip } = (await services.bookings.get(id))!.booking;
  assert.deepEqual(back, [[Math.floor(trip.totalOre / 1_000) * 100, "late", "system"]]);
});

Deno.test("the feed's reader has it done by itself, once the ride can no longer be taken back", async () => {
  await using test = await testServices();
  const { services } = test;
  const read = async () => {
    while (!await readFeed({ ...services, onBehind: () => {} }, latenessReader(services)));
  };
  // Its first look begins at the end of the feed.
  await read();
  const id = await aDrivenRide(test, 25, aCapturedPayment());
  await read();
  test.clock.advance({ minutes: 10 });
  await runRoomJobs(services);
  const [payment] = await services.payments.ofBooking(id);
  assert.deepEqual(payment?.refunds.map(({ amountOre }) => amountOre), [10_000]);
});

for (
  const [name, minutes, payment] of [
    ["in time", 9, aCapturedPayment()],
    ["late but not yet paid", 25, aCapturedPayment({ status: "authorised", capturedOre: 0 })],
    ["late and paid in the car", 25, null],
  ] as const
) {
  Deno.test(`a ride that was ${name} gives nothing back`, async () => {
    await using test = await testServices();
    const id = await aDrivenRide(test, minutes, payment);
    await giveBackLateness(test.services, id);
    const [kept] = await test.services.payments.ofBooking(id);
    assert.deepEqual(kept?.refunds ?? [], []);
  });
}

Deno.test("what was refunded already is not given back again: the sum stays within what was taken", async () => {
  await using test = await testServices();
  const id = await aDrivenRide(test, 25, aCapturedPayment({ capturedOre: 4_000 }));
  await giveBackLateness(test.services, id);
  const [payment] = await test.services.payments.ofBooking(id);
  assert.deepEqual(payment?.refunds.map(({ amountOre }) => amountOre), [4_000]);
});

/** A ride under terms that give back ten per cent from ten minutes on and a hundred kronor from twenty on. */
async function aDrivenRide(
  test: TestServices,
  lateMinutes: number,
  payment: Payment | null,
): Promise<BookingId> {
  const { services, clock } = test;
  const bookedFrom = "2026-11-23";
  const lateness = [
    { fromMinutes: 10, amount: { kind: "percent" as const, percent: 10 } },
    { fromMinutes: 20, amount: { kind: "fixed" as const, ore: 10_000 } },
  ];
  const matrix = { ...SHIPPED_EDITION.matrix, lateness };
  await commitWithRetry(services.db, (tx) => {
    tx.set(feeKeys.feeEdition(bookedFrom), { bookedFrom, matrix });
    return Promise.resolve();
  });
  const { booking } = await aStoredBooking(services);
  const arrivalMs = Date.parse(booking.trip.pickup.instant) + lateMinutes * 60_000;
  clock.set(new Date(arrivalMs).toISOString());
  const actor = { kind: "operator", id: null, name: "Sara" } as const;
  const steps = ["assign", "depart", "arrive", "board", "complete"] as const;
  for (const [i, type] of steps.entries()) {
    const command = type === "assign" ? { type, driverId: driverId("D01") } : { type };
    await changeBooking(services, {
      bookingId: booking.id,
      command,
      actor,
      expectedVersion: i + 1,
    });
  }
  if (payment !== null) {
    await commitWithRetry(services.db, (tx) => {
      addPayment(tx, { ...payment, id: paymentId(PAYMENT), bookingId: booking.id });
      return Promise.resolve();
    });
  }
  return booking.id;
}
