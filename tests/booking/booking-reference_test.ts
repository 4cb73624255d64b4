import assert from "node:assert/strict";
import {
  findReference,
  markedReferences,
  writeReference,
} from "../../lib/booking/booking-reference.ts";
import { type Booking, bookingId } from "../../lib/booking/booking.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const REFERENCE = "K4Q7RM";
const OTHER = bookingId("01KAMZ8N00AVANT1B00K1NG002");

Deno.test("a booking is found by its reference, and no key of the database has the code", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  assert.equal(await services.bookings.idOf(booking.reference), booking.id);
  assert.equal(await services.bookings.idOf("ZZZZZZ"), null);
  const rows = await Array.fromAsync(services.db.read.list({ prefix: [] }));
  assert.deepEqual(rows.filter(({ key }) => key.includes(booking.reference)), []);
  const [marked] = await Array.fromAsync(services.db.read.list({ prefix: ["bookingByMark"] }));
  assert.equal(String(marked?.key[1]).length, 43);
});

Deno.test("two bookings never have one reference, the one of an earlier release neither", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  await services.db.write.set(bookingKeys.bookingByReference(REFERENCE), booking.id);
  for (const reference of [booking.reference, REFERENCE]) {
    const tx = new Transaction(services.db);
    await writeReference(services, tx, { id: OTHER, reference });
    assert.equal(await tx.commit(), null, reference);
    assert.equal(await findReference(services, reference), booking.id);
  }
});

Deno.test("references of earlier releases are found before, while and after they are walked over", async () => {
  await using test = await testServices();
  const { services } = test;
  const made: Booking[] = [];
  for (let hour = 10; hour < 22; hour++) {
    const { booking } = await aStoredBooking(services, { wallTime: `2026-11-24T${hour}:00` });
    made.push(booking);
    await services.db.write.set(bookingKeys.bookingByReference(booking.reference), booking.id);
  }
  for await (const { key } of services.db.read.list({ prefix: ["bookingByMark"] })) {
    await services.db.write.delete(key);
  }
  const found = async () => {
    for (const { reference, id } of made) {
      assert.equal(await findReference(services, reference), id);
    }
  };
  await found();
  const walk = markedReferences(services);
  while (await walk.step(services.db) !== "done") await found();
  await found();
  const left = await Array.fromAsync(services.db.read.list({ prefix: ["bookingByReference"] }));
  assert.deepEqual(left, []);
});
