// Whatever happened to bookings, and whatever happened to the processes that look for them, the index finds what a
// plain look through all stored rows finds. Two indexes on one database stand for two processes.
import assert from "node:assert/strict";
import { type Booking, bookingId } from "../../../lib/booking/booking.ts";
import type { BookingCommand } from "../../../lib/booking/booking-command.ts";
import { bookingCan, decide, evolve, replay } from "../../../lib/booking/booking-rules.ts";
import { BookingStore, writeBooking } from "../../../lib/booking/booking-store.ts";
import { bookingKeys } from "../../../lib/booking/keys.ts";
import { MemorySearch } from "../../../lib/booking/search/memory-search.ts";
import type { SearchPosition } from "../../../lib/booking/search/result-order.ts";
import { FEED_KEPT_MS } from "../../../lib/kv/keys.ts";
import { Feed } from "../../../lib/kv/feed.ts";
import { openDatabase } from "../../../lib/kv/open.ts";
import { Transaction } from "../../../lib/kv/transaction.ts";
import { DEMO_DRIVERS, DEMO_VEHICLES } from "../../../scripts/demo/demo-fleet.ts";
import { aBookedTrip, aCommand, aConfirmation, AT, REACH_KEY } from "../../support/bookings.ts";
import { fc } from "../../support/property.ts";

const NAMES = ["Maja Öberg", "Łukasz Maj", "Sinéad O’Neil", "Bo Ek"];
const PHONES = ["+46701234567", "+46709999999", "+447911123456", "+4531123456"];
const NOTES = ["", "Portkod 4711", "Maj i bagaget"];
const QUERIES = [
  ...["maj", "oberg", "maja öb", "lukasz", "oneil", "o'neil s", "ek", "portkod", "sk1436"],
  ...["070-123", "07911 123456", "+44 79", "4567", "landv", "hamngatan land", "bil 01", "zzz"],
];
const NOW = Temporal.Instant.from(AT);
/** Bookings on a page: few, so that short histories have several. */
const PAGE = 3;
const META = { at: AT, actor: { kind: "system" } } as const;

type Step =
  | { do: "create"; name: string; phone: string; note: string; hours: number }
  | { do: "change"; which: number; action: BookingCommand["type"] }
  | { do: "erase" | "rename"; which: number }
  | { do: "forget the feed" | "restart" | "look" };

const which = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("create" as const),
      name: fc.constantFrom(...NAMES),
      phone: fc.constantFrom(...PHONES),
      note: fc.constantFrom(...NOTES),
      hours: fc.integer({ min: -40, max: 40 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("change" as const),
      which,
      action: fc.constantFrom(
        ...["assign", "unassign", "cancel", "reschedule", "change-details", "depart"] as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom("erase" as const, "rename" as const), which }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("forget the feed" as const, "restart" as const, "look" as const),
    }),
  },
);

Deno.test("after any history the index finds what a look through all rows finds, in every process", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const db = await openDatabase(":memory:");
      try {
        const world = new World(db);
        for (const one of steps) await world.take(one);
        await world.compare();
      } finally {
        db.close();
      }
    }),
    { numRuns: 60 },
  );
});

/** A database, what is stored in it, and two processes that search it. */
class World {
  readonly #bookings: BookingStore;
  readonly #feed: Feed;
  #searches: MemorySearch[];
  #made = 0;

  constructor(readonly db: Awaited<ReturnType<typeof openDatabase>>) {
    this.#bookings = new BookingStore(db, REACH_KEY);
    this.#feed = new Feed(db);
    this.#searches = [this.#search(), this.#search()];
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case "create":
        return await this.#create(step);
      case "change":
        return await this.#change(step.which, step.action);
      case "rename":
        return await this.#write(await this.#at(step.which), { name: "Nina Ny", phone: "+46311" });
      case "erase": {
        const booking = await this.#at(step.which);
        if (booking !== undefined) await this.db.write.delete(bookingKeys.booking(booking.id));
        return;
      }
      case "forget the feed": {
        const later = Temporal.Instant.from(AT).add({ milliseconds: FEED_KEPT_MS + 1 });
        while (!await this.#feed.prune(later));
        return;
      }
      case "restart":
        this.#searches = [this.#search(), this.#searches[1] ?? this.#search()];
        return;
      case "look":
        return await this.compare();
    }
  }

  /** Every query in both processes, page by page, against a look through the rows. */
  async compare(): Promise<void> {
    const stored = await this.#all();
    for (const search of this.#searches) {
      for (const query of QUERIES) {
        const expected = inOrder(stored.filter((booking) => fits(booking, query)));
        const whole = await search.find({ query, limit: 100, after: null });
        assert.equal(whole.total, expected.length, query);
        assert.equal(whole.next, null, "all of them are on one page");
        assert.deepEqual(await foundBy(search, query, expected.length), expected, query);
      }
    }
  }

