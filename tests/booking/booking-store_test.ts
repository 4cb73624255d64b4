import { timeOf } from "../../lib/kernel/wall-time.ts";
import assert from "node:assert/strict";
import { bookingId } from "../../lib/booking/booking.ts";
import { decide, evolve } from "../../lib/booking/booking-rules.ts";
import { writeBooking } from "../../lib/booking/booking-store.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { assertVersion } from "../../lib/booking/booking-version.ts";
import { bookedTrip } from "../../lib/booking/booked-trip.ts";
import { refusal } from "../support/refusal.ts";
import { InvariantError } from "../../lib/kernel/invariant.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { aBooking, aCommand, aConfirmation, AT } from "../support/bookings.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { testServices } from "../support/services.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";

Deno.test("listDay() gives a local day by pickup, whole and in pages, without a gap or a repetition", async () => {
  await using test = await testServices();
  const times = ["00:00", "00:05", "07:30", "12:00", "12:00", "23:55"];
  for (const time of times) await aStoredBooking(test.services, { wallTime: `2026-11-25T${time}` });
  await aStoredBooking(test.services, { wallTime: "2026-11-24T23:55" });
  await aStoredBooking(test.services, { wallTime: "2026-11-26T00:00" });
  const { bookings } = test.services;
  const whole = await bookings.listDay("2026-11-25");
  assert.deepEqual(whole.map((row) => timeOf(row.wallTime)), times);
  for (const size of [1, 2, 4, 6, 7]) {
    const paged = [];
    let page = await bookings.listDay("2026-11-25", size);
    while (page.length > 0 && paged.length <= whole.length) {
      paged.push(...page);
      page = await bookings.listDay("2026-11-25", size, page.at(-1));
    }
    assert.deepEqual(paged, whole, `pages of ${size}`);
  }
  assert.deepEqual(await bookings.listDay("2026-11-27"), []);
});

Deno.test("listDay() counts a night with two three-o'clocks to its local day, in the order of the instants", async () => {
  await using test = await testServices({ now: "2026-10-24T05:00:00Z" });
  for (const wallTime of ["2026-10-25T03:30", "2026-10-25T02:30", "2026-10-25T00:00"]) {
    await aStoredBooking(test.services, { wallTime });
  }
  const rows = await test.services.bookings.listDay("2026-10-25");
  const times = rows.map((row) => timeOf(row.wallTime));
  assert.deepEqual(times, ["00:00", "02:30", "03:30"]);
  assert.deepEqual(rows.map((row) => row.pickupMs), rows.map((row) => row.pickupMs).toSorted());
});

Deno.test("get() and events() know nothing of an unknown booking", async () => {
  await using test = await testServices();
  const unknown = bookingId("01KAMZ8N00AVANT1B00K1NG009");
  assert.equal(await test.services.bookings.get(unknown), null);
  assert.deepEqual(await test.services.bookings.events(unknown), []);
});

Deno.test("allEvents() gives every event of every booking once, with its commit, however many pages there are", async () => {
  await using test = await testServices();
  const { db, bookings } = test.services;
  const written: string[] = [];
  for (let i = 0; i < 1_001; i += 77) {
    const tx = new Transaction(db);
    for (let n = i; n < Math.min(i + 77, 1_001); n++) {
      const id = bookingId(`01KAMZ8N00AVANT1B00K1N${String(n).padStart(4, "0")}`);
      tx.set(bookingKeys.bookingEvent(id, 1), { ...aConfirmation(), id });
    }
    written.push(await tx.commit() ?? "");
  }
  const ids: string[] = [];
  const stamps = new Set<string>();
  for await (const { event, versionstamp } of bookings.allEvents()) {
    assert(event.type === "confirmed" && ids.length < 1_001);
    ids.push(event.id);
    stamps.add(versionstamp);
  }
  assert.equal(new Set(ids).size, 1_001);
  assert.deepEqual(ids, ids.toSorted());
  assert.deepEqual([...stamps], written);
});

Deno.test("writeBooking() commits a booking once: a second writer of the same state loses", async () => {
  await using test = await testServices();
  const { db, bookings } = test.services;
  const { booking } = await aStoredBooking(test.services);
  const before = await bookings.get(booking.id);
  assert(before);
  const write = async () => {
    const events = decide(before.booking, aCommand("cancel"), {
      at: AT,
      actor: { kind: "system" },
    });
    const after = events.reduce(evolve, before.booking);
    const tx = new Transaction(db);
    writeBooking(tx, { before, after, events });
    return await tx.commit();
  };
  const stamps = await Promise.all([write(), write()]);
  assert.equal(stamps.filter((stamp) => stamp !== null).length, 1);
});

Deno.test("writeBooking() refuses a change without events and a version that does not count them", async () => {
  await using test = await testServices();
  const tx = new Transaction(test.services.db);
  const after = aBooking();
  assert.throws(() => writeBooking(tx, { before: null, after, events: [] }), InvariantError);
  const wrong = { ...after, version: 2 };
  const events = [aConfirmation()];
  assert.throws(() => writeBooking(tx, { before: null, after: wrong, events }), InvariantError);
});

// The planted faults: each row missing in turn, and a row of each kind too many.
Deno.test("the auditor sees an index row too many, one too few, and a torn history", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { booking } = await aStoredBooking(test.services);
  await auditBookings(db);
  const followers = ["booking", "bookingByDay", "bookingByMark", "bookingEvent"];
  // The feed last: a row restored by hand no longer stands under its own commit.
  followers.push("quoteBought", "vehicleDay", "feed");
  for (const family of followers) {
    const rows = await Array.fromAsync(db.read.list({ prefix: [family] }));
    assert(rows.length > 0, `${family} has rows`);
    for (const entry of rows) {
      const extra = [...entry.key.slice(0, -1), family === "bookingEvent" ? 9 : "extra"];
      if (family !== "quoteBought") {
        await db.write.set(extra, entry.value);
        await assert.rejects(auditBookings(db), assert.AssertionError, `${family} too many`);
        await db.write.delete(extra);
      }
      await db.write.delete(entry.key);
      await assert.rejects(auditBookings(db), assert.AssertionError, `${family} too few`);
      await db.write.set(entry.key, entry.value);
      if (family !== "feed") await auditBookings(db);
    }
  }
  assert.equal(booking.version, 1);
});

Deno.test("assertVersion() lets the version pass that is there and no other", async () => {
  const booking = aBooking("assigned");
  const store = { events: () => Promise.resolve([]) };
  await assertVersion(store, booking, 2);
  for (const version of [1, 3, 0, NaN]) {
    await refusal(assertVersion(store, booking, version), "booking-changed");
  }
});

Deno.test("bookedTrip() keeps everything of the quote that explains the price of the chosen class", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  const [option] = quote.options;
  assert(option);
  const trip = bookedTrip(quote, option);
  assert.equal(trip.quoteId, quote.id);
  assert.deepEqual(trip.lines, option.lines);
  assert.equal(trip.tariffVersion, quote.tariffVersion);
  assert.deepEqual(trip.pickup, quote.trip.pickup);
  assert.equal("signature" in trip, false);
});
