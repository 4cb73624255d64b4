import assert from "node:assert/strict";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { driverDay } from "../../lib/dispatch/driver-day.ts";
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
    ...["bags", "customer", "extras", "fareOre", "flightNumber", "from", "note", "passengers"],
    ...["phone", "reference", "status", "to", "vehicle", "wallTime", "wheelchairs"],
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