  #search(): MemorySearch {
    return new MemorySearch({
      bookings: this.#bookings,
      feed: this.#feed,
      clock: { now: () => NOW },
      shutdown: new AbortController().signal,
      fleet: {
        vehicles: () => Promise.resolve([...DEMO_VEHICLES]),
        drivers: () => Promise.resolve([...DEMO_DRIVERS]),
      },
    });
  }

  async #create({ name, phone, note, hours }: Step & { do: "create" }): Promise<void> {
    const instant = Temporal.Instant.from(AT).add({ hours }).toString();
    const number = String(this.#made++).padStart(3, "0");
    const event = {
      ...aConfirmation(aBookedTrip({ instant })),
      ...{ contact: { name, phone, email: "" }, note, flightNumber: note === "" ? "" : "SK1436" },
      ...{ id: bookingId(`01KAMZ8N00AVANT1B00K1NG${number}`), reference: `K4Q${number}` },
    };
    const tx = new Transaction(this.db);
    writeBooking(tx, { before: null, after: replay([event]), events: [event] });
    assert.notEqual(await tx.commit(), null);
  }

  async #change(which: number, action: BookingCommand["type"]): Promise<void> {
    const booking = await this.#at(which);
    if (booking === undefined || !bookingCan(action, booking.status)) return;
    await this.#write(booking, null, aCommand(action));
  }

  async #write(
    booking: Booking | undefined,
    contact: { name: string; phone: string } | null,
    command = aCommand("cancel"),
  ): Promise<void> {
    if (booking === undefined || !bookingCan(command.type, booking.status)) return;
    const before = await this.#bookings.get(booking.id);
    const events = decide(booking, command, META);
    const changed = events.reduce<Booking>(evolve, booking);
    const after = contact === null ? changed : { ...changed, contact: { ...contact, email: "" } };
    const tx = new Transaction(this.db);
    writeBooking(tx, { before, after, events });
    assert.notEqual(await tx.commit(), null);
  }

  async #at(which: number): Promise<Booking | undefined> {
    const all = await this.#all();
    return all[which % Math.max(1, all.length)];
  }

  async #all(): Promise<Booking[]> {
    return await this.#bookings.listNewest(1_000, null);
  }
}

/** What is found page by page: the counts of each page are those of the whole, and there is more until the end. */
async function foundBy(search: MemorySearch, query: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  let after: SearchPosition | null = null;
  do {
    const found = await search.find({ query, limit: PAGE, after });
    assert.deepEqual([found.total, found.before], [count, ids.length], query);
    ids.push(...found.bookings.map(({ id }) => id));
    assert.equal(found.next !== null, ids.length < count, `${query}: more after ${ids.length}`);
    after = found.next;
  } while (after !== null);
  return ids;
}

/** The order a person expects: what is not over or still to come, the next one first; then the latest first. */
function inOrder(bookings: readonly Booking[]): string[] {
  const pickup = (booking: Booking) => Date.parse(booking.trip.pickup.instant);
  const over = ["completed", "cancelled", "no-show", "expired"];
  const isAhead = (one: Booking) =>
    !over.includes(one.status) || pickup(one) >= NOW.epochMilliseconds;
  const byId = (a: Booking, b: Booking) => a.id < b.id ? -1 : 1;
  const ahead = bookings.filter(isAhead).toSorted((a, b) => pickup(a) - pickup(b) || byId(a, b));
  const behind = bookings.filter((one) => !isAhead(one))
    .toSorted((a, b) => pickup(b) - pickup(a) || byId(a, b));
  return [...ahead, ...behind].map(({ id }) => id);
}

/** The plain look: no index, no code of the search. */
function fits(booking: Booking, query: string): boolean {
  const { contact: { name, phone }, trip, note, flightNumber } = booking;
  const driver = "driverId" in booking ? booking.driverId : "";
  const vehicle = DEMO_VEHICLES.find(({ id }) => id === booking.reservation.vehicleId);
  const texts = [name, trip.from.name, trip.from.area, trip.from.words, trip.to.name, trip.to.area];
  texts.push(trip.to.words, note, vehicle?.name ?? "", vehicle?.registration ?? "");
  texts.push(DEMO_DRIVERS.find(({ id }) => id === driver)?.name ?? "");
  const words = texts.flatMap((text) => plain(text).split(/[^a-z0-9]+/)).filter(Boolean);
  words.push(plain(name).replaceAll(/[^a-z0-9 ]/g, "").split(" ").at(-1) ?? "");
  if (query === "sk1436") return flightNumber === "SK1436";
  const digits = query.replaceAll(/[^\d+]/g, "");
  if (/^\+?\d{4,}$/.test(digits) && !/[a-zö]/i.test(query)) {
    const isFromCode = digits.startsWith("+") && phone.startsWith(digits);
    const code = ["+46", "+44", "+45"].find((one) => phone.startsWith(one)) ?? "";
    const isNational = phone.slice(code.length).startsWith(digits.replace(/^0/, ""));
    const isWord = words.some((word) => word.startsWith(digits));
    return isFromCode || isNational || isWord || phone.endsWith(digits);
  }
  return plain(query).replaceAll("'", "").split(" ").every((part) =>
    words.some((word) => word.startsWith(part))
  );
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll("ł", "l").normalize("NFD").replaceAll(/\p{M}/gu, "");
}
