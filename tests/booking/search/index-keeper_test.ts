import assert from "node:assert/strict";
import { bookingId } from "../../../lib/booking/booking.ts";
import { replay } from "../../../lib/booking/booking-rules.ts";
import { BookingStore, writeBooking } from "../../../lib/booking/booking-store.ts";
import { bookingKeys } from "../../../lib/booking/keys.ts";
import { BookingIndex } from "../../../lib/booking/search/booking-index.ts";
import { IndexKeeper, ROWS_PER_SLICE } from "../../../lib/booking/search/index-keeper.ts";
import { ulid } from "../../../lib/kernel/ids.ts";
import { Feed } from "../../../lib/kv/feed.ts";
import { FEED_KEPT_MS } from "../../../lib/kv/keys.ts";
import { type Database, openDatabase } from "../../../lib/kv/open.ts";
import { Transaction } from "../../../lib/kv/transaction.ts";
import { aBookedTrip, aConfirmation, AT, REACH_KEY } from "../../support/bookings.ts";

const SLICES = 4;
const COUNT = ROWS_PER_SLICE * SLICES + 1;

Deno.test("an index is built in slices, newest bookings first, and says how far it has come", async () => {
  await using made = await madeKeeper(COUNT);
  const { keeper, index } = made;
  assert.deepEqual(keeper.cover, { kind: "building", share: 0 });
  const shares: number[] = [];
  for (let slice = 1; slice <= SLICES; slice++) {
    await keeper.catchUp(1);
    assert.equal(index.size, ROWS_PER_SLICE * slice);
    assert(keeper.cover.kind === "building");
    shares.push(keeper.cover.share);
  }
  assert.deepEqual(shares, shares.toSorted((a, b) => a - b));
  assert(shares[0]! > 0.2 && shares[0]! < 0.3 && shares.at(-1)! > 0.99, String(shares));
  await keeper.catchUp(1);
  assert.deepEqual([index.size, keeper.cover], [COUNT, { kind: "whole" }]);
});

Deno.test("what is booked and changed while an index is built is in it, on both sides of where the walk is", async () => {
  await using made = await madeKeeper(COUNT);
  const { keeper, index, db } = made;
  await keeper.catchUp(2);
  await write(db, COUNT + 5);
  assert.equal(index.size, ROWS_PER_SLICE * 2);
  await keeper.catchUp(1);
  assert.equal(index.size, ROWS_PER_SLICE * 3 + 1, "the feed was read too");
  await keeper.catchUp(Infinity);
  assert.equal(index.size, COUNT + 1);
});

Deno.test("who missed what the feed has no more builds anew, and lets go of what is not stored any more", async () => {
  await using made = await madeKeeper(COUNT);
  const { keeper, index, db, feed } = made;
  await keeper.catchUp(Infinity);
  await db.write.delete(bookingKeys.booking(idOf(7)));
  await write(db, COUNT + 5);
  const later = Temporal.Instant.from(AT).add({ milliseconds: FEED_KEPT_MS + 1 });
  while (!await feed.prune(later));
  await keeper.catchUp(1);
  assert(keeper.cover.kind === "building");
  await keeper.catchUp(Infinity);
  assert.deepEqual([index.size, keeper.cover.kind], [COUNT, "whole"]);
  assert.deepEqual(index.unseen(2), []);
});

Deno.test("who misses something at the very end of a building builds again, and says so", async () => {
  await using made = await madeKeeper(ROWS_PER_SLICE + 1);
  const { db, feed, index } = made;
  const store = new BookingStore(db, REACH_KEY);
  let hasLost = false;
  const bookings = {
    getAll: store.getAll.bind(store),
    oldestId: store.oldestId.bind(store),
    listNewest: async (...asked: Parameters<BookingStore["listNewest"]>) => {
      const slice = await store.listNewest(...asked);
      if (slice.length === ROWS_PER_SLICE || hasLost) return slice;
      hasLost = true;
      await write(db, 900);
      const later = Temporal.Instant.from(AT).add({ milliseconds: FEED_KEPT_MS + 1 });
      while (!await feed.prune(later));
      return slice;
    },
  };
  const shutdown = new AbortController().signal;
  const keeper = new IndexKeeper({ index, bookings, feed, shutdown });
  await keeper.catchUp(2);
  assert.equal(keeper.cover.kind, "building");
  await keeper.catchUp(Infinity);
  assert.deepEqual([index.size, keeper.cover.kind], [ROWS_PER_SLICE + 2, "whole"]);
});

Deno.test("while one call builds, another does not wait for it", async () => {
  await using made = await madeKeeper(COUNT);
  const building = made.keeper.catchUp(Infinity);
  await made.keeper.catchUp(Infinity);
  assert.equal(made.keeper.cover.kind, "building");
  await building;
  assert.equal(made.keeper.cover.kind, "whole");
});

Deno.test("a building ends when the process does", async () => {
  await using made = await madeKeeper(COUNT);
  made.stop.abort();
  await made.keeper.catchUp(Infinity);
  assert.deepEqual([made.index.size, made.keeper.cover.kind], [0, "building"]);
});

async function madeKeeper(count: number) {
  const db = await openDatabase(":memory:");
  for (let i = 0; i < count; i++) await write(db, i);
  const [bookings, feed, index] = [
    new BookingStore(db, REACH_KEY),
    new Feed(db),
    new BookingIndex(),
  ];
  const stop = new AbortController();
  const keeper = new IndexKeeper({ index, bookings, feed, shutdown: stop.signal });
  return {
    ...{ db, feed, index, keeper, stop },
    [Symbol.asyncDispose]: () => Promise.resolve(db.close()),
  };
}

async function write(db: Database, i: number): Promise<void> {
  const event = { ...aConfirmation(aBookedTrip()), id: idOf(i), reference: codeOf(i) };
  const tx = new Transaction(db);
  writeBooking(tx, { before: null, after: replay([event]), events: [event] });
  assert.notEqual(await tx.commit(), null);
}

/** One an hour. */
function idOf(i: number) {
  return bookingId(ulid(Date.parse(AT) + i * 3_600_000, (length) => new Uint8Array(length)));
}

function codeOf(i: number): string {
  return `K${String(i).padStart(5, "0")}`;
}
