// Bookings that a load would leave without their vehicle or driver.
import assert from "node:assert/strict";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { dateOf } from "../../lib/kernel/wall-time.ts";
import { nextDate } from "../../lib/kernel/local-date.ts";
import { applySetup } from "../../lib/setup/apply-setup.ts";
import { planFiles } from "../../lib/setup/plan-setup.ts";
import { aQuote, aStoredBooking, MAJA } from "../support/trips.ts";
import { testServices } from "../support/services.ts";
import { files, TODAY } from "../support/setup.ts";

async function aSetup() {
  const test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const date = dateOf(booking.trip.pickup.wallTime);
  const plan = (name: string, text: string) => planFiles(services, files({ [name]: text }), TODAY);
  return { test, services, booking, date, plan };
}

Deno.test("a vehicle is not ended before the day of a booking on it, and is on that day", async () => {
  const { test, booking, date, plan } = await aSetup();
  await using _ = test;
  const { vehicleId } = booking.reservation;
  const until = (day: string) => plan("vehicles.csv", `id;until\n${vehicleId};${day}`);
  const { obstacles } = await until(nextDate(date, -1));
  assert.deepEqual(obstacles.map(({ kind, id, reference }) => [kind, id, reference]), [
    ["vehicles", vehicleId, booking.reference],
  ]);
  assert.deepEqual((await until(date)).obstacles, []);
});

Deno.test("nor is its class changed, nor is it to begin later; another vehicle is free to change", async () => {
  const { test, booking, date, plan } = await aSetup();
  await using _ = test;
  const { vehicleId } = booking.reservation;
  const count = async (text: string) => (await plan("vehicles.csv", text)).obstacles.length;
  assert.equal(await count(`id;class;seats;wheelchairs\n${vehicleId};premium;4;0`), 1);
  assert.equal(await count(`id;from\n${vehicleId};${nextDate(date, 1)}`), 1);
  assert.equal(await count(`id;until\nV16;${TODAY}`), 0);
});

Deno.test("nor does it lose its meter while a ride on it is paid in the car; rides that are not do not mind", async () => {
  const { test, services, booking, plan } = await aSetup();
  await using _ = test;
  const { vehicleId } = booking.reservation;
  const losing = async () =>
    (await plan("vehicles.csv", `id;regime\n${vehicleId};fixed-price`)).obstacles
      .map(({ reference }) => reference);
  assert.deepEqual(await losing(), [booking.reference]);
  const stored = await services.bookings.get(booking.id);
  assert(stored !== null);
  const key = bookingKeys.booking(booking.id);
  await commitWithRetry(services.db, (tx) => {
    tx.set(key, { ...stored.booking, payment: { method: "invoice" } });
    return Promise.resolve(null);
  });
  assert.deepEqual(await losing(), []);
});

Deno.test("a new name reads no booking ahead, however many there are", async () => {
  const { test, services, booking, plan } = await aSetup();
  await using _ = test;
  const listed: Deno.KvKeyPart[] = [];
  const { read } = services.db;
  const list = read.list.bind(read);
  read.list = (selector, options) => {
    const [family = ""] = "prefix" in selector ? selector.prefix : selector.start;
    listed.push(family);
    return list(selector, options);
  };
  const { vehicleId } = booking.reservation;
  const named = await plan("vehicles.csv", `id;name\n${vehicleId};Bil 99`);
  assert.equal(named.vehicles[0]?.row.name, "Bil 99");
  assert.equal(listed.includes("bookingByDay"), false);
  await plan("vehicles.csv", `id;until\n${vehicleId};${TODAY}`);
  assert.equal(listed.includes("bookingByDay"), true);
});

Deno.test("a driver with a booking ahead does not stop before it, until somebody else has it", async () => {
  const { test, services, booking, date, plan } = await aSetup();
  await using _ = test;
  const drivers = await services.fleet.drivers();
  const driver = drivers.find((one) => one.vehicleId === booking.reservation.vehicleId);
  assert(driver);
  const actor = { kind: "operator" as const, id: null, name: "Karin" };
  const assigned = await changeBooking(services, {
    ...{ bookingId: booking.id, actor, expectedVersion: booking.version },
    command: { type: "assign", driverId: driver.id },
  });
  const stop = () => plan("drivers.csv", `id;until\n${driver.id};${nextDate(date, -1)}`);
  assert.deepEqual((await stop()).obstacles.map(({ kind, id }) => [kind, id]), [
    ["drivers", driver.id],
  ]);
  await changeBooking(services, {
    ...{ bookingId: booking.id, actor, expectedVersion: assigned.version },
    command: { type: "unassign", reason: "Slutar" },
  });
  assert.deepEqual((await stop()).obstacles, []);
});

Deno.test("once its end is loaded a vehicle is sold for no later day, in a process that runs too", async () => {
  const { test, services, date, plan } = await aSetup();
  await using _ = test;
  const { vehicles } = await services.fleet.all();
  const wheelchair = vehicles.filter((one) => one.vehicleClass === "wheelchair");
  const rows = wheelchair.map(({ id }) => `${id};${TODAY}`).join("\n");
  await applySetup(services, await plan("vehicles.csv", `id;until\n${rows}`), "Karin");
  const later = nextDate(date, 7);
  assert.equal((await services.fleet.vehiclesOfClass("wheelchair", later)).length, 3);
  assert.equal(await services.fleet.refresh(), true);
  assert.deepEqual(await services.fleet.vehiclesOfClass("wheelchair", later), []);
});

Deno.test("a booking that saw the fleet of before takes no vehicle that was ended meanwhile", async () => {
  const { test, services, date, plan } = await aSetup();
  await using _ = test;
  const quote = await aQuote(services, { wallTime: `${nextDate(date, 7)}T10:00` });
  const rows = (await services.fleet.vehicles()).filter((one) => one.vehicleClass === "standard")
    .filter(({ id }) => id !== "V16").map(({ id }) => `${id};${nextDate(date, 1)}`);
  await applySetup(services, await plan("vehicles.csv", `id;until\n${rows.join("\n")}`), "Karin");
  const { booking } = await createBooking(services, {
    ...{ quoteId: quote.id, vehicleClass: "standard", contact: MAJA, flightNumber: "", note: "" },
    ...{ locale: "sv", idempotencyKey: "the fleet of before" },
  });
  assert.equal(booking.reservation.vehicleId, "V16");
});
