import assert from "node:assert/strict";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { driversOfBookings } from "../../lib/booking/work.ts";
import { driverDay } from "../../lib/dispatch/driver-day.ts";
import type { Booking } from "../../lib/booking/booking.ts";
import { deleteDayIndexes, writeDriverIndex } from "../../lib/booking/booking-store.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { aBookedTrip, aBooking, DRIVER } from "../support/bookings.ts";
import { rowsOfToday } from "../support/rows-of-today.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

const DATE = "2026-11-24";
const CONTACT = { ...MAJA, email: "canary@avanti.example" };

/** A booking given to the driver of the car it has. */
async function given({ services }: TestServices, wallTime: string) {
  const { booking } = await aStoredBooking(services, { wallTime, contact: CONTACT });
  const drivers = await services.fleet.drivers();
  const driver = drivers.find(({ vehicleId }) => vehicleId === booking.reservation.vehicleId);
  assert(driver !== undefined);
  await changeBooking(services, {
    bookingId: booking.id,
    command: { type: "assign", driverId: driver.id },
    actor: { kind: "operator", id: null, name: "Sara" },
    expectedVersion: 1,
  });
  return { booking, driver };
}

Deno.test("a driver sees their own jobs of the day in order, with what driving them needs", async () => {
  await using test = await testServices();
  const { booking, driver } = await given(test, `${DATE}T10:00`);
  const day = await driverDay(test.services, driver.id, DATE);
  assert(day !== null);
  const { vehicles, holders } = await test.services.fleet.all();
  const vehicle = vehicles.find(({ id }) => id === driver.vehicleId);
  const holder = holders.find(({ id }) => id === vehicle?.holderId);
  assert.deepEqual([day.name, day.permitHolder], [driver.name, holder?.name]);
  assert.deepEqual(day.jobs.map(({ reference }) => reference), [booking.reference]);
  assert.deepEqual(Object.keys(day.jobs[0] ?? {}).sort(), [
    ...["bags", "customer", "extras", "fareOre", "flightNumber", "from", "note"],
    ...["passengers", "payment"],
    ...["phone", "reference", "restricted", "status", "to", "vehicle", "veiled", "wallTime"],
    "wheelchairs",
  ]);
  assert(!JSON.stringify(day).includes("canary"), "no address of a customer");
  assert.deepEqual((await driverDay(test.services, driver.id, "2026-11-25"))?.jobs, []);
});

Deno.test("no driver sees another's jobs, and who is no driver has no day", async () => {
  await using test = await testServices();
  const { driver } = await given(test, `${DATE}T10:00`);
  const other = (await test.services.fleet.drivers()).find(({ id }) => id !== driver.id);
  assert.deepEqual((await driverDay(test.services, other?.id ?? "", DATE))?.jobs, []);
  assert.equal(await driverDay(test.services, "D99", DATE), null);
});

Deno.test("rides of an earlier release are found before the walk over them and after it, and none twice", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking, driver } = await given(test, `${DATE}T10:00`);
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  await services.db.write.delete(
    bookingKeys.bookingByDriver(driver.id, DATE, pickupMs, booking.id),
  );
  const found = async () =>
    (await driverDay(services, driver.id, DATE))?.jobs.map(({ reference }) => reference);
  assert.equal(await services.bookings.idsOfDriver(driver.id, DATE), null);
  assert.deepEqual(await found(), [booking.reference]);
  while (await driversOfBookings.step(services.db) !== "done");
  assert.deepEqual(await services.bookings.idsOfDriver(driver.id, DATE), [booking.id]);
  assert.deepEqual(await found(), [booking.reference]);
});

Deno.test("a ride that is taken from its driver, or moved to another day, leaves their day at once", async () => {
  await using test = await testServices();
  const { services } = test;
  while (await driversOfBookings.step(services.db) !== "done");
  const { booking, driver } = await given(test, `${DATE}T10:00`);
  const find = () => services.bookings.idsOfDriver(driver.id, DATE);
  assert.deepEqual(await find(), [booking.id]);
  await changeBooking(services, {
    bookingId: booking.id,
    command: { type: "unassign", reason: "sjuk" },
    actor: { kind: "operator", id: null, name: "Sara" },
    expectedVersion: 2,
  });
  assert.deepEqual(await find(), []);
});

Deno.test("writing a booking moves its row in its driver's index with day and driver, and takes it away with the booking", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const first = aBooking("assigned");
  const later = aBooking("assigned", aBookedTrip({ instant: "2026-11-25T09:00:00Z" }));
  const of = async () =>
    (await rowsOfToday(db.read)).filter(({ key }) => key[0] === "bookingByDriver")
      .map(({ key }) => key.slice(1, 3).join(" "));
  const write = (before: Booking | null, after: Booking) => {
    const tx = new Transaction(db);
    writeDriverIndex(tx, before, after);
    return tx.commit();
  };
  await write(null, first);
  assert.deepEqual(await of(), [`${DRIVER} ${DATE}`]);
  await write(first, later);
  assert.deepEqual(await of(), [`${DRIVER} 2026-11-25`]);
  const tx = new Transaction(db);
  deleteDayIndexes(tx, later);
  await tx.commit();
  assert.deepEqual(await of(), []);
});
