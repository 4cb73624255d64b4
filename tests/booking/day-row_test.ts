// The row a day shows of a booking: what it says, and how rows of earlier releases come to say it too.
import assert from "node:assert/strict";
import { summarise } from "../../lib/booking/summarise.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { storedSummary } from "../../lib/booking/stored-summary.ts";
import { renewedDayRows } from "../../lib/booking/work.ts";
import { commitUnlessLocked } from "../../lib/kv/commit.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const DATE = "2026-11-24";

Deno.test("a row says what a dispatcher must know: party, chairs, extras, flight and note", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services, {
    vehicleClass: "wheelchair",
    flightNumber: "SK1436",
  });
  const row = summarise({ ...booking, note: "Ring på\n\n porten" });
  assert.deepEqual(
    [row.passengers, row.bags, row.wheelchairs, row.flightNumber, row.note],
    [2, 2, 1, "SK1436", "Ring på porten"],
  );
  const { childSeats, pets, extraLuggage } = row;
  assert.deepEqual({ childSeats, pets, extraLuggage }, booking.trip.extras);
  assert.equal(row.durationSeconds, booking.trip.route.durationSeconds);
});

Deno.test("a long note is cut between letters, and says that it was", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const { note } = summarise({ ...booking, note: "🚕".repeat(200) });
  assert.equal(note, `${"🚕".repeat(79)}…`);
  assert.equal(summarise({ ...booking, note: "å".repeat(80) }).note, "å".repeat(80));
});

Deno.test("a row of an earlier release is read with what it can say, and the walk writes the rest", async () => {
  await using test = await testServices();
  const { bookings, db } = test.services;
  const { booking } = await aStoredBooking(test.services, { flightNumber: "SK1436" });
  const row = summarise(booking);
  const news = [
    "bags",
    "wheelchairs",
    "childSeats",
    "pets",
    "extraLuggage",
    "flightNumber",
    "note",
  ];
  const former = Object.fromEntries(
    Object.entries(row).filter(([field]) => !news.includes(field) && field !== "durationSeconds"),
  );
  const key = bookingKeys.bookingByDay(DATE, row.pickupMs, row.id);
  await commitUnlessLocked(new Transaction(db).set(key, storedSummary.upgrade(former, 1)));
  assert.equal((await bookings.listDay(DATE))[0]?.flightNumber, "");
  assert.equal(await renewedDayRows.step(db), "done");
  assert.deepEqual(await bookings.listDay(DATE), [summarise(booking)]);
});
