import assert from "node:assert/strict";
import { bookingId } from "../../lib/booking/booking.ts";
import { vehicleId } from "../../lib/fleet/vehicle.ts";
import { VehicleSchedules } from "../../lib/fleet/vehicle-schedule-store.ts";
import { fleetKeys } from "../../lib/fleet/keys.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { UnreadableRow } from "../../lib/kv/unreadable-rows.ts";
import { Transaction } from "../../lib/kv/transaction.ts";

const MORNING = Date.parse("2026-11-24T08:00:00Z");
const HOUR = 60 * 60_000;
const CAR = vehicleId("V01");
const VAN = vehicleId("V02");
const CAB = vehicleId("V03");
const MINE = bookingId("01KAMZ8N00AVANT1B00K1NG001");
const YOURS = bookingId("01KAMZ8N00AVANT1B00K1NG002");

Deno.test("reserveFirstFree() packs: it takes the vehicle that stands idle for the shortest time before", async () => {
  await using test = await schedule();
  await test.reserve(VAN, hours(0, 1), YOURS);
  const found = await test.schedules.reserveFirstFree([CAR, VAN], hours(1, 2), MINE);
  assert.equal(found?.vehicleId, VAN);
});

Deno.test("reserveFirstFree() takes vehicles without reservations in the order of their ids", async () => {
  await using test = await schedule();
  const found = await test.schedules.reserveFirstFree([CAB, CAR, VAN], hours(1, 2), MINE);
  assert.equal(found?.vehicleId, CAR);
});

Deno.test("a vehicle whose day nobody can read is promised to nobody, and its row stays as it is", async () => {
  await using test = await schedule();
  await test.db.write.set(fleetKeys.vehicleDay("2026-11-24", CAR), null);
  const found = await test.schedules.reserveFirstFree([CAR, VAN], hours(1, 2), MINE);
  assert.equal(found?.vehicleId, VAN);
  const release = { vehicleId: CAR, ...hours(1, 2) };
  await assert.rejects(test.schedules.prepare({ bookingId: MINE, release }), UnreadableRow);
});

Deno.test("a reservation may begin in the millisecond in which another ends, and not one earlier", async () => {
  await using test = await schedule();
  await test.reserve(CAR, hours(1, 2), YOURS);
  const early = { startMs: MORNING + 2 * HOUR - 1, endMs: MORNING + 3 * HOUR };
  assert.equal(await test.schedules.reserveFirstFree([CAR], early, MINE), null);
  assert.equal(await test.reserve(CAR, hours(2, 3), MINE), true);
});

Deno.test("a reservation across midnight stands in the rows of both days and goes from both", async () => {
  await using test = await schedule();
  const night = hours(15, 17);
  await test.reserve(CAR, night, MINE);
  assert.deepEqual(await test.stored(), [
    ["2026-11-24", CAR, [{ bookingId: MINE, ...night }]],
    ["2026-11-25", CAR, [{ bookingId: MINE, ...night }]],
  ]);
  await test.commit({ bookingId: MINE, release: { vehicleId: CAR, ...night } });
  assert.deepEqual((await test.stored()).map(([, , spans]) => spans), [[], []]);
  assert.equal(await test.schedules.anyFree([CAR], night), true);
});

Deno.test("a prepared change locks its vehicle until its commit is settled, whichever way", async () => {
  await using test = await schedule();
  const first = await test.schedules.reserveFirstFree([CAR], hours(1, 2), MINE);
  const waiting = test.schedules.reserveFirstFree([CAR], hours(1, 2), YOURS);
  const tx = new Transaction(test.db);
  first?.change.addTo(tx);
  tx.abandon();
  assert.equal((await waiting)?.vehicleId, CAR);
});

Deno.test("who waits for the last vehicle is told there is none once the rival has committed", async () => {
  await using test = await schedule();
  const first = await test.schedules.reserveFirstFree([CAR], hours(1, 2), MINE);
  const waiting = test.schedules.reserveFirstFree([CAR], hours(1, 2), YOURS);
  const tx = new Transaction(test.db);
  first?.change.addTo(tx);
  await tx.commit();
  assert.equal(await waiting, null);
});

Deno.test("prepare() gives its locks back when the wished vehicle is taken", async () => {
  await using test = await schedule();
  await test.reserve(CAR, hours(1, 2), YOURS);
  const wish = { bookingId: MINE, reserve: { vehicleId: CAR, ...hours(1, 3) } };
  assert.equal(await test.schedules.prepare(wish), null);
  assert.equal(await test.reserve(CAR, hours(2, 3), MINE), true);
});

