import assert from "node:assert/strict";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { bookingChanged } from "../../lib/booking/booking-feed.ts";
import { summarise } from "../../lib/booking/summarise.ts";
import { bodiesOf, feedKind } from "../../lib/kv/feed-row.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { STREAM_LIMITS } from "../../lib/board/stream-limits.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { reference, streamsOf } from "../support/board-streams.ts";
import { EventReader } from "../support/event-reader.ts";
import { anOperator } from "../support/operator.ts";
import { TEST_NOW, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const noise = feedKind("noise");

Deno.test("every open board hears of a booking, and what it says is the booking's row", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  const readers = [1, 2, 3].map(() => new EventReader(streams.open(session, null)));
  for (const reader of readers) await reader.nextOf("beat");
  const { booking } = await aStoredBooking(test.services);
  for (const reader of readers) {
    assert.equal(reference(await reader.nextOf("booking")), booking.reference);
    await reader.leave();
  }
});

Deno.test("a board that was away gets what it missed, in order, once, and then what is new", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  const seen: string[] = [];
  let reader = new EventReader(streams.open(session, ""));
  const made: string[] = [];
  for (let round = 0; round < 5; round++) {
    // Half of them are made while nobody listens.
    for (let i = 0; i < 3; i++) {
      made.push((await aStoredBooking(test.services)).booking.reference);
      if (i !== 1) continue;
      await reader.leave();
      reader = new EventReader(streams.open(session, reader.lastEventId || ""));
    }
    while (seen.length < made.length) seen.push(reference(await reader.nextOf("booking")));
    const { lastEventId } = reader;
    await reader.leave();
    reader = new EventReader(streams.open(session, lastEventId));
    reader.lastEventId = lastEventId;
  }
  await reader.leave();
  assert.deepEqual(seen, made);
});

Deno.test("bookings made while a board is catching up arrive once and in order", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  await Promise.all(Array.from({ length: 5 }, () => aStoredBooking(test.services)));
  const reader = new EventReader(streams.open(session, ""));
  await Promise.all(Array.from({ length: 10 }, () => aStoredBooking(test.services)));
  const ids: string[] = [];
  for (let i = 0; i < 15; i++) ids.push((await reader.nextOf("booking"))?.id ?? "");
  assert.deepEqual(ids, [...new Set(ids)].sort());
  const { commits } = await test.services.feed.since("", 100);
  const booked = commits.filter((commit) => bodiesOf(bookingChanged, commit).length > 0);
  assert.deepEqual(ids, booked.map((commit) => commit.cursor));
  await reader.leave();
});

Deno.test("a bell that rings late, early or twice changes nothing: boards read the feed in its order", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  const { bell } = test.services.db;
  const reader = new EventReader(streams.open(session, null));
  await reader.nextOf("beat");
  const ring = bell.ring.bind(bell);
  let missed = 0;
  bell.ring = () => void missed++;
  const made = [];
  for (let i = 0; i < 3; i++) made.push((await aStoredBooking(test.services)).booking.reference);
  assert.equal(missed, 3);
  ring();
  ring();
  const seen = [];
  for (let i = 0; i < 3; i++) seen.push(reference(await reader.nextOf("booking")));
  assert.deepEqual(seen, made);
  await reader.leave();
});

Deno.test("a board that caught up beyond what was told is not told the same again", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  const first = new EventReader(streams.open(session, null));
  await first.nextOf("beat");
  const { bell } = test.services.db;
  const ring = bell.ring.bind(bell);
  bell.ring = () => {};
  const made = [];
  for (let i = 0; i < 2; i++) made.push((await aStoredBooking(test.services)).booking.reference);
  const ahead = new EventReader(streams.open(session, ""));
  const seen = [reference(await ahead.nextOf("booking")), reference(await ahead.nextOf("booking"))];
  await ahead.nextOf("beat");
  bell.ring = ring;
  ring();
  made.push((await aStoredBooking(test.services)).booking.reference);
  seen.push(reference(await ahead.nextOf("booking")));
  assert.deepEqual(seen, made);
  for (const reader of [first, ahead]) await reader.leave();
});

