import assert from "node:assert/strict";
import { performCommand } from "../../lib/board/operator-command.ts";
import type { OperatorCommandInput } from "../../lib/board/operator-command.ts";
import type { Booking, BookingId } from "../../lib/booking/booking.ts";
import { bookingChanged } from "../../lib/booking/booking-feed.ts";
import { eventCounts } from "../../lib/booking/count-events.ts";
import { actId, type OperatorAct } from "../../lib/booking/operator-act.ts";
import { leaveHouse, leavesAtMs, undoAct } from "../../lib/booking/undo-act.ts";
import { readRoomFeeds } from "../../lib/assembly/work.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { bodiesOf } from "../../lib/kv/feed-row.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { fc } from "../support/property.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;
const KIM = { kind: "operator", id: null, name: "Kim" } as const;

Deno.test("an act undone within ten seconds leaves the booking as it was, and the history says both", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  for (const type of ["assign", "cancel"] as const) {
    const before = await stored(test, booking.id);
    const act = await performed(test, before, await commandOf(test, before, type));
    test.clock.advance({ milliseconds: 9_999 });
    const undone = await undo(test, act);
    assert.equal(undone.outcome, "undone");
    const after = await stored(test, booking.id);
    const { version: _, changedAt: _at, ...rest } = after;
    const { version: _v, changedAt: _a, ...restBefore } = before;
    assert.deepEqual(rest, restBefore);
    assert.equal(after.version, before.version + 2);
  }
  const events = await test.services.bookings.events(booking.id);
  assert.deepEqual(
    events.map(({ type }) => type),
    ["confirmed", "assigned", "undone", "cancelled", "undone"],
  );
  await auditBookings(test.services.db);
});

Deno.test("undoing twice is one undo, and from the tenth second on there is none", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const act = await performed(test, booking, await commandOf(test, booking, "assign"));
  assert.equal(act.due, "2026-11-23T05:00:10Z");
  await undo(test, act);
  test.clock.advance({ seconds: 30 });
  assert.equal((await undo(test, act)).outcome, "undone");
  const now = await stored(test, booking.id);
  assert.equal(now.version, 3);
  const late = await performed(test, now, await commandOf(test, now, "assign"));
  test.clock.advance({ seconds: 10 });
  const { details } = await refusal(undo(test, late), "undo-too-late");
  assert.deepEqual(details, { until: late.due });
});

Deno.test("what somebody did since is not undone with it: the refusal says what it was", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const act = await performed(test, booking, await commandOf(test, booking, "assign"));
  const assigned = await stored(test, booking.id);
  await performed(test, assigned, { type: "unassign", expectedVersion: 2, reason: "byte" }, KIM);
  const { details } = await refusal(undo(test, act), "undo-overtaken");
  assert.deepEqual(details, {
    bookingId: booking.id,
    version: 3,
    since: [{
      ...{ type: "unassigned", at: "2026-11-23T05:00:00Z", role: "operator", by: "Kim" },
      ...{ vehicleId: null, fields: [] },
    }],
  });
  assert.equal((await stored(test, booking.id)).status, "confirmed");
});

Deno.test("a cancellation whose car was sold meanwhile cannot be undone, and no car is sold twice", async () => {
  const vehicles = (await import("../../scripts/demo/demo-fleet.ts")).DEMO_VEHICLES.slice(0, 1);
  await using test = await testServices({ vehicles });
  const { booking } = await aStoredBooking(test.services);
  const act = await performed(test, booking, await commandOf(test, booking, "cancel"));
  const other = await aStoredBooking(test.services);
  assert.equal(other.booking.reservation.vehicleId, booking.reservation.vehicleId);
  const { details } = await refusal(undo(test, act), "vehicle-not-free");
  assert.deepEqual(details, { vehicleId: booking.reservation.vehicleId });
  assert.equal((await stored(test, booking.id)).status, "cancelled");
  await auditBookings(test.services.db);
});

Deno.test("the same key asks for the same act again, and with another wish it is refused", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const command = await commandOf(test, booking, "assign");
  const from = { actor: SARA, idempotencyKey: "one press" };
  const first = await performCommand(test.services, booking.id, command, from);
  const again = await performCommand(test.services, booking.id, command, from);
  assert.deepEqual(again, first);
  assert.equal((await stored(test, booking.id)).version, 2);
  const other = { ...command, expectedVersion: 2 };
  await refusal(
    performCommand(test.services, booking.id, other, from),
    "idempotency-key-reused",
  );
  await auditBookings(test.services.db);
});

Deno.test("what was undone does not count in the figures of the day", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const act = await performed(test, booking, await commandOf(test, booking, "cancel"));
  await readRoomFeeds(services);
  assert.equal((await eventCounts(services, "2026-11-23")).cancelled, 1);
  await undo(test, act);
  await readRoomFeeds(services);
  assert.equal((await eventCounts(services, "2026-11-23")).cancelled, 0);
});

