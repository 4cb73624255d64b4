import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import type { BookingId } from "../../lib/booking/booking.ts";
import { BookingStore } from "../../lib/booking/booking-store.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import {
  MAX_MOVES,
  quoteReschedule,
  rescheduleBooking,
} from "../../lib/booking/reschedule-booking.ts";
import type { Job } from "../../lib/kv/job.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { Sweep } from "../../lib/kv/sweep.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { readWallTime } from "../../lib/kernel/wall-time.ts";
import { pricingKeys } from "../../lib/pricing/keys.ts";
import type { Quote } from "../../lib/pricing/quote.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { REACH_KEY } from "../support/bookings.ts";
import { tempFolder } from "../support/databases.ts";
import { refusal } from "../support/refusal.ts";
import { TEST_NOW, testServices } from "../support/services.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";

const ONE_VEHICLE = DEMO_VEHICLES.slice(0, 1);
const TWO_VEHICLES = DEMO_VEHICLES.slice(0, 2);

Deno.test("rescheduleBooking() moves to the quote's time and price and keeps reference, contact and link", async () => {
  await using test = await testServices();
  const { booking, link } = await aStoredBooking(test.services);
  const quote = await quoteAt(test.services, link, "2026-11-25T23:50");
  assert.equal(quote.reschedules, booking.id);
  const moved = await rescheduleBooking(test.services, { link, quoteId: quote.id });
  assert.equal(moved.trip.pickup.wallTime, "2026-11-25T23:50");
  const option = quote.options.find((one) => one.vehicleClass === booking.trip.vehicleClass);
  assert.equal(moved.trip.totalOre, option?.totalOre);
  assert.equal(moved.reference, booking.reference);
  assert.deepEqual(moved.contact, booking.contact);
  await auditBookings(test.services.db);
});

Deno.test("rescheduleBooking() by a few minutes keeps the only vehicle, though it is taken by the booking itself", async () => {
  await using test = await testServices({ vehicles: ONE_VEHICLE });
  const { booking, link } = await aStoredBooking(test.services);
  const quote = await quoteAt(test.services, link, "2026-11-24T10:10");
  const moved = await rescheduleBooking(test.services, { link, quoteId: quote.id });
  assert.equal(moved.reservation.vehicleId, booking.reservation.vehicleId);
  await auditBookings(test.services.db);
});

Deno.test("rescheduleBooking() takes another vehicle when its own is taken then, and frees its own", async () => {
  await using test = await testServices({ vehicles: TWO_VEHICLES });
  const { booking, link } = await aStoredBooking(test.services);
  const other = await aStoredBooking(test.services, { wallTime: "2026-11-24T15:00" });
  const quote = await quoteAt(test.services, link, "2026-11-24T15:00");
  const moved = await rescheduleBooking(test.services, { link, quoteId: quote.id });
  assert.notEqual(moved.reservation.vehicleId, other.booking.reservation.vehicleId);
  const { vehicleId } = booking.reservation;
  assert.equal(await test.services.schedules.anyFree([vehicleId], booking.reservation), true);
  await auditBookings(test.services.db);
});

Deno.test("rescheduleBooking() without a free vehicle changes nothing and names later times that do work", async () => {
  await using test = await testServices({ vehicles: ONE_VEHICLE });
  const { booking, link } = await aStoredBooking(test.services, { wallTime: "2026-11-24T12:00" });
  await aStoredBooking(test.services, { wallTime: "2026-11-24T10:00" });
  const quote = await quoteAt(test.services, link, "2026-11-24T10:15");
  const refused = await refusal(
    rescheduleBooking(test.services, { link, quoteId: quote.id }),
    "no-vehicle-free",
  );
  assert.deepEqual((await test.services.bookings.get(booking.id))?.booking, booking);
  const alternatives = refused.details["alternatives"] as string[];
  assert.equal(alternatives.length, 3);
  // The booking's own noon does not stand in the way of its move.
  const [first = "", , last = ""] = alternatives;
  assert(Date.parse(last) < Date.parse(booking.trip.pickup.instant));
  const better = await quoteReschedule(test.services, {
    link,
    pickup: { wallTime: "", timeZone: "", instant: first },
  });
  const moved = await rescheduleBooking(test.services, { link, quoteId: better.id });
  assert.equal(Date.parse(moved.trip.pickup.instant), Date.parse(first));
});

Deno.test("rescheduleBooking() is possible exactly as long as cancelling is free", async () => {
  await using test = await testServices();
  const { link } = await aStoredBooking(test.services);
  test.clock.set("2026-11-24T08:00:00Z");
  const quote = await quoteAt(test.services, link, "2026-11-24T15:00");
  test.clock.advance({ milliseconds: 1 });
  const { details } = await refusal(
    rescheduleBooking(test.services, { link, quoteId: quote.id }),
    "reschedule-too-late",
  );
  assert.deepEqual(details, { freeUntil: "2026-11-24T08:00:00.000Z" });
  await refusal(quoteAt(test.services, link, "2026-11-24T16:00"), "reschedule-too-late");
  test.clock.set("2026-11-24T08:00:00Z");
  const moved = await rescheduleBooking(test.services, { link, quoteId: quote.id });
  assert.equal(moved.trip.pickup.wallTime, "2026-11-24T15:00");
});