Deno.test("two edits of the same two vehicles in opposite directions both end", async () => {
  await using test = await schedule();
  await test.reserve(CAR, hours(1, 2), MINE);
  await test.reserve(VAN, hours(1, 2), YOURS);
  await test.commit({ bookingId: bookingId("x"), reserve: { vehicleId: CAB, ...hours(1, 2) } });
  const swaps = await Promise.all([
    test.commit({
      bookingId: MINE,
      release: { vehicleId: CAR, ...hours(1, 2) },
      reserve: { vehicleId: VAN, ...hours(3, 4) },
    }),
    test.commit({
      bookingId: YOURS,
      release: { vehicleId: VAN, ...hours(1, 2) },
      reserve: { vehicleId: CAR, ...hours(3, 4) },
    }),
  ]);
  assert.deepEqual(swaps, [true, true]);
});

// Both must wait for the car first. Were the locks taken as they come, the second would hold the van meanwhile,
// and each would wait for what the other has.
Deno.test("edits of two vehicles in opposite directions, both kept waiting, take their locks in one order", async () => {
  await using test = await schedule();
  const holder = await test.schedules.prepare({
    bookingId: bookingId("x"),
    reserve: { vehicleId: CAR, ...hours(10, 11) },
  });
  const thereAndBack = [
    test.commit({
      bookingId: MINE,
      release: { vehicleId: CAR, ...hours(1, 2) },
      reserve: { vehicleId: VAN, ...hours(3, 4) },
    }),
    test.commit({
      bookingId: YOURS,
      release: { vehicleId: VAN, ...hours(1, 2) },
      reserve: { vehicleId: CAR, ...hours(3, 4) },
    }),
  ];
  const tx = new Transaction(test.db);
  holder?.addTo(tx);
  tx.abandon();
  assert.deepEqual(await Promise.all(thereAndBack), [true, true]);
});

Deno.test("a read that fails leaves no vehicle locked, and the day is read again", async () => {
  await using test = await schedule();
  await test.reserve(CAR, hours(1, 2), YOURS);
  let broken = true;
  const read = new Proxy(test.db.read, {
    get: (kv, name) => {
      if (name === "list" && broken) throw new TypeError("the disk is gone");
      return Reflect.get(kv, name, kv).bind(kv);
    },
  });
  const schedules = new VehicleSchedules({ read });
  const wish = { bookingId: MINE, reserve: { vehicleId: CAR, ...hours(3, 4) } };
  const time = hours(1, 2);
  for (let round = 0; round < 2; round++) {
    await assert.rejects(schedules.prepare(wish), { message: "the disk is gone" });
    await assert.rejects(schedules.anyFree([CAR], time), { message: "the disk is gone" });
  }
  broken = false;
  assert.equal(await schedules.anyFree([CAR], time), false);
  const change = await schedules.prepare(wish);
  assert.notEqual(change, null);
  const tx = new Transaction(test.db);
  change?.addTo(tx);
  assert.notEqual(await tx.commit(), null);
});

Deno.test("a move that only shifts a booking on its own vehicle does not stand in its own way", async () => {
  await using test = await schedule();
  await test.reserve(CAR, hours(1, 3), MINE);
  const release = { vehicleId: CAR, ...hours(1, 3) };
  const found = await test.schedules.reserveFirstFree([CAR], hours(2, 4), MINE, release);
  assert.equal(found?.vehicleId, CAR);
});

// The booking was moved to VAN after its record was read: what is to be released is no longer there.
Deno.test("reserveFirstFree() ends when the reservation to be released was moved meanwhile", async () => {
  await using test = await schedule();
  await test.reserve(VAN, hours(1, 3), MINE);
  const outdated = { vehicleId: CAR, ...hours(5, 6) };
  const found = await test.schedules.reserveFirstFree([VAN], hours(2, 4), MINE, outdated);
  assert.equal(found, null);
});

Deno.test("reserveFirstFree() ends when the reservation to be released was moved to another day", async () => {
  await using test = await schedule();
  await test.reserve(CAR, hours(26, 28), MINE);
  const outdated = { vehicleId: CAR, ...hours(1, 3) };
  const found = await test.schedules.reserveFirstFree([CAR], hours(27, 29), MINE, outdated);
  assert.equal(found, null);
});

