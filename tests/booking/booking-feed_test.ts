import assert from "node:assert/strict";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { BookingFeed, FEED_KEPT_MS, type FeedEntry } from "../../lib/booking/booking-feed.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("the feed tells listeners of each commit what it stores, with the same cursors", async () => {
  await using test = await testServices();
  const { feed } = test.services;
  const heard: FeedEntry[] = [];
  const stop = feed.subscribe((entry) => heard.push(entry));
  const { link } = await aStoredBooking(test.services);
  await cancelBooking(test.services, { link, reason: "", expectedFeeOre: 0 });
  assert.deepEqual(heard.map((entry) => entry.type), ["confirmed", "cancelled"]);
  assert.deepEqual(await feed.since("", 10), { entries: heard, complete: true });
  assert.equal(feed.listenerCount, 1);
  stop();
  assert.equal(feed.listenerCount, 0);
  await aStoredBooking(test.services);
  assert.equal(heard.length, 2);
});

Deno.test("a repeated purchase and a repeated cancellation tell nobody anything", async () => {
  await using test = await testServices();
  const { link } = await aStoredBooking(test.services);
  await cancelBooking(test.services, { link, reason: "", expectedFeeOre: 0 });
  const heard: FeedEntry[] = [];
  test.services.feed.subscribe((entry) => heard.push(entry));
  await cancelBooking(test.services, { link, reason: "", expectedFeeOre: 0 });
  assert.deepEqual(heard, []);
});

Deno.test("since() gives a reader every entry once, in commit order, however small its pages", async () => {
  await using test = await testServices();
  const { feed } = test.services;
  await Promise.all(
    Array.from(
      { length: 12 },
      (_, i) => aStoredBooking(test.services, { wallTime: `2026-11-24T${10 + i}:00` }),
    ),
  );
  const whole = await feed.since("", 100);
  assert.equal(whole.entries.length, 12);
  assert.equal(whole.complete, true);
  const cursors = whole.entries.map((entry) => entry.cursor);
  assert.deepEqual(cursors, cursors.toSorted());
  const read: FeedEntry[] = [];
  let page = await feed.since("", 5);
  while (true) {
    read.push(...page.entries);
    if (page.complete) break;
    page = await feed.since(read.at(-1)?.cursor ?? "", 5);
  }
  assert.deepEqual(read, whole.entries);
});

Deno.test("a page that is exactly full is complete; one that is one short says so", async () => {
  await using test = await testServices();
  for (const hour of [10, 12]) {
    await aStoredBooking(test.services, { wallTime: `2026-11-24T${hour}:00` });
  }
  assert.equal((await test.services.feed.since("", 2)).complete, true);
  assert.equal((await test.services.feed.since("", 1)).complete, false);
});

Deno.test("latestCursor() is the point from which nothing is missed and nothing comes twice", async () => {
  await using test = await testServices();
  const { feed } = test.services;
  assert.equal(await feed.latestCursor(), "");
  await aStoredBooking(test.services);
  const cursor = await feed.latestCursor();
  assert.deepEqual(await feed.since(cursor, 10), { entries: [], complete: true });
  const { booking } = await aStoredBooking(test.services);
  const { entries } = await feed.since(cursor, 10);
  assert.deepEqual(entries.map((entry) => entry.summary.id), [booking.id]);
});

Deno.test("prune() deletes what is older than two days and keeps the rest, bounded at each call", async () => {
  await using test = await testServices();
  const { feed } = test.services;
  await aStoredBooking(test.services);
  test.clock.advance({ milliseconds: FEED_KEPT_MS });
  assert.equal(await feed.prune(test.clock.now()), true);
  assert.equal((await feed.since("", 10)).entries.length, 1);
  await aStoredBooking(test.services, { wallTime: "2026-11-27T10:00" });
  test.clock.advance({ milliseconds: 1 });
  assert.equal(await feed.prune(test.clock.now()), true);
  const { entries } = await feed.since("", 10);
  assert.deepEqual(entries.map((entry) => entry.summary.wallTime), ["2026-11-27T10:00"]);
});

Deno.test("a listener that leaves while it is told disturbs no other", async () => {
  await using test = await testServices();
  const feed = new BookingFeed(test.services.db);
  const heard: string[] = [];
  const stop = feed.subscribe(() => {
    heard.push("first");
    stop();
  });
  feed.subscribe(() => heard.push("second"));
  const entry = { cursor: "1" } as FeedEntry;
  feed.publish(entry);
  feed.publish(entry);
  assert.deepEqual(heard, ["first", "second", "second"]);
  await auditBookings(test.services.db);
});