Deno.test("an act leaves the house once its seconds are over, and cannot be undone from then on", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { booking } = await aStoredBooking(services);
  const act = await performed(test, booking, await commandOf(test, booking, "cancel"));
  assert.deepEqual(await leaveHouse(services, act.id), {
    kind: "later",
    dueMs: Date.parse(act.due),
  });
  clock.advance({ seconds: 10 });
  assert.deepEqual(await leaveHouse(services, act.id), { kind: "go" });
  assert.deepEqual(await leaveHouse(services, act.id), { kind: "go" });
  // A clock set back gives nobody their seconds again.
  clock.advance({ seconds: -5 });
  await refusal(undo(test, act), "undo-too-late");
  assert.deepEqual(await leaveHouse(services, null), { kind: "go" });
  assert.deepEqual(await leaveHouse(services, "01KAMZ8N00AVANT1TESTQ0TE09"), { kind: "never" });
});

Deno.test("the feed says until when a change waits: customers' at once, operators' ten seconds, undos never", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const act = await performed(test, booking, await commandOf(test, booking, "assign"));
  await undo(test, act);
  const { commits } = await services.feed.since("", 10);
  const entries = commits.flatMap((commit) => bodiesOf(bookingChanged, commit));
  const at = Date.parse("2026-11-23T05:00:00Z");
  assert.deepEqual(
    entries.map((entry) => [entry.type, entry.act, leavesAtMs(entry)]),
    [["confirmed", null, at], ["assigned", act.id, at + 10_000], ["undone", act.id, null]],
  );
});

Deno.test("an undo that was decided in time and comes after the sender is refused; one that is first keeps it in", async () => {
  for (const isSenderFirst of [true, false]) {
    await using test = await testServices();
    const { services, clock } = test;
    const { booking } = await aStoredBooking(services);
    const act = await performed(test, booking, await commandOf(test, booking, "cancel"));
    clock.advance({ milliseconds: 9_999 });
    let between = async () => {
      clock.advance({ milliseconds: 1 });
      if (isSenderFirst) assert.deepEqual(await leaveHouse(services, act.id), { kind: "go" });
    };
    // The moment between what the undo reads and what it commits.
    const events = async (id: BookingId) => {
      await between();
      between = () => Promise.resolve();
      return await services.bookings.events(id);
    };
    const bookings = Object.assign(Object.create(services.bookings), { events });
    bookings.get = services.bookings.get.bind(services.bookings);
    const undoing = undoAct({ ...services, bookings }, { id: act.id, actor: SARA });
    if (isSenderFirst) await refusal(undoing, "undo-too-late");
    else await undoing;
    const kind = isSenderFirst ? "go" : "never";
    assert.deepEqual(await leaveHouse(services, act.id), { kind });
    const { status } = await stored(test, booking.id);
    assert.equal(status, isSenderFirst ? "cancelled" : "confirmed");
  }
});

Deno.test("whenever a sender asks and whoever undoes, an act either leaves the house or is undone, never both", async () => {
  const moment = fc.integer({ min: 9_990, max: 10_010 });
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 4 }), moment, async (asks, at) => {
      await using test = await testServices();
      const { booking } = await aStoredBooking(test.services);
      const act = await performed(test, booking, await commandOf(test, booking, "cancel"));
      let sent = 0;
      let isUndone = false;
      const send = async () => {
        if ((await leaveHouse(test.services, act.id)).kind === "go") sent++;
      };
      const takeBack = async () => {
        await undo(test, act).then(() => isUndone = true, (error) => {
          assert(error instanceof DomainError && error.code === "undo-too-late", error);
        });
      };
      const start = test.clock.now();
      for (const ms of [...new Set([...asks, at])].sort((a, b) => a - b)) {
        test.clock.set(start.add({ milliseconds: ms }).toString());
        const both = [
          ...asks.filter((one) => one === ms).map(send),
          ...at === ms ? [takeBack()] : [],
        ];
        await Promise.all(both);
      }
      test.clock.advance({ seconds: 60 });
      await send();
      assert.equal(sent > 0, !isUndone, `sent ${sent}, undone ${isUndone}`);
      await auditBookings(test.services.db);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

async function stored({ services }: TestServices, id: BookingId): Promise<Booking> {
  const found = await services.bookings.get(id);
  assert(found);
  return found.booking;
}

async function commandOf(
  { services }: TestServices,
  { version, reservation }: Booking,
  type: "assign" | "cancel",
): Promise<OperatorCommandInput> {
  if (type === "cancel") return { type, expectedVersion: version, reason: "fel", feeOre: 0 };
  const drivers = await services.fleet.drivers();
  const driver = drivers.find(({ vehicleId }) => vehicleId === reservation.vehicleId);
  assert(driver);
  return { type, expectedVersion: version, driverId: driver.id };
}

async function performed(
  { services }: TestServices,
  { id }: Pick<Booking, "id">,
  command: OperatorCommandInput,
  actor: typeof SARA | typeof KIM = SARA,
): Promise<OperatorAct> {
  return await performCommand(services, id, command, { actor, idempotencyKey: null });
}

function undo({ services }: TestServices, { id }: OperatorAct): Promise<OperatorAct> {
  return undoAct(services, { id: actId(id), actor: SARA });
}
