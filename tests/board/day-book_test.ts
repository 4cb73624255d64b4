// The days in memory against the rows in the database, whatever is committed while they are read.
import assert from "node:assert/strict";
import { DayBook, ROWS_PER_SLICE } from "../../lib/board/day-book.ts";
import { dayFigures } from "../../lib/board/day.ts";
import { bookingId, type BookingSummary } from "../../lib/booking/booking.ts";
import { bookingChanged } from "../../lib/booking/booking-feed.ts";
import { BookingStore } from "../../lib/booking/booking-store.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { FEED_KEPT_MS } from "../../lib/kv/keys.ts";
import { Feed } from "../../lib/kv/feed.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { aRow, BOARD_NOW_MS } from "../support/board.ts";
import { fc } from "../support/property.ts";
import { REACH_KEY } from "../support/bookings.ts";

const DATES = ["2026-11-23", "2026-11-24"] as const;
const NOW = new Date(BOARD_NOW_MS).toISOString();
/** When everything on the feed is old. */
const LATER = Temporal.Instant.from(NOW).add({ milliseconds: FEED_KEPT_MS + 1 });
/** Nobody waits beside a test. */
const NO_REST = { now: () => 0, wait: () => Promise.resolve() };

type Step =
  | { do: "write"; id: number; minutes: number; date: 0 | 1; status: BookingSummary["status"] }
  | {
    do: "read" | "look at the cars" | "forget the feed" | "read in between" | "renew in between";
  };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("write" as const),
      id: fc.nat(6),
      minutes: fc.nat(500),
      date: fc.constantFrom(0 as const, 1 as const),
      status: fc.constantFrom(...["confirmed", "en-route", "cancelled", "completed"] as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...["look at the cars", "look at the cars", "look at the cars"] as const,
        ...["read", "forget the feed"] as const,
        ...["read in between", "renew in between"] as const,
      ),
    }),
  },
);

Deno.test("a day is what its rows say, however reads, changes and a lost feed fall between each other", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 30 }), async (steps) => {
      const db = await openDatabase(":memory:");
      try {
        const world = new World(db);
        for (const one of steps) await world.take(one);
        await world.compare();
      } finally {
        db.close();
      }
    }),
    { numRuns: 80 },
  );
});

Deno.test("a day is read once for all who ask at once, a slice at a time", async () => {
  const db = await openDatabase(":memory:");
  try {
    for (let i = 0; i < 450; i++) await put(db, null, rowAt(i, i, 0, "confirmed", 1));
    const slices: number[] = [];
    const store = new BookingStore(db, REACH_KEY);
    const bookings = {
      listDayOf: store.listDayOf.bind(store),
      listDay: async (
        date: string,
        limit?: number,
        after?: Parameters<typeof store.listDay>[2],
      ) => {
        const rows = await store.listDay(date, limit, after);
        slices.push(rows.length);
        return rows;
      },
    };
    const book = new DayBook({
      bookings,
      feed: new Feed(db),
      clock: manualClock(NOW),
      timing: NO_REST,
    });
    const days = await Promise.all(Array.from({ length: 8 }, () => book.read(DATES[0])));
    assert.deepEqual(slices, [...Array(9).fill(ROWS_PER_SLICE), 0]);
    assert(days.every(({ day }) => day.rows.length === 450));
  } finally {
    db.close();
  }
});

Deno.test("rows that were deleted without a word are gone when the day is read anew", async () => {
  const db = await openDatabase(":memory:");
  try {
    const clock = manualClock(NOW);
    const book = new DayBook({
      bookings: new BookingStore(db, REACH_KEY),
      feed: new Feed(db),
      clock,
      timing: NO_REST,
    });
    const row = rowAt(1, 10, 0, "confirmed", 1);
    await put(db, null, row);
    assert.equal((await book.read(DATES[0])).day.rows.length, 1);
    await db.write.delete(bookingKeys.bookingByDay(DATES[0], row.pickupMs, row.id));
    clock.set(new Date(BOARD_NOW_MS + 11 * 60_000).toISOString());
    assert.equal((await book.read(DATES[0])).day.rows.length, 0);
  } finally {
    db.close();
  }
});