Deno.test("of several things one commit tells, the last alone names it: a cut in between repeats the whole", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  const { booking } = await aStoredBooking(test.services);
  const before = await test.services.feed.head();
  const summary = summarise(booking);
  const due = { act: null, due: TEST_NOW, undid: null };
  const told = { at: TEST_NOW, type: "assigned" as const, ...due, summary };
  await new Transaction(test.services.db).append(bookingChanged, told).append(noise, {
    at: TEST_NOW,
  })
    .append(bookingChanged, { ...told, type: "departed" }).commit();
  const reader = new EventReader(streams.open(session, before));
  const ids: string[] = [];
  for (let i = 0; i < 2; i++) {
    await reader.nextOf("booking");
    ids.push(reader.lastEventId);
  }
  assert.deepEqual(ids, ["", await test.services.feed.head()]);
  await reader.leave();
});

Deno.test("a board that missed too much, or whose place is forgotten, is told to read the day anew", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services, { replay: 3 });
  const { session } = await anOperator(test.services);
  for (let i = 0; i < 5; i++) await aStoredBooking(test.services);
  for (const cursor of ["", "0".repeat(20), "no cursor at all", "f".repeat(20)]) {
    const latest = await test.services.feed.head();
    const reader = new EventReader(streams.open(session, cursor));
    const first = await reader.next();
    assert.deepEqual([first?.event, first?.id], ["reset", latest], cursor);
    const { booking } = await aStoredBooking(test.services);
    assert.equal(reference(await reader.nextOf("booking")), booking.reference);
    await reader.leave();
  }
});

Deno.test("signing out closes the streams of that session at once and of no other", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const karin = await anOperator(test.services);
  const omar = await anOperator(test.services, "Omar");
  const karins = new EventReader(streams.open(karin.session, null));
  const omars = new EventReader(streams.open(omar.session, null));
  await omars.nextOf("beat");
  await test.services.sessions.end(karin.session.id);
  assert.equal(await karins.nextOf("never"), null);
  assert.equal(streams.count, 1);
  await omars.leave();
});

Deno.test("an expired session loses its streams at the next check, and a check is every 3 s", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  const reader = new EventReader(streams.open(session, null));
  await reader.nextOf("beat");
  await streams.check();
  assert.equal(streams.count, 1);
  test.clock.advance({ minutes: 30 });
  await streams.check();
  assert.equal(await reader.nextOf("never"), null);
  assert.equal(streams.count, 0);
  assert.equal(STREAM_LIMITS.checkMs <= 5_000, true);
});

Deno.test("an open stream alone does not keep a session alive", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  const reader = new EventReader(streams.open(session, null));
  for (let minute = 0; minute < 30; minute++) {
    await streams.check();
    test.clock.advance({ minutes: 1 });
  }
  await streams.check();
  assert.equal(streams.count, 0);
  await reader.leave();
});

Deno.test("a beat comes every fifth check and tells the clock and the free vehicles", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  const reader = new EventReader(streams.open(session, null));
  await reader.nextOf("beat");
  for (let i = 0; i < STREAM_LIMITS.checksPerBeat; i++) await streams.check();
  const beat = JSON.parse((await reader.nextOf("beat"))?.data ?? "{}");
  assert.deepEqual(beat, {
    nowMs: test.clock.now().epochMilliseconds,
    freeVehicles: 5,
    days: {},
    down: [],
  });
  assert.equal(STREAM_LIMITS.checkMs * STREAM_LIMITS.checksPerBeat, 15_000);
  await reader.leave();
});

Deno.test("the server's stop ends every stream and opens no more", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  const reader = new EventReader(streams.open(session, null));
  await reader.nextOf("beat");
  test.stop.abort();
  assert.equal(await reader.nextOf("never"), null);
  assert.throws(() => streams.open(session, null), isBusy);
});