// A lost commit drops the mirror of its day. The reload may read the rows before a rival's release commits.
Deno.test("a vehicle released while the mirror of its day was read again is free", async () => {
  await using test = await schedule();
  await test.reserve(CAR, hours(1, 2), MINE);
  const released = { bookingId: MINE, release: { vehicleId: CAR, ...hours(1, 2) } };
  const release = await test.schedules.prepare(released);
  const lost = await test.schedules.reserveFirstFree([VAN], hours(1, 2), YOURS);
  const tx = new Transaction(test.db);
  lost?.change.addTo(tx);
  tx.abandon();
  assert.equal(await test.schedules.anyFree([CAR], hours(1, 2)), false);
  const settling = new Transaction(test.db);
  release?.addTo(settling);
  await settling.commit();
  assert.equal(await test.schedules.anyFree([CAR], hours(1, 2)), true);
});

Deno.test("schedules that were read before another instance wrote lose their commit and then see it", async () => {
  await using test = await schedule();
  const other = new VehicleSchedules(test.db);
  assert.equal(await other.anyFree([CAR], hours(1, 2)), true);
  await test.reserve(CAR, hours(1, 2), MINE);
  const outdated = await other.reserveFirstFree([CAR], hours(1, 2), YOURS);
  const tx = new Transaction(test.db);
  outdated?.change.addTo(tx);
  assert.equal(await tx.commit(), null);
  assert.equal(await other.anyFree([CAR], hours(1, 2)), false);
});

Deno.test("allFree() names the vehicles without a reservation in a stretch", async () => {
  await using test = await schedule();
  await test.reserve(CAR, hours(1, 2), MINE);
  assert.deepEqual(await test.schedules.allFree([CAR, VAN], hours(1.5, 1.6)), [VAN]);
  assert.deepEqual(await test.schedules.allFree([CAR, VAN], hours(2, 3)), [CAR, VAN]);
});

Deno.test("the mirror reads a day once, and again only when it had to make room for others", async () => {
  await using test = await schedule();
  let lists = 0;
  const read = new Proxy(test.db.read, {
    get: (kv, name) => {
      if (name === "list") lists++;
      return Reflect.get(kv, name, kv).bind(kv);
    },
  });
  const schedules = new VehicleSchedules({ read });
  const look = (day: number) => schedules.allFree([CAR], hours(24 * day, 24 * day + 0.1));
  for (let day = 0; day < 400; day++) await look(day);
  for (let day = 0; day < 400; day++) await look(day);
  // The outages are one list for all days.
  lists--;
  assert.equal(lists, 400);
  await look(400);
  await look(1);
  assert.equal(lists, 401);
  await look(0);
  assert.equal(lists, 402);
});

Deno.test("the mirror forgets its oldest day instead of growing without end", async () => {
  await using test = await schedule();
  await test.reserve(CAR, hours(1, 2), MINE);
  for (let day = 1; day <= 450; day++) {
    await test.schedules.allFree([CAR], hours(24 * day, 24 * day + 0.1));
  }
  assert.equal(await test.schedules.anyFree([CAR], hours(1, 2)), false);
});

function hours(from: number, to: number): { startMs: number; endMs: number } {
  return { startMs: MORNING + from * HOUR, endMs: MORNING + to * HOUR };
}

async function schedule() {
  const db: Database = await openDatabase(":memory:");
  const schedules = new VehicleSchedules(db);
  const commit = async (edit: Parameters<VehicleSchedules["prepare"]>[0]): Promise<boolean> => {
    const change = await schedules.prepare(edit);
    if (change === null) return false;
    const tx = new Transaction(db);
    change.addTo(tx);
    return await tx.commit() !== null;
  };
  return {
    db,
    schedules,
    commit,
    reserve: (vehicle: typeof CAR, time: { startMs: number; endMs: number }, id: typeof MINE) =>
      commit({ bookingId: id, reserve: { vehicleId: vehicle, ...time } }),
    stored: async () => {
      const rows = await Array.fromAsync(
        db.read.list<{ spans: unknown[] }>({ prefix: fleetKeys.vehicleDay.prefix }),
      );
      return rows.map((row) => [row.key[1], row.key[2], row.value.spans]);
    },
    [Symbol.asyncDispose]: () => Promise.resolve(db.close()),
  };
}
