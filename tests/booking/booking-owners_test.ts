import assert from "node:assert/strict";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { type BookingId, bookingId } from "../../lib/booking/booking.ts";
import {
  bookingsUnder,
  disown,
  guestBookings,
  type OwnBookings,
  ownBookings,
  type Owner,
  takeOverBookings,
} from "../../lib/booking/booking-owners.ts";
import { changeDetails } from "../../lib/booking/change-details.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { ownersOfBookings } from "../../lib/booking/work.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { readList } from "../../lib/kv/read.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aQuote, aStoredBooking, MAJA } from "../support/trips.ts";

const PERSON = "01KAQ0000000000000000000AA";
const BY_PHONE: Owner = { kind: "phone", at: MAJA.phone };
const BY_MAIL: Owner = { kind: "email", at: "maja@avanti.example" };
const BY_PERSON: Owner = { kind: "person", at: PERSON };

const idsOf = async ({ services }: TestServices, ...owners: Owner[]) =>
  (await ownBookings(services, owners)).bookings.map(({ id }) => id);

async function bookedBy({ services }: TestServices, id?: string) {
  const quote = await aQuote(services);
  const input = {
    quoteId: quote.id,
    vehicleClass: "standard",
    contact: MAJA,
    flightNumber: "",
    note: "",
    locale: "sv",
    idempotencyKey: "",
  } as const;
  const actor = id === undefined
    ? { kind: "customer" } as const
    : { kind: "customer", id } as const;
  return await createBooking(services, input, { actor, sender: "", mayExceed: true });
}

Deno.test("a booking is found by its number, by its address in any letters, and by nobody else's", async () => {
  await using test = await testServices();
  const contact = { ...MAJA, email: "Maja@avanti.example" };
  const { booking } = await aStoredBooking(test.services, { contact });
  assert.deepEqual(await idsOf(test, BY_PHONE), [booking.id]);
  assert.deepEqual(await idsOf(test, BY_MAIL), [booking.id]);
  assert.deepEqual(await idsOf(test, BY_PHONE, BY_MAIL), [booking.id], "once");
  assert.deepEqual(await idsOf(test, { kind: "phone", at: "+46701740605" }), []);
  assert.deepEqual(await idsOf(test, BY_PERSON), []);
});

Deno.test("who is signed in owns what they book, and its first event says so", async () => {
  await using test = await testServices();
  const { booking } = await bookedBy(test, PERSON);
  assert.deepEqual(await idsOf(test, BY_PERSON), [booking.id]);
  const [confirmed] = await test.services.bookings.events(booking.id);
  assert.deepEqual(confirmed?.actor, { kind: "customer", id: PERSON });
  await bookedBy(test);
  assert.deepEqual(await idsOf(test, BY_PERSON), [booking.id], "a guest's is no person's");
});

Deno.test("a number that was corrected no longer finds the booking, the new one does, in the same commit", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking, link } = await bookedBy(test, PERSON);
  await changeDetails(services, { link, phone: "+46701740605", flightNumber: "", note: "" });
  assert.deepEqual(await idsOf(test, BY_PHONE), []);
  assert.deepEqual(await idsOf(test, { kind: "phone", at: "+46701740605" }), [booking.id]);
  assert.deepEqual(await idsOf(test, BY_PERSON), [booking.id], "the owner stays");
});

Deno.test("a guest's bookings are taken over once, and only those of the reaches that were shown", async () => {
  await using test = await testServices();
  const { services } = test;
  const one = (await bookedBy(test)).booking.id;
  const other = { ...MAJA, phone: "+46701740606" };
  await aStoredBooking(services, { contact: other });
  assert.deepEqual(await guestBookings(services, PERSON, [BY_PHONE]), [one]);
  assert.equal(await takeOverBookings(services, PERSON, [BY_PHONE]), 1);
  assert.deepEqual(await idsOf(test, BY_PERSON), [one]);
  assert.equal(await takeOverBookings(services, PERSON, [BY_PHONE]), 0);
  assert.equal(await takeOverBookings(services, PERSON, []), 0);
});

Deno.test("a list is read a page at a time, the one made last first, and nothing twice", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const made: BookingId[] = [];
  for (let i = 0; i < 5; i++) {
    clock.advance({ minutes: 1 });
    const wallTime = `2026-11-2${4 + i}T10:00`;
    made.unshift((await aStoredBooking(services, { wallTime })).booking.id);
  }
  const read: BookingId[] = [];
  let before: BookingId | null = null;
  do {
    const page: OwnBookings = await ownBookings(services, [BY_PHONE], { before, limit: 2 });
    read.push(...page.bookings.map(({ id }) => id));
    before = page.next;
  } while (before !== null);
  assert.deepEqual(read, made);
});

Deno.test("bookings of earlier releases are found once the walk over them is done", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await bookedBy(test);
  const { prefix } = bookingKeys.bookingByOwner;
  for (const { key } of await readList(services.db.read, { prefix }, 10)) {
    await services.db.write.delete(key);
  }
  assert.deepEqual(await idsOf(test, BY_PHONE), []);
  assert.equal(await ownersOfBookings(services).step(services.db), "done");
  assert.deepEqual(await idsOf(test, BY_PHONE), [booking.id]);
});

Deno.test("the index holds neither numbers nor addresses", async () => {
  await using test = await testServices();
  await aStoredBooking(test.services, { contact: { ...MAJA, email: BY_MAIL.at } });
  const { prefix } = bookingKeys.bookingByOwner;
  const rows = await readList(test.services.db.read, { prefix }, 10);
  assert.equal(rows.length, 2);
  const text = JSON.stringify(rows);
  assert(!text.includes(MAJA.phone) && !text.includes("maja"));
});

Deno.test("a row that names another booking than its key is taken out like any other", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const [id, other] = [bookingId("01KAQ0000000000000000000B1"), bookingId(PERSON)];
  await commitWithRetry(db, (tx) => {
    tx.set(bookingKeys.bookingByOwner("mark", id), other);
    return Promise.resolve();
  });
  assert.deepEqual(await bookingsUnder({ db }, "mark", 10), [id]);
  await disown({ db }, "mark", [id]);
  assert.deepEqual(await bookingsUnder({ db }, "mark", 10), []);
});