Deno.test("rescheduleBooking() refuses a quote for another booking, for a new trip, and one already used", async () => {
  await using test = await testServices();
  const mine = await aStoredBooking(test.services);
  const yours = await aStoredBooking(test.services);
  const forYours = await quoteAt(test.services, yours.link, "2026-11-24T15:00");
  const forNew = await aQuote(test.services, { wallTime: "2026-11-24T15:00" });
  const move = (quoteId: typeof forNew.id) =>
    rescheduleBooking(test.services, { link: mine.link, quoteId });
  await refusal(move(forYours.id), "quote-for-other-booking");
  await refusal(move(forNew.id), "quote-for-other-booking");
  await refusal(aStoredBooking(test.services, { quote: forYours }), "quote-for-other-booking");
  const first = await quoteAt(test.services, mine.link, "2026-11-24T15:00");
  const second = await quoteAt(test.services, mine.link, "2026-11-24T16:00");
  await move(first.id);
  await move(second.id);
  await refusal(move(first.id), "quote-used");
});

Deno.test("rescheduleBooking() sent twice, also at the same moment, is one move", async () => {
  await using test = await testServices();
  const { booking, link } = await aStoredBooking(test.services);
  const { id: quoteId } = await quoteAt(test.services, link, "2026-11-24T15:00");
  const send = () => rescheduleBooking(test.services, { link, quoteId });
  const answers = await Promise.allSettled(Array.from({ length: 10 }, send));
  for (const answer of answers) {
    assert(answer.status === "fulfilled", String((answer as PromiseRejectedResult).reason));
  }
  const rows = async () =>
    (await Array.fromAsync(test.services.db.read.list({ prefix: [] })))
      .map(({ key, versionstamp }) => `${key.join(" ")} ${versionstamp}`);
  const before = await rows();
  await send();
  assert.deepEqual(await rows(), before);
  const events = await test.services.bookings.events(booking.id);
  assert.deepEqual(events.map((event) => event.type), ["confirmed", "rescheduled"]);
  await auditBookings(test.services.db);
});

Deno.test("double clicks on the only vehicle are one move each, however the two races fall", async () => {
  await using test = await testServices({ vehicles: ONE_VEHICLE });
  const { booking, link } = await aStoredBooking(test.services);
  for (let round = 0; round < 8; round++) {
    const { id: quoteId } = await quoteAt(test.services, link, `2026-11-24T1${round}:10`);
    const send = () => rescheduleBooking(test.services, { link, quoteId });
    const answers = await Promise.all(Array.from({ length: 6 }, send));
    for (const answer of answers) assert.equal(answer.trip.quoteId, quoteId);
  }
  assert.equal((await test.services.bookings.events(booking.id)).length, 9);
  await auditBookings(test.services.db);
});

Deno.test("a second send whose read was overtaken by the first one's commit is the same move", async () => {
  await using test = await testServices({ vehicles: ONE_VEHICLE });
  const { booking, link } = await aStoredBooking(test.services);
  const { id: quoteId } = await quoteAt(test.services, link, "2026-11-24T10:10");
  const overtaken = new OvertakenReader(
    test.services.db,
    () => rescheduleBooking(test.services, { link, quoteId }),
  );
  const second = await rescheduleBooking({ ...test.services, bookings: overtaken }, {
    link,
    quoteId,
  });
  assert.equal(second.trip.quoteId, quoteId);
  assert.equal((await test.services.bookings.events(booking.id)).length, 2);
});

Deno.test("two different moves of one booking at the same moment both end, and nothing lies afterwards", async () => {
  await using test = await testServices({ vehicles: TWO_VEHICLES });
  const { link } = await aStoredBooking(test.services);
  for (let round = 0; round < 10; round++) {
    const quotes = await Promise.all([
      quoteAt(test.services, link, `2026-11-24T1${round}:00`),
      quoteAt(test.services, link, `2026-11-24T1${round}:05`),
    ]);
    const sends = quotes.map(({ id }) => rescheduleBooking(test.services, { link, quoteId: id }));
    const answers = await Promise.allSettled(sends);
    assert(answers.some((answer) => answer.status === "fulfilled"));
  }
  await auditBookings(test.services.db);
});

