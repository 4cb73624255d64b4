import assert from "node:assert/strict";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { eventCounter, eventCounts } from "../../lib/booking/count-events.ts";
import { Feed } from "../../lib/kv/feed.ts";
import { readFeed } from "../../lib/kv/feed-reader.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const NOW = "2026-11-23T05:00:00Z";
const NOTHING = {
  ...{ confirmed: 0, rescheduled: 0, completed: 0 },
  ...{ cancelled: 0, "no-show": 0, expired: 0 },
};

async function count({ services }: Pick<TestServices, "services">): Promise<void> {
  const deps = { ...services, onBehind: () => {} };
  while (!await readFeed(deps, eventCounter(services)));
}

Deno.test("what happens to bookings is counted on the local day it happens", async () => {
  await using test = await testServices({ now: NOW });
  const { link } = await aStoredBooking(test.services);
  await aStoredBooking(test.services);
  await count(test);
  // 23.30 in UTC is the next day in Sweden.
  test.clock.set("2026-11-23T23:30:00Z");
  await cancelBooking(test.services, { link, reason: "", expectedFeeOre: 0 });
  await count(test);
  assert.deepEqual(await eventCounts(test.services, "2026-11-23"), { ...NOTHING, confirmed: 2 });
  assert.deepEqual(await eventCounts(test.services, "2026-11-24"), { ...NOTHING, cancelled: 1 });
});

Deno.test("counting twice counts once, and many processes that count at once count once", async () => {
  await using test = await testServices({ now: NOW });
  const { services, clock } = test;
  // A reader of its own for each handle, as processes behind one server have.
  const processes = Array.from({ length: 6 }, () => {
    const db = { ...services.db, kind: "remote" as const };
    return { services: { ...services, db, feed: new Feed(db) }, clock };
  });
  for (let round = 0; round < 4; round++) {
    await aStoredBooking(services);
    await Promise.all(processes.map((process) => count(process)));
  }
  await count(test);
  await count(test);
  assert.deepEqual(await eventCounts(services, "2026-11-23"), { ...NOTHING, confirmed: 4 });
});

Deno.test("a process that died while it counted anew is waited for behind a server, and replaced at once on a file", async () => {
  await using test = await testServices({ now: NOW });
  const { services, clock } = test;
  await aStoredBooking(services);
  const remote = { ...services.db, kind: "remote" as const };
  const process = { services: { ...services, db: remote, feed: new Feed(remote) }, clock };
  const dies = {
    ...services.bookings,
    allEvents: () => {
      throw new Error("killed");
    },
  };
  const counter = eventCounter({ db: remote, bookings: dies });
  await assert.rejects(readFeed({ ...process.services, onBehind: () => {} }, counter), /killed/);
  await count(process);
  assert.deepEqual(await eventCounts(services, "2026-11-23"), NOTHING);
  clock.advance({ minutes: 5 });
  await count(process);
  assert.deepEqual(await eventCounts(services, "2026-11-23"), { ...NOTHING, confirmed: 1 });
  await services.db.write.delete(kvKeys.feedReader("booking-counts"));
  await assert.rejects(readFeed({ ...services, onBehind: () => {} }, counter), /killed/);
  await count(test);
  assert.deepEqual(await eventCounts(services, "2026-11-23"), { ...NOTHING, confirmed: 1 });
});

Deno.test("a counter that missed commits counts anew, tells, and loses a day on which nothing happened", async () => {
  await using test = await testServices({ now: NOW });
  const { services } = test;
  await count(test);
  for (let i = 0; i < 3; i++) await aStoredBooking(services);
  await services.db.write.set(kvKeys.counter("booking confirmed", "2026-11-20"), 7);
  test.clock.advance({ hours: 49 });
  assert.equal(await services.feed.prune(test.clock.now()), true);
  await aStoredBooking(services, { wallTime: "2026-11-27T10:00" });
  const behind: string[] = [];
  const deps = { ...services, onBehind: (name: string) => void behind.push(name) };
  while (!await readFeed(deps, eventCounter(services)));
  assert.deepEqual(behind, ["booking-counts"]);
  assert.deepEqual(await eventCounts(services, "2026-11-23"), { ...NOTHING, confirmed: 3 });
  assert.deepEqual(await eventCounts(services, "2026-11-25"), { ...NOTHING, confirmed: 1 });
  assert.deepEqual(await eventCounts(services, "2026-11-20"), NOTHING);
});

Deno.test("a booking made while the counter counts anew is counted once", async () => {
  await using test = await testServices({ now: NOW });
  const { services } = test;
  await aStoredBooking(services);
  const { bookings } = services;
  const slow = {
    async *allEvents() {
      // After the counter has begun, before it has read the events.
      await aStoredBooking(services);
      yield* bookings.allEvents();
    },
  };
  const counter = eventCounter({ db: services.db, bookings: slow });
  while (!await readFeed({ ...services, onBehind: () => {} }, counter));
  assert.deepEqual(await eventCounts(services, "2026-11-23"), { ...NOTHING, confirmed: 2 });
  const rows = services.db.read.list({ prefix: bookingKeys.booking.prefix });
  assert.equal((await Array.fromAsync(rows)).length, 2);
});