Deno.test("a day is read anew before boards wait for it, and meanwhile they see the former one", async () => {
  const db = await openDatabase(":memory:");
  try {
    const clock = manualClock(NOW);
    const store = new BookingStore(db, REACH_KEY);
    let seen: number[] = [];
    const bookings = {
      listDayOf: store.listDayOf.bind(store),
      listDay: async (...asked: Parameters<BookingStore["listDay"]>) => {
        const rows = await store.listDay(...asked);
        if (isRenewing) seen.push((await book.read(DATES[0])).day.rows.length);
        return rows;
      },
    };
    let isRenewing = false;
    const book = new DayBook({ bookings, feed: new Feed(db), clock, timing: NO_REST });
    const row = rowAt(1, 10, 0, "confirmed", 1);
    await put(db, null, row);
    await book.renew();
    await db.write.delete(bookingKeys.bookingByDay(DATES[0], row.pickupMs, row.id));
    isRenewing = true;
    await book.renew();
    assert.deepEqual(seen, [], "it is not old yet");
    clock.set(new Date(BOARD_NOW_MS + 6 * 60_000).toISOString());
    await book.renew();
    // Yesterday, today, tomorrow; today's reading is over when tomorrow's begins.
    assert.deepEqual(seen, [1, 1, 0]);
    seen = [];
    clock.set(new Date(BOARD_NOW_MS + 17 * 60_000).toISOString());
    await book.renew();
    assert.deepEqual(seen, [], "no board has asked for ten minutes");
  } finally {
    db.close();
  }
});

Deno.test("a day whose renewal missed something on the feed is let go", async () => {
  const db = await openDatabase(":memory:");
  try {
    const clock = manualClock(NOW);
    const store = new BookingStore(db, REACH_KEY);
    const feed = new Feed(db);
    const row = rowAt(1, 10, 0, "confirmed", 1);
    const bookings = {
      listDayOf: store.listDayOf.bind(store),
      listDay: async (...asked: Parameters<BookingStore["listDay"]>) => {
        const rows = await store.listDay(...asked);
        if (!isRenewing || asked[0] !== DATES[0]) return rows;
        isRenewing = false;
        await put(db, row, rowAt(1, 10, 0, "en-route", 2));
        while (!await feed.prune(LATER));
        await book.read(DATES[0]);
        return rows;
      },
    };
    let isRenewing = false;
    const book = new DayBook({ bookings, feed, clock, timing: NO_REST });
    await put(db, null, row);
    await book.renew();
    isRenewing = true;
    clock.set(new Date(BOARD_NOW_MS + 6 * 60_000).toISOString());
    await book.renew();
    assert.deepEqual((await book.read(DATES[0])).day.rows.map(({ status }) => status), [
      "en-route",
    ]);
  } finally {
    db.close();
  }
});

Deno.test("which cars are under way is heard from the feed, and no day is opened for it", async () => {
  const db = await openDatabase(":memory:");
  try {
    const [one, two] = [rowAt(1, 10, 0, "confirmed", 1), rowAt(2, 20, 0, "en-route", 1)];
    await Promise.all([one, two].map((row) => put(db, null, row)));
    const store = new BookingStore(db, REACH_KEY);
    const listDay = () => Promise.reject(new Error("A day was opened"));
    const bookings = { listDay, listDayOf: store.listDayOf.bind(store) };
    const clock = manualClock(NOW);
    const book = new DayBook({ bookings, feed: new Feed(db), clock, timing: NO_REST });
    assert.deepEqual(await book.vehiclesUnderWay(), new Set(["V2"]));
    assert.deepEqual(book.counts(), {}, "what is not whole is not counted");
    await put(db, one, rowAt(1, 10, 0, "en-route", 2));
    await put(db, two, rowAt(2, 20, 0, "completed", 2));
    assert.deepEqual(await book.vehiclesUnderWay(), new Set(["V1"]));
  } finally {
    db.close();
  }
});

Deno.test("a day that could not be read is read again", async () => {
  const db = await openDatabase(":memory:");
  try {
    const store = new BookingStore(db, REACH_KEY);
    let fails = true;
    const bookings = {
      listDayOf: store.listDayOf.bind(store),
      listDay: (date: string, limit?: number) =>
        fails ? Promise.reject(new Error("no disk")) : store.listDay(date, limit),
    };
    const book = new DayBook({
      ...{ bookings, feed: new Feed(db), clock: manualClock(NOW), timing: NO_REST },
    });
    await assert.rejects(book.read(DATES[0]), /no disk/);
    fails = false;
    assert.equal((await book.read(DATES[0])).day.rows.length, 0);
  } finally {
    db.close();
  }
});

