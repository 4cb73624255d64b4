// Quotes nobody buys take no more room than there is, of one network and of all, whatever is asked for.
import assert from "node:assert/strict";
import { ulid } from "../../lib/kernel/ids.ts";
import { QUOTE_ROW_TTL_MS } from "../../lib/pricing/keys.ts";
import { type QuoteId, quoteId } from "../../lib/pricing/quote.ts";
import { MAX_GIVING_WAY, QUOTE_BOUNDS, QuoteRoom } from "../../lib/pricing/quote-room.ts";
import { QuoteStore } from "../../lib/pricing/quote-store.ts";
import { storedBytes } from "../../lib/pricing/stored-bytes.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { testServices } from "../support/services.ts";
import { aQuote, MAJA } from "../support/trips.ts";

const NOW_MS = Date.parse("2026-11-23T05:00:00Z");

function id(number: number, afterMs = 0): QuoteId {
  const bytes = (length: number) => {
    const some = new Uint8Array(length);
    new DataView(some.buffer).setUint32(length - 4, number);
    return some;
  };
  return quoteId(ulid(NOW_MS + afterMs, bytes));
}

Deno.test("two hundred thousand attempts of one network and of a thousand never take more room than there is", () => {
  const room = new QuoteRoom();
  const alive = new Set<QuoteId>();
  let most = 0;
  for (let i = 0; i < 200_000; i++) {
    const one = id(i);
    alive.add(one);
    const sender = i < 100_000 ? "203.0.113.1" : `198.51.${i % 1_000}`;
    for (const over of room.add(one, 6_000 + i % 500, sender)) alive.delete(over);
    most = Math.max(most, room.bytes);
    if (i === 99_999) assert(room.bytes <= QUOTE_BOUNDS.network, String(room.bytes));
  }
  assert(most <= QUOTE_BOUNDS.total, String(most));
  // Everything that was stored is there or was told to give way, the oldest first.
  const kept = [...alive].toSorted();
  assert.equal(kept.at(-1), id(199_999));
  assert(alive.size > 40_000 && alive.size < 45_000, String(alive.size));
  console.info(
    `200,000 attempts: at most ${most} bytes of ${QUOTE_BOUNDS.total}, ${alive.size} quotes kept`,
  );
});

Deno.test("one network that asks for too much pushes out its own, nobody else's", () => {
  const room = new QuoteRoom({ total: 1_000, network: 300 });
  for (let i = 0; i < 3; i++) assert.deepEqual(room.add(id(i), 100, "a"), []);
  assert.deepEqual(room.add(id(3), 100, "b"), []);
  assert.deepEqual(room.add(id(4), 100, "a"), [id(0)]);
  assert.deepEqual(room.add(id(5), 100, "a"), [id(1)]);
  assert.deepEqual(room.add(id(6), 100, "b"), []);
});

Deno.test("of all together the oldest goes, those of earlier processes before ours; so many at a time as a commit can check", () => {
  const room = new QuoteRoom({ total: 1_000, network: 1_000 });
  for (let i = 0; i < 9; i++) room.add(id(100 + i), 100, "");
  room.addFormer(id(1), 100);
  room.addFormer(id(1), 100);
  assert.equal(room.bytes, 1_000);
  assert.deepEqual(room.add(id(200), 100, ""), [id(1)]);
  assert.deepEqual(room.add(id(201), 100, ""), [id(100)]);
  const over = room.add(id(202), 900, "");
  assert.deepEqual(over, [101, 102, 103, 104].map((i) => id(i)));
  assert.equal(over.length, MAX_GIVING_WAY);
  assert.equal(room.add(id(203), 0, "").length, MAX_GIVING_WAY);
});

Deno.test("a quote larger than all the room there is stays itself; rows whose time is over count no more", () => {
  const room = new QuoteRoom({ total: 100, network: 100 });
  assert.deepEqual(room.add(id(0), 500, "a"), []);
  assert.deepEqual(room.add(id(1, QUOTE_ROW_TTL_MS + 1), 50, "a"), []);
  assert.equal(room.bytes, 50);
});

Deno.test("the store deletes what gives way, and nothing that was bought, also not in the same moment", async () => {
  await using test = await testServices();
  const { services } = test;
  const { db } = services;
  const bytes = storedBytes(await aQuote(services));
  const store = new QuoteStore(db, new QuoteRoom({ total: 3.5 * bytes, network: 1e9 }));
  store.keepMarked((id) => bookingKeys.quoteBought(id));
  const own = { ...services, quotes: store };
  const first = await aQuote(own);
  const second = await aQuote(own);
  await createBooking(own, {
    ...{ quoteId: first.id, vehicleClass: "standard", contact: MAJA, flightNumber: "", note: "" },
    ...{ locale: "sv", idempotencyKey: "one" },
  });
  // Bought between the look at its mark and the commit.
  const getMany = db.read.getMany.bind(db.read);
  let isBought = false;
  db.read.getMany = (async (keys: readonly Deno.KvKey[], options) => {
    const found = await getMany(keys as never, options);
    const wasLookedAt = keys.some((key) => key[0] === "quoteBought" && key[1] === second.id);
    if (wasLookedAt && !isBought) {
      isBought = true;
      await db.write.set(bookingKeys.quoteBought(second.id), "a booking");
    }
    return found;
  }) as typeof getMany;
  const more = [];
  for (let i = 0; i < 4; i++) more.push(await aQuote(own));
  const there = async (quote: { id: QuoteId }) => await store.get(quote.id) !== null;
  assert.deepEqual([await there(first), await there(second), isBought], [true, true, true]);
  assert.equal(await there(more[0] ?? { id: id(0) }), false);
  assert.equal(await there(more[3] ?? { id: id(0) }), true);
});

Deno.test("what an earlier process stored is counted a little at a time, and gives way first", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const quotes = [];
  for (let i = 0; i < 3; i++) {
    quotes.push(await aQuote(services));
    clock.advance({ seconds: 1 });
  }
  const bytes = storedBytes(quotes[0]);
  const store = new QuoteStore(services.db, new QuoteRoom({ total: 3.5 * bytes, network: 1e9 }));
  assert.equal(await store.countStored(), false);
  await aQuote({ ...services, quotes: store });
  const kept = await Promise.all(quotes.map(async (one) => await store.get(one.id) !== null));
  assert.deepEqual(kept, [false, true, true]);
});
