// Runs of retention over the real product: what is over is gone from rows, indexes and search, what is not stays, and a run
// that is cut off anywhere comes to the same end.
import assert from "node:assert/strict";
import type { Booking } from "../../lib/booking/booking.ts";
import { ownBookings } from "../../lib/booking/booking-owners.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { holdBooking } from "../../lib/retention/hold-booking.ts";
import { nextPage, tryRetention } from "../../lib/retention/run-retention.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

/** A fixed price has a name in the tariff, which stays with its line: "Landvetter" is none of these words. */
const PERSONAL_WORDS = ["Maja", "Öberg", "+46701234567", "Hamngatan", "airport:GOT"];
/** The last night on which a ride of 24 November 2026 is still its customer's, and the first on which it is not. */
const LAST = "2028-11-24T03:00:00Z";
const FIRST = "2028-11-25T03:00:00Z";
/** The last night of its bookkeeping, and the first after it. */
const LAST_OF_BOOKS = "2033-12-31T03:00:00Z";
const AFTER_BOOKS = "2034-01-01T03:00:00Z";

Deno.test("the day before its limit a booking is there in every way, the day after its customer is nowhere", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const booking = await aRide(services);
  await services.search.refresh();
  clock.set(LAST);
  await runToEnd(services);
  assert.deepEqual(await found(services, "Öberg"), [booking.id]);
  assert.equal((await own(services)).length, 1);
  assert.ok((await rawText(services)).includes("Öberg"));

  clock.set(FIRST);
  await runToEnd(services);
  assert.deepEqual(await found(services, "Öberg"), []);
  assert.deepEqual(await found(services, booking.reference), [booking.id], "the voucher is found");
  assert.deepEqual(await own(services), []);
  const text = await rawText(services);
  for (const word of PERSONAL_WORDS) assert.ok(!text.includes(word), word);
});

Deno.test("what bookkeeping asks for is the same to the byte before and after", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { id } = await aRide(services);
  const before = await books(services, id);
  clock.set(FIRST);
  await runToEnd(services);
  assert.equal(await books(services, id), before);
  const stored = await services.bookings.get(id);
  assert.equal(stored?.booking.contact.name, "");
});

Deno.test("through the seventh year bookkeeping stays, then it becomes figures and goes, also from search", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const booking = await aRide(services);
  clock.set(LAST_OF_BOOKS);
  await runToEnd(services);
  assert.deepEqual(await found(services, booking.reference), [booking.id]);
  clock.set(AFTER_BOOKS);
  const run = await runToEnd(services);
  assert.deepEqual(await found(services, booking.reference), []);
  assert.equal(await services.bookings.get(booking.id), null);
  assert.equal(await services.bookings.idOf(booking.reference), null);
  // The audit log says which booking was changed, by its id alone: its hashes must go on to hold.
  assert.ok(!(await rawText(services, ["auditIntent", "auditEntry"])).includes(booking.id));
  assert.equal(run.counts["booking"]?.deleted, 1);
  const [year] = await services.retentionStore.statistics(1);
  assert.deepEqual(year && [year.year, year.groups, year.isIncomplete], ["2026-12-31", [], true]);
});

Deno.test("a fiscal year that ends in June keeps its rides a year longer", async () => {
  await using test = await testServices({ environment: { AVANTI_FISCAL_YEAR_END: "06-30" } });
  const { services, clock } = test;
  const { id } = await aRide(services);
  clock.set(AFTER_BOOKS);
  await runToEnd(services);
  assert.notEqual(await services.bookings.get(id), null);
  clock.set("2035-01-01T03:00:00Z");
  await runToEnd(services);
  assert.equal(await services.bookings.get(id), null);
});

Deno.test("a booking under a legal hold stays as it is, and the run says why", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { id, reference } = await aRide(services);
  assert.equal(await holdBooking(services, { reference, reason: "ARN" }, "Karin"), null);
  clock.set(AFTER_BOOKS);
  const run = await runToEnd(services);
  assert.equal((await services.bookings.get(id))?.booking.contact.name, MAJA.name);
  assert.deepEqual(run.counts["booking"]?.kept, { "legal-hold": 1 });
});

Deno.test("a trial says what a run does and changes nothing", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  await aRide(services);
  clock.set(FIRST);
  const before = await rawText(services);
  const said = await tryRetention(services);
  assert.equal(await rawText(services), before);
  const { counts } = await runToEnd(services);
  assert.deepEqual(counts["booking"], said["booking"]);
  assert.deepEqual(counts["bookingEvent"], said["bookingEvent"]);
  assert.deepEqual(counts["booking"], { looked: 1, deleted: 0, anonymised: 1, kept: {} });
});