/** A database and a book over it; what is written is kept beside it for comparison. */
class World {
  readonly #rows = new Map<string, BookingSummary>();
  readonly #feed: Feed;
  readonly #book: DayBook;
  readonly #clock = manualClock(NOW);
  #minutes = 0;
  /** Done between two slices of the next reading of a day. */
  #inBetween: (() => Promise<void>) | null = null;

  constructor(readonly db: Database) {
    this.#feed = new Feed(db);
    const store = new BookingStore(db, REACH_KEY);
    const bookings = {
      listDayOf: store.listDayOf.bind(store),
      listDay: async (...asked: Parameters<BookingStore["listDay"]>) => {
        const rows = await store.listDay(...asked);
        const act = this.#inBetween;
        this.#inBetween = null;
        await act?.();
        return rows;
      },
    };
    this.#book = new DayBook({ bookings, feed: this.#feed, clock: this.#clock, timing: NO_REST });
  }

  async take(step: Step): Promise<void> {
    if (step.do === "write") return await this.#write(step);
    if (step.do === "read") return await this.compare();
    if (step.do === "look at the cars") return await this.#compareCars();
    if (step.do === "renew in between") return await this.#renew();
    while (!await this.#feed.prune(LATER));
    if (step.do === "forget the feed") return;
    // The days are read anew now, and a booking moves away after its row was read and before it is held.
    this.#inBetween = () => this.#moveAway(1);
    await Promise.all([this.#book.read(DATES[0]), this.#book.read(DATES[1])]);
    this.#inBetween = null;
  }

  /** The days are old, and while they are read anew bookings move and boards look. */
  async #renew(): Promise<void> {
    this.#minutes += 6;
    this.#clock.set(new Date(BOARD_NOW_MS + this.#minutes * 60_000).toISOString());
    let slices = 0;
    const act = async () => {
      await this.#moveAway(slices++ % 2 === 0 ? 1 : 0);
      if (slices === 5) { while (!await this.#feed.prune(LATER)); }
      await this.#book.read(DATES[0]);
      this.#inBetween = act;
    };
    this.#inBetween = act;
    await this.#book.renew();
    this.#inBetween = null;
  }

  async #moveAway(date: 0 | 1): Promise<void> {
    for (const id of [0, 1, 2]) {
      await this.#write({ do: "write", id, minutes: 5, date, status: "en-route" });
    }
  }

  async compare(): Promise<void> {
    for (const date of DATES) {
      const { day } = await this.#book.read(date);
      const expected = [...this.#rows.values()].filter(({ wallTime }) => wallTime.startsWith(date))
        .sort((a, b) => a.pickupMs - b.pickupMs || (a.id < b.id ? -1 : 1));
      assert.deepEqual(day.rows, expected);
      assert.deepEqual(day.figures, dayFigures(expected));
    }
    await this.#compareCars();
  }

  async #compareCars(): Promise<void> {
    const underWay = [...this.#rows.values()].filter(({ status }) => status === "en-route");
    const vehicles = await this.#book.vehiclesUnderWay();
    assert.deepEqual(vehicles, new Set(underWay.map(({ vehicleId }) => vehicleId)));
  }

  async #write({ id, minutes, date, status }: Step & { do: "write" }): Promise<void> {
    const before = this.#rows.get(String(id)) ?? null;
    const after = rowAt(id, minutes, date, status, (before?.version ?? 0) + 1);
    await put(this.db, before, after);
    this.#rows.set(String(id), after);
  }
}

function rowAt(
  id: number,
  minutes: number,
  date: 0 | 1,
  status: BookingSummary["status"],
  version: number,
): BookingSummary {
  const row = aRow(minutes + date * 24 * 60, { status, version });
  const vehicleId = `V${id}` as BookingSummary["vehicleId"];
  return {
    ...row,
    vehicleId,
    id: bookingId(`01KAMZ8N00AVANT1B00K1N${String(id).padStart(4, "0")}`),
  };
}

/** What the writer of bookings does to a day: the row, the former one, and the feed. */
async function put(db: Database, before: BookingSummary | null, after: BookingSummary) {
  const keyOf = ({ wallTime, pickupMs, id }: BookingSummary) =>
    bookingKeys.bookingByDay(wallTime.slice(0, 10), pickupMs, id);
  const tx = new Transaction(db);
  if (before !== null) tx.delete(keyOf(before));
  tx.set(keyOf(after), after).append(bookingChanged, {
    ...{ at: NOW, type: "confirmed", act: null, due: NOW, undid: null, summary: after },
  });
  assert.notEqual(await tx.commit(), null);
}