Deno.test("one stream too many ends the session's oldest; a full process refuses", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services, { total: 3, perSession: 2 });
  const karin = await anOperator(test.services);
  const omar = await anOperator(test.services, "Omar");
  const readers = [1, 2, 3].map(() => new EventReader(streams.open(karin.session, null)));
  assert.equal(await readers[0]?.nextOf("never"), null);
  assert.equal(streams.count, 2);
  const other = new EventReader(streams.open(omar.session, null));
  assert.throws(() => streams.open(omar.session, null), isBusy);
  for (const reader of [...readers, other]) await reader.leave();
  assert.equal(streams.count, 0);
});

Deno.test("a reader that takes nothing is cut off and resumes where it was", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services, { queuedBytes: 2_000 });
  const { session } = await anOperator(test.services);
  const slow = streams.open(session, "");
  const { booking } = await aStoredBooking(test.services);
  for (const type of ["depart", "arrive", "board", "complete"] as const) {
    if (type === "depart") await assign(test.services, booking.id);
    const stored = await test.services.bookings.get(booking.id);
    const expectedVersion = stored?.booking.version ?? 0;
    await change(test.services, { bookingId: booking.id, command: { type }, expectedVersion });
  }
  while (streams.count > 0) await streams.check();
  await assert.rejects(slow.text(), /too slow/);
  const again = new EventReader(streamsOf(test.services).open(session, ""));
  const versions: number[] = [];
  while (versions.length < 6) {
    versions.push(JSON.parse((await again.nextOf("booking"))?.data ?? "{}").summary.version);
  }
  assert.deepEqual(versions, [1, 2, 3, 4, 5, 6]);
  await again.leave();
});

Deno.test("a reader that has gone without a word is cut off after half a minute", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  const gone = streams.open(session, null);
  const here = new EventReader(streams.open(session, null));
  await here.nextOf("beat");
  for (let i = 0; i <= STREAM_LIMITS.stalledChecks; i++) {
    await streams.check();
    if (i % STREAM_LIMITS.checksPerBeat === STREAM_LIMITS.checksPerBeat - 1) {
      await here.nextOf("beat");
    }
  }
  assert.equal(streams.count, 1);
  await assert.rejects(gone.text(), /too slow/);
  assert.equal(STREAM_LIMITS.stalledChecks * STREAM_LIMITS.checkMs, 30_000);
  await here.leave();
});

Deno.test("two hundred boards that come and go leave nothing behind", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services, { perSession: 256 });
  const { session } = await anOperator(test.services);
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => streams.open(session, null),
  );
  const url = `http://127.0.0.1:${server.addr.port}/`;
  for (let round = 0; round < 4; round++) {
    const readers = await Promise.all(Array.from({ length: 50 }, async () => {
      const reader = new EventReader(await fetch(url));
      await reader.nextOf("beat");
      return reader;
    }));
    assert.equal(streams.count, 50);
    assert.equal(test.services.db.bell.listenerCount, 1);
    await Promise.all(readers.map((reader) => reader.leave()));
    while (streams.count > 0) {
      await streams.check();
      // The server looks at its sockets only when nothing else is to be done.
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  assert.equal(test.services.db.bell.listenerCount, 0);
  await server.shutdown();
});

function isBusy(error: unknown): boolean {
  return error instanceof DomainError && error.code === "busy";
}

async function assign(services: Services, bookingId: Parameters<typeof change>[1]["bookingId"]) {
  const [driver] = await services.fleet.drivers();
  if (driver === undefined) throw new Error("The test fleet has no drivers");
  const command = { type: "assign" as const, driverId: driver.id };
  await change(services, { bookingId, command, expectedVersion: 1 });
}

function change(
  services: Services,
  input: Omit<Parameters<typeof changeBooking>[1], "actor">,
) {
  return changeBooking(services, {
    ...input,
    actor: { kind: "operator", id: null, name: "Karin" },
  });
}