Deno.test("cut off after any commit a run goes on in another process, and its figures are the same", async () => {
  const whole = await aRunCutOff(Infinity);
  assert.equal(whole.counts["booking"]?.anonymised, 3);
  for (let commits = 1; commits < whole.commits; commits++) {
    const { counts } = await aRunCutOff(commits);
    assert.deepEqual(counts, whole.counts, `after ${commits} commits`);
  }
});

Deno.test("two processes at once do each thing once", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  for (const hour of ["09", "11", "13"]) await aRide(services, `2026-11-24T${hour}:00`);
  clock.set(FIRST);
  for (let turns = 0; turns < 400; turns++) {
    const said = await Promise.all([nextPage(services), nextPage(services)]);
    if (said.every((word) => word === "idle")) break;
  }
  const runs = await services.retentionStore.runs(5);
  assert.equal(runs.length, 1);
  assert.equal(runs[0]?.run.counts["booking"]?.anonymised, 3);
});

Deno.test("one run a day, and none before three at night", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  clock.set("2026-11-30T01:59:00Z");
  assert.equal(await nextPage(services), "idle");
  clock.set("2026-11-30T02:00:00Z");
  await runToEnd(services);
  assert.equal(await nextPage(services), "idle");
  clock.set("2026-12-01T02:00:00Z");
  await runToEnd(services);
  assert.equal((await services.retentionStore.runs(5)).length, 2);
});

async function aRide(services: Services, wallTime = "2026-11-24T09:00"): Promise<Booking> {
  return (await aStoredBooking(services, { wallTime })).booking;
}

async function runToEnd(services: Services): Promise<RetentionRunLike> {
  for (let turns = 0; turns < 500; turns++) {
    if (await nextPage(services) === "idle") break;
  }
  const [newest] = await services.retentionStore.runs(1);
  assert.ok(newest !== undefined && newest.run.finishedAt !== null, "it ends");
  await services.search.refresh();
  return newest.run;
}

type RetentionRunLike = Awaited<
  ReturnType<Services["retentionStore"]["runs"]>
>[number]["run"];

/** Three rides, a run whose process dies after some commits, and another that goes on. */
async function aRunCutOff(commits: number) {
  let left = Infinity;
  let sent = 0;
  await using test = await testServices({
    wrap: (db) => ({ ...db, write: dyingAfter(db.write, () => (sent++, left--) > 0) }),
  });
  const { services, clock } = test;
  for (const hour of ["09", "11", "13"]) await aRide(services, `2026-11-24T${hour}:00`);
  clock.set(FIRST);
  [left, sent] = [commits, 0];
  await runUntilItDies(services);
  left = Infinity;
  const { counts } = await runToEnd(services);
  return { counts, commits: sent };
}

async function runUntilItDies(services: Services): Promise<void> {
  try {
    while (await nextPage(services) !== "idle");
  } catch (error) {
    assert.match(String(error), /killed/);
  }
}

function dyingAfter(kv: Deno.Kv, mayGoOn: () => boolean): Deno.Kv {
  return new Proxy(kv, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== "atomic") return typeof value === "function" ? value.bind(target) : value;
      return () => {
        const op = target.atomic();
        const commit = op.commit.bind(op);
        op.commit = () => mayGoOn() ? commit() : Promise.reject(new Error("killed"));
        return op;
      };
    },
  });
}

async function found(services: Services, query: string): Promise<string[]> {
  const { bookings } = await services.search.find({ query, limit: 10, after: null });
  return bookings.map(({ id }) => id);
}

async function own(services: Services) {
  return (await ownBookings(services, [{ kind: "phone", at: MAJA.phone }])).bookings;
}

/** Everything in the database as text; what ends on its own is not what this is about. */
async function rawText(services: Services, others: readonly string[] = []): Promise<string> {
  const rows = await Array.fromAsync(services.db.read.list({ prefix: [] }));
  const NOT_OURS = ["feed", "tariff", "retentionRun", "counter", "job", "feedReader", ...others];
  return JSON.stringify(rows.filter(({ key: [name] }) => !NOT_OURS.includes(String(name))));
}

async function books(services: Services, id: Booking["id"]): Promise<string> {
  const stored = await services.bookings.get(id);
  assert.ok(stored);
  const { reference, trip, reservation, createdAt, changedAt, version, status } = stored.booking;
  const { lines, totalOre, vatOre, pickup, route, tariffVersion, vehicleClass } = trip;
  const { distanceMeters, durationSeconds } = route;
  return JSON.stringify({
    ...{ reference, reservation, createdAt, changedAt, version, status, lines, totalOre, vatOre },
    ...{ pickup, distanceMeters, durationSeconds, tariffVersion, vehicleClass },
  });
}