Deno.test("rescheduleBooking() of an assigned booking frees its driver, in two events of one commit", async () => {
  await using test = await testServices();
  const { booking, link } = await aStoredBooking(test.services);
  await changeBooking(test.services, {
    bookingId: booking.id,
    command: { type: "assign", driverId: driverId("D01") },
    actor: { kind: "operator", id: null, name: "Sara" },
    expectedVersion: 1,
  });
  const quote = await quoteAt(test.services, link, "2026-11-24T15:00");
  const moved = await rescheduleBooking(test.services, { link, quoteId: quote.id });
  assert.equal(moved.status, "confirmed");
  assert.equal(moved.version, 4);
  await auditBookings(test.services.db);
});

Deno.test("a cancelled booking can be neither moved nor priced for a move", async () => {
  await using test = await testServices();
  const { link } = await aStoredBooking(test.services);
  const quote = await quoteAt(test.services, link, "2026-11-24T15:00");
  await cancelBooking(test.services, { link, reason: "", expectedFeeOre: 0 });
  await refusal(rescheduleBooking(test.services, { link, quoteId: quote.id }), "booking-state");
  await refusal(quoteAt(test.services, link, "2026-11-24T15:00"), "booking-state");
});

Deno.test("the mark of a bought quote outlives the quote's own row, after a purchase and after a move, and then goes", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await using test = await testServices({ database });
  const bought = await aQuote(test.services);
  const { link } = await aStoredBooking(test.services, { quote: bought });
  const moved = await quoteAt(test.services, link, "2026-11-24T15:00");
  await rescheduleBooking(test.services, { link, quoteId: moved.id });
  assert.equal(rowsThatKvCollects(database), 0, "KV would go by a clock that may be wrong");
  const there = async ({ id }: Quote) => {
    const keys = [pricingKeys.quote(id), bookingKeys.quoteBought(id)] as const;
    const rows = await Promise.all(keys.map((key) => test.services.db.read.get(key)));
    return rows.map(({ versionstamp }) => versionstamp !== null);
  };
  const sweep = new Sweep(test.services.db, KEY_FAMILIES);
  // A quote whose mark were gone before it could be sold a second time.
  for (
    const [hours, left] of [[23, [true, true]], [25, [false, true]], [50, [false, false]]] as const
  ) {
    test.clock.set(TEST_NOW);
    test.clock.advance({ hours });
    await sweep.next(test.clock);
    for (const quote of [bought, moved]) assert.deepEqual(await there(quote), left, `${hours} h`);
  }
});

Deno.test("a quote for a move can be used for fifteen minutes and not at the end of them", async () => {
  await using test = await testServices();
  const { link } = await aStoredBooking(test.services);
  const quote = await quoteAt(test.services, link, "2026-11-24T15:00");
  test.clock.advance({ minutes: 15 });
  const move = () => rescheduleBooking(test.services, { link, quoteId: quote.id });
  const { details } = await refusal(move(), "quote-expired");
  assert.deepEqual(details, { expiresAt: "2026-11-23T05:15:00Z" });
  test.clock.set("2026-11-23T05:14:59.999Z");
  assert.equal((await move()).trip.quoteId, quote.id);
});

/** Rows with an expiry of KV's own; the file is read beside the product. */
function rowsThatKvCollects(database: string): number {
  using sqlite = new DatabaseSync(database, { readOnly: true });
  const row = sqlite.prepare("select count(*) as n from kv where expiration_ms > 0").get();
  return Number(row?.["n"]);
}

/** Reads a booking, and lets a rival commit before it hands over what it read the first time. */
class OvertakenReader extends BookingStore {
  #rival: (() => Promise<unknown>) | null;

  constructor(db: Services["db"], rival: () => Promise<unknown>) {
    super(db, REACH_KEY);
    this.#rival = rival;
  }

  override async get(id: BookingId) {
    const found = await super.get(id);
    const rival = this.#rival;
    this.#rival = null;
    await rival?.();
    return found;
  }
}

async function quoteAt(services: Services, link: string, wallTime: string) {
  const reading = readWallTime(wallTime, "earlier");
  assert(reading.kind === "one");
  return await quoteReschedule(services, { link, pickup: reading.pickup });
}

Deno.test("a booking is moved twenty times by its customer and no more; its expiry is one job, at its last time", async () => {
  await using test = await testServices();
  const { link, booking } = await aStoredBooking(test.services);
  for (let i = 0; i < MAX_MOVES; i++) {
    const quote = await quoteAt(test.services, link, `2026-11-24T${i % 2 === 0 ? "15" : "16"}:00`);
    await rescheduleBooking(test.services, { link, quoteId: quote.id });
  }
  const { details } = await refusal(
    quoteAt(test.services, link, "2026-11-24T17:00"),
    "moved-too-often",
  );
  assert.deepEqual(details, { most: 20 });
  const jobs = await Array.fromAsync(
    test.services.db.read.list<Job>({ prefix: kvKeys.job.prefix }),
  );
  assert.deepEqual(jobs.map(({ key, value }) => [key[1], value.payload]), [
    // Two hours after 16.00 in Sweden.
    [Date.parse("2026-11-24T17:00:00Z"), { bookingId: booking.id }],
  ]);
});
