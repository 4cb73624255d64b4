// Outages as several processes know them: each has services of its own over one database.
import assert from "node:assert/strict";
import { loadCarDay } from "../../lib/board/cars-data.ts";
import { freeVehicleCount } from "../../lib/board/vehicles-now.ts";
import { undoAct } from "../../lib/booking/undo-act.ts";
import { findCandidates } from "../../lib/dispatch/find-candidates.ts";
import { assignTrip } from "../../lib/dispatch/give-car.ts";
import { putBackInTraffic, takeOutOfTraffic } from "../../lib/dispatch/vehicle-outage.ts";
import { OutageMirror } from "../../lib/fleet/outage-mirror.ts";
import { outagesChanged } from "../../lib/fleet/outage-feed.ts";
import { driverId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { fleetWork } from "../../lib/fleet/work.ts";
import { Feed } from "../../lib/kv/feed.ts";
import { bodiesOf, feedKind } from "../../lib/kv/feed-row.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { tempFolder } from "../support/databases.ts";
import { streamsOf } from "../support/board-streams.ts";
import { EventReader } from "../support/event-reader.ts";
import { anOperator } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;
const V01 = vehicleId("V01");
const FLEET = DEMO_VEHICLES.slice(0, 2);
/** Where test clocks stand. */
const NOW_MS = Date.parse("2026-11-23T05:00:00Z");
const NOW = { startMs: NOW_MS, endMs: NOW_MS + 1 };

Deno.test("a car one process takes out is out at once for all another one shows, and back at once", async () => {
  await using two = await twoProcesses();
  const { mine, theirs } = two;
  const { booking } = await aStoredBooking(mine.services, { wallTime: "2026-11-23T09:00" });
  const seen = async () => {
    const { candidates } = await findCandidates(theirs.services, booking.id);
    const { cars } = await loadCarDay(theirs.services, "2026-11-23");
    return {
      free: await freeVehicleCount(theirs.services),
      faults: candidates.find((one) => one.vehicleId === V01)?.faults.map(({ code }) => code),
      outages: cars.find(({ vehicle }) => vehicle.id === V01)?.outages.map(({ reason }) => reason),
    };
  };
  assert.deepEqual(await seen(), { free: 2, faults: [], outages: [] });
  const act = await takenOut(mine);
  assert.deepEqual(await seen(), {
    ...{ free: 1, faults: ["out-of-traffic"], outages: ["punktering"] },
  });
  await undoAct(mine.services, { id: act.id, actor: SARA });
  assert.deepEqual(await seen(), { free: 2, faults: [], outages: [] });
});

Deno.test("another process puts a car back, takes it out again, and takes that back", async () => {
  await using two = await twoProcesses();
  const { mine, theirs } = two;
  const out = async ({ services }: TestServices) =>
    (await services.schedules.outages.out(NOW)).has(V01);
  assert.deepEqual([await out(mine), await out(theirs)], [false, false]);
  await takenOut(mine);
  const [outage] = (await theirs.services.schedules.outages.of(V01)).outages;
  await putBackInTraffic(theirs.services, {
    ...{ vehicleId: V01, outageId: outage?.id ?? "", atMs: NOW_MS },
    ...{ actor: SARA, idempotencyKey: null },
  });
  assert.deepEqual([await out(mine), await out(theirs)], [false, false]);
  const again = await takenOut(theirs);
  // This process has not looked since: it must not believe that somebody was first.
  await undoAct(mine.services, { id: again.id, actor: SARA });
  assert.deepEqual([await out(mine), await out(theirs)], [false, false]);
});

Deno.test("a car that is back is not refused by a process that knew it as out", async () => {
  await using two = await twoProcesses();
  const { mine, theirs } = two;
  const { booking } = await aStoredBooking(mine.services, { wallTime: "2026-11-23T09:00" });
  const act = await takenOut(mine);
  assert.equal((await theirs.services.schedules.outages.knownOut(NOW)).has(V01), true);
  await undoAct(mine.services, { id: act.id, actor: SARA });
  assert.equal((await theirs.services.schedules.outages.knownOut(NOW)).has(V01), true);
  await assignTrip(theirs.services, {
    ...{ bookingId: booking.id, driverId: driverId("D01"), expectedVersion: 1 },
    ...{ actor: SARA, overrideReason: null, idempotencyKey: null },
  });
});

Deno.test("the bell of a process wakes its round, and a sale then passes the car over without a lost commit", async () => {
  await using two = await twoProcesses();
  const { mine, theirs } = two;
  const { outages } = theirs.services.schedules;
  const round = fleetWork(theirs.services).rounds?.find(({ name }) => name === "reading outages");
  let woken = 0;
  const stop = round?.wake?.(() => woken++);
  await round?.round();
  assert.equal((await outages.knownOut(NOW)).size, 0);
  await takenOut(mine);
  // What another process commits is heard of by its round of a second, which rings the bell here.
  theirs.services.db.bell.ring();
  assert.equal(woken, 1);
  await round?.round();
  assert.deepEqual([...await outages.knownOut(NOW)], [V01]);
  stop?.();
});

Deno.test("boards hear which vehicle, and neither why nor from whom", async () => {
  await using test = await testServices({ vehicles: FLEET });
  const { session } = await anOperator(test.services);
  const reader = new EventReader(streamsOf(test.services).open(session, null));
  await reader.nextOf("beat");
  const act = await takenOut(test);
  const { commits } = await test.services.feed.since("", 10);
  const told = commits.find((commit) => bodiesOf(outagesChanged, commit).length > 0);
  const at = test.clock.now().toString();
  assert.deepEqual(told && bodiesOf(outagesChanged, told), [{ at, vehicleId: V01 }]);
  const heard = await reader.next();
  assert.deepEqual([heard?.event, heard?.id], ["outages", told?.cursor]);
  assert.deepEqual(JSON.parse(heard?.data ?? ""), { at, vehicleId: V01 });
  await reader.nextOf("beat");
  await undoAct(test.services, { id: act.id, actor: SARA });
  assert.equal((await reader.next())?.event, "outages");
  await reader.leave();
});

Deno.test("rows are read once while the feed tells of other things, and anew when it was pruned past them", async () => {
  await using test = await testServices({ vehicles: FLEET });
  const { services: { db }, clock } = test;
  let rows = 0;
  const read = new Proxy(db.read, {
    get: (kv, name) => (...args: unknown[]) => {
      if (name === "list" && JSON.stringify(args[0]).includes("vehicleOutages")) rows++;
      return Reflect.get(kv, name, kv).apply(kv, args);
    },
  });
  const mirror = new OutageMirror({ read });
  const noise = feedKind("noise");
  const says = () => new Transaction(db).append(noise, { at: clock.now().toString() }).commit();
  for (let count = 0; count < 5; count++) {
    await says();
    await mirror.out(NOW);
  }
  assert.equal(rows, 1);
  await says();
  await says();
  clock.advance({ hours: 49 });
  await new Feed(db).prune(clock.now());
  await mirror.out(NOW);
  assert.equal(rows, 2);
});

function takenOut({ services }: TestServices) {
  return takeOutOfTraffic(services, {
    ...{ vehicleId: V01, startMs: NOW_MS, endMs: null, reason: "punktering" },
    ...{ actor: SARA, idempotencyKey: null },
  });
}

/** Two processes, as far as a test can have them: nothing is shared but the file. */
async function twoProcesses() {
  const folder = await tempFolder();
  const database = `${folder.path}/shared.db`;
  const mine = await testServices({ database, vehicles: FLEET });
  const theirs = await testServices({ database, existing: true });
  return {
    mine,
    theirs,
    async [Symbol.asyncDispose]() {
      await theirs[Symbol.asyncDispose]();
      await mine[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
