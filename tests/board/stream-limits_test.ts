// What a board is told, how often, and the bounds that keep one board from costing more than its share.
import assert from "node:assert/strict";
import { BoardStreams } from "../../lib/board/board-streams.ts";
import { STREAM_LIMITS } from "../../lib/board/stream-limits.ts";
import { summarise } from "../../lib/booking/summarise.ts";
import { reference, streamsOf } from "../support/board-streams.ts";
import { EventReader } from "../support/event-reader.ts";
import { anOperator } from "../support/operator.ts";
import { TEST_NOW, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("a change says when it was, what it was and the row it left", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  const reader = new EventReader(streams.open(session, null));
  await reader.nextOf("beat");
  const { booking } = await aStoredBooking(test.services);
  const { data = "", id } = await reader.nextOf("booking") ?? {};
  assert.deepEqual(JSON.parse(data), {
    at: TEST_NOW,
    type: "confirmed",
    summary: summarise(booking),
  });
  assert.equal(id, await test.services.feed.head());
  await reader.leave();
});

Deno.test("one ring is enough for more than is read at once, and a beat follows what was told", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services, { replay: 2 });
  const { session } = await anOperator(test.services);
  const reader = new EventReader(streams.open(session, null));
  await reader.nextOf("beat");
  const { bell } = test.services.db;
  const ring = bell.ring.bind(bell);
  bell.ring = () => {};
  const made = [];
  for (let i = 0; i < 5; i++) made.push((await aStoredBooking(test.services)).booking.reference);
  ring();
  // A stream that says no more ends instead of keeping the test waiting.
  const seen = [];
  for (
    let message = await reader.next();
    message?.event === "booking";
    message = await reader.next()
  ) {
    seen.push(reference(message));
  }
  assert.deepEqual(seen, made);
  await reader.leave();
});

Deno.test("a ring that brought nothing new is followed by no beat", async () => {
  await using test = await testServices();
  let beats = 0;
  const { feed, sessions, shutdown } = test.services;
  const beat = () => Promise.resolve({ nowMs: 0, freeVehicles: ++beats, days: {}, down: [] });
  const deps = { feed, sessions, shutdown, beat };
  const streams = new BoardStreams(deps, { ...STREAM_LIMITS, checkMs: 3_600_000 });
  const { session } = await anOperator(test.services);
  const reader = new EventReader(streams.open(session, null));
  await reader.nextOf("beat");
  test.services.db.bell.ring();
  const { booking } = await aStoredBooking(test.services);
  assert.equal(reference(await reader.next()), booking.reference);
  assert.equal(JSON.parse((await reader.next())?.data ?? "{}").freeVehicles, 2);
  await reader.leave();
});

Deno.test("a board is told at once how soon to come back", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  const { body } = streamsOf(test.services).open(session, null);
  const reader = body?.getReader();
  const { value } = await reader?.read() ?? {};
  assert.equal(new TextDecoder().decode(value), "retry: 2000\n\n");
  await reader?.cancel();
});

Deno.test("a reader that takes something now and then is never cut off", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services, { stalledChecks: 2, checksPerBeat: 1 });
  const { session } = await anOperator(test.services);
  const reader = new EventReader(streams.open(session, null));
  await reader.nextOf("beat");
  for (let i = 0; i < 12; i++) {
    await streams.check();
    await reader.nextOf("beat");
  }
  assert.equal(streams.count, 1);
  await reader.leave();
});

Deno.test("a board that entries outrun twenty times is cut off instead of being served for ever", async () => {
  await using test = await testServices();
  let looks = 0;
  const feed = new Proxy(test.services.feed, {
    get: (store, name) => {
      const since = () => Promise.resolve({ commits: [], complete: ++looks > 1_000 });
      const member = Reflect.get(store, name, store);
      if (name === "since") return since;
      return typeof member === "function" ? member.bind(store) : member;
    },
  });
  const streams = streamsOf({ ...test.services, feed });
  const { session } = await anOperator(test.services);
  await assert.rejects(streams.open(session, null).text(), /too slow/);
  assert.equal(looks, 20);
  assert.equal(streams.count, 0);
});

Deno.test("the bounds of the product's streams", () => {
  assert.deepEqual(STREAM_LIMITS, {
    total: 256,
    perSession: 8,
    replay: 500,
    queuedBytes: 262_144,
    checkMs: 3_000,
    checksPerBeat: 5,
    stalledChecks: 10,
  });
});

Deno.test("a board that opens now hears of what comes and of nothing that was", async () => {
  await using test = await testServices();
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  for (let i = 0; i < 2; i++) await aStoredBooking(test.services);
  const reader = new EventReader(streams.open(session, null));
  assert.equal((await reader.next())?.event, "beat");
  const { booking } = await aStoredBooking(test.services);
  assert.equal(reference(await reader.next()), booking.reference);
  await reader.leave();
});

Deno.test("a board that leaves takes nothing from those that stay; the last one ends the listening", async () => {
  await using test = await testServices();
  const { bell } = test.services.db;
  const streams = streamsOf(test.services);
  const { session } = await anOperator(test.services);
  const [leaving, staying] = [1, 2].map(() => new EventReader(streams.open(session, null)));
  assert(leaving && staying);
  for (const reader of [leaving, staying]) await reader.nextOf("beat");
  await leaving.leave();
  assert.equal(bell.listenerCount, 1);
  const { booking } = await aStoredBooking(test.services);
  assert.equal(reference(await staying.nextOf("booking")), booking.reference);
  await staying.leave();
  assert.equal(bell.listenerCount, 0);
});
