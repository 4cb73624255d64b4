import assert from "node:assert/strict";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { bookingKeys, QUOTE_MARK_KEPT_MS } from "../../lib/booking/keys.ts";
import { fleetKeys } from "../../lib/fleet/keys.ts";
import { pricingKeys, QUOTE_ROW_TTL_MS } from "../../lib/pricing/keys.ts";
import { readList } from "../../lib/kv/read.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { replay } from "../../lib/booking/booking-rules.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { touchedDays } from "../../lib/fleet/vehicle-day.ts";
import type { VehicleId } from "../../lib/fleet/vehicle.ts";
import { VehicleSchedules } from "../../lib/fleet/vehicle-schedule-store.ts";
import type { Transaction } from "../../lib/kv/transaction.ts";
import type { BookingId } from "../../lib/booking/booking.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { testServices } from "../support/services.ts";
import { aQuote, aStoredBooking, MAJA } from "../support/trips.ts";

const ONE_VEHICLE = DEMO_VEHICLES.slice(0, 1);

Deno.test("createBooking() keeps the quote's price, reserves a vehicle with buffers and writes its history", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  const { booking } = await aStoredBooking(test.services, { quote });
  const option = quote.options.find((one) => one.vehicleClass === "standard");
  assert.equal(booking.trip.totalOre, option?.totalOre);
  assert.deepEqual(booking.trip.lines, option?.lines);
  const pickupMs = Date.parse(quote.trip.pickup.instant);
  assert.equal(booking.reservation.startMs, pickupMs - 15 * 60_000);
  assert.equal(
    booking.reservation.endMs,
    pickupMs + quote.route.durationSeconds * 1000 + 10 * 60_000,
  );
  const stored = await test.services.bookings.get(booking.id);
  assert.deepEqual(stored?.booking, booking);
  assert.deepEqual(replay(await test.services.bookings.events(booking.id)), booking);
});

Deno.test("createBooking() answers the same key and body with the same booking and writes nothing new", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  const first = await aStoredBooking(test.services, { quote, idempotencyKey: "once" });
  const before = await allKeys(test.services);
  const second = await aStoredBooking(test.services, { quote, idempotencyKey: "once" });
  assert.deepEqual(second, first);
  assert.deepEqual(await allKeys(test.services), before);
});

Deno.test("createBooking() refuses the same key with another body", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  await aStoredBooking(test.services, { quote, idempotencyKey: "once" });
  const other = { ...MAJA, name: "Någon Annan" };
  await refuses(
    aStoredBooking(test.services, { quote, idempotencyKey: "once", contact: other }),
    "idempotency-key-reused",
  );
});

Deno.test("createBooking() makes one booking of fifty simultaneous sends of one purchase", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  const sends = Array.from(
    { length: 50 },
    () => aStoredBooking(test.services, { quote, idempotencyKey: "double-click" }),
  );
  const ids = new Set((await Promise.all(sends)).map(({ booking }) => booking.id));
  assert.equal(ids.size, 1);
  assert.equal((await bookings(test.services)).length, 1);
});

Deno.test("createBooking() takes the same purchase with another flight for another purchase", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  const buy = (flightNumber: string) =>
    aStoredBooking(test.services, { quote, flightNumber, idempotencyKey: "one" });
  const { booking } = await buy("SK1436");
  assert.equal(booking.flightNumber, "SK1436");
  assert.equal((await buy("SK1436")).booking.id, booking.id);
  for (const other of ["LH813", ""]) await refuses(buy(other), "idempotency-key-reused");
});

Deno.test("createBooking() takes the same purchase in another language for the same one", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  const buy = (locale: "sv" | "en") =>
    aStoredBooking(test.services, { quote, locale, idempotencyKey: "one" });
  const { booking } = await buy("sv");
  const again = await buy("en");
  assert.equal(again.booking.id, booking.id);
  assert.equal(again.booking.locale, "sv");
});

Deno.test("createBooking() without a key shares none with others, and knows the same purchase sent again", async () => {
  await using test = await testServices();
  const [quote, another] = [await aQuote(test.services), await aQuote(test.services)];
  const first = await aStoredBooking(test.services, { quote, idempotencyKey: "" });
  const other = await aStoredBooking(test.services, { quote: another, idempotencyKey: "" });
  assert.notEqual(other.booking.id, first.booking.id);
  const again = await aStoredBooking(test.services, { quote, idempotencyKey: "" });
  assert.equal(again.booking.id, first.booking.id);
  const contact = { ...MAJA, name: "Någon Annan" };
  await refuses(
    aStoredBooking(test.services, { quote, contact, idempotencyKey: "" }),
    "quote-used",
  );
});

Deno.test("createBooking() sells a quote once", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  await aStoredBooking(test.services, { quote });
  await refuses(aStoredBooking(test.services, { quote }), "quote-used");
  const racers = await aQuote(test.services);
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () => aStoredBooking(test.services, { quote: racers })),
  );
  assert.equal(results.filter((result) => result.status === "fulfilled").length, 1);
});

Deno.test("the mark of a bought quote is kept at least as long as the quote's row", () => {
  const { kept } = bookingKeys.quoteBought;
  assert(kept.until === "expiry" && kept.atMostMs === QUOTE_MARK_KEPT_MS);
  assert(QUOTE_MARK_KEPT_MS >= QUOTE_ROW_TTL_MS);
  assert.equal(QUOTE_MARK_KEPT_MS, 172_800_000, "two days");
});

Deno.test("createBooking() refuses a quote from its expiry on", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  test.clock.set(quote.expiresAt);
  await refuses(aStoredBooking(test.services, { quote }), "quote-expired");
  test.clock.set(Temporal.Instant.from(quote.expiresAt).subtract({ seconds: 1 }).toString());
  await aStoredBooking(test.services, { quote });
});

Deno.test("createBooking() refuses a stored quote with a changed price", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  const [first] = quote.options;
  assert(first);
  const cheaper = { ...quote, options: [{ ...first, totalOre: 100 }, ...quote.options.slice(1)] };
  await test.services.db.write.set(pricingKeys.quote(quote.id), cheaper);
  await refuses(aStoredBooking(test.services, { quote }), "quote-altered");
});

Deno.test("createBooking() gives 500 requests for the last vehicle one booking, and the others later times", async () => {
  await using test = await testServices({ vehicles: ONE_VEHICLE });
  await raceForLastVehicle(test.services);
});

Deno.test("the race for the last vehicle catches schedules that read, then write without a check", async () => {
  await using test = await testServices({ vehicles: ONE_VEHICLE });
  const naive = { ...test.services, schedules: new UncheckedSchedules(test.services.db) };
  await assert.rejects(raceForLastVehicle(naive), assert.AssertionError);
});

Deno.test("an alternative that a refused booking names does work", async () => {
  await using test = await testServices({ vehicles: ONE_VEHICLE });
  await aStoredBooking(test.services);
  const refusal = await aStoredBooking(test.services).catch((error: unknown) => error);
  assert(refusal instanceof DomainError);
  const [instant] = refusal.details["alternatives"] as string[];
  assert(instant);
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO("Europe/Stockholm");
  const wallTime = local.toPlainDateTime().toString({ smallestUnit: "minute" });
  const { booking } = await aStoredBooking(test.services, { wallTime });
  assert.equal(booking.trip.pickup.wallTime, wallTime);
});

Deno.test("bookings on one vehicle never overlap, also across midnight", async () => {
  await using test = await testServices({ vehicles: DEMO_VEHICLES.slice(0, 3) });
  const times = Array.from({ length: 120 }, (_, i) => {
    const start = Temporal.PlainDateTime.from("2026-11-24T20:00").add({ minutes: (i * 37) % 480 });
    return start.toString({ smallestUnit: "minute" });
  });
  await Promise.allSettled(times.map((wallTime) => aStoredBooking(test.services, { wallTime })));
  const made = await bookings(test.services);
  assert(made.length > 10);
  for (const a of made) {
    for (const b of made) {
      if (a.id >= b.id || a.reservation.vehicleId !== b.reservation.vehicleId) continue;
      const overlap = a.reservation.startMs < b.reservation.endMs &&
        b.reservation.startMs < a.reservation.endMs;
      assert(!overlap, `${a.reference} and ${b.reference} share a vehicle`);
    }
  }
});

Deno.test("two services on one file never give a vehicle twice", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const database = `${folder}/kv.sqlite`;
    await using one = await testServices({ database, vehicles: ONE_VEHICLE });
    await using two = await testServices({ database, vehicles: ONE_VEHICLE, existing: true });
    const sides = [one.services, two.services];
    const quotes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => aQuote(sides[i % 2] as Services)),
    );
    const results = await Promise.allSettled(
      quotes.map((quote, i) => aStoredBooking(sides[i % 2] as Services, { quote })),
    );
    assert.equal(results.filter((result) => result.status === "fulfilled").length, 1);
    await noOrphans(one.services, 1);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("createBooking() refuses a class the quote does not offer", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services, { passengers: 7 });
  await refuses(
    createBooking(test.services, {
      quoteId: quote.id,
      vehicleClass: "standard",
      contact: MAJA,
      flightNumber: "",
      note: "",
      locale: "sv",
      idempotencyKey: "k",
    }),
    "class-not-offered",
  );
});

Deno.test("two bookings never share a reference: whoever draws one that is taken draws again", async () => {
  await using test = await testServices();
  // Six bytes are a reference; the same ones come four times, as they may once in eighty-six million.
  let repeats = 4;
  const { randomBytes } = test.services;
  const unlucky: Services = {
    ...test.services,
    randomBytes: (length) =>
      length === 6 && repeats-- > 0 ? new Uint8Array(6).fill(9) : randomBytes(length),
  };
  const first = await aStoredBooking(unlucky);
  const second = await aStoredBooking(unlucky);
  assert(repeats <= 0);
  assert.notEqual(second.booking.reference, first.booking.reference);
  const found = await test.services.search.find({
    query: first.booking.reference,
    limit: 10,
    after: null,
  });
  assert.deepEqual(found.bookings.map(({ id }) => id), [first.booking.id]);
  await noOrphans(test.services, 2);
});

/** 500 customers want the only vehicle at the same moment; exactly one may get it. */
async function raceForLastVehicle(services: Services): Promise<void> {
  const quotes = await Promise.all(Array.from({ length: 500 }, () => aQuote(services)));
  const results = await Promise.allSettled(
    quotes.map((quote) => aStoredBooking(services, { quote })),
  );
  assert.equal(results.filter((result) => result.status === "fulfilled").length, 1);
  for (const result of results) {
    if (result.status === "fulfilled") continue;
    assert(result.reason instanceof DomainError);
    assert.equal(result.reason.code, "no-vehicle-free");
    const alternatives = result.reason.details["alternatives"];
    assert(Array.isArray(alternatives) && alternatives.length === 3);
  }
  await noOrphans(services, 1);
}

/** The planted fault: looks whether the vehicle is free, then writes, with no lock and no check. */
class UncheckedSchedules extends VehicleSchedules {
  override async reserveFirstFree(
    candidates: readonly VehicleId[],
    time: { startMs: number; endMs: number },
    bookingId: BookingId,
  ) {
    const [vehicleId] = await this.allFree(candidates, time);
    if (vehicleId === undefined) return null;
    const addTo = (tx: Transaction) => {
      const [day = ""] = touchedDays(time.startMs, time.endMs);
      tx.set(fleetKeys.vehicleDay(day, vehicleId), { spans: [{ bookingId, ...time }] });
    };
    return { vehicleId, change: { addTo } };
  }
}

async function refuses(promise: Promise<unknown>, code: string): Promise<void> {
  await assert.rejects(promise, (error) => error instanceof DomainError && error.code === code);
}

async function bookings(services: Services) {
  const rows = await readList(services.db.read, { prefix: bookingKeys.booking.prefix }, 1000);
  return rows.map((row) => row.value);
}

/** Every row that names a booking names one that exists. */
async function noOrphans(services: Services, expected: number): Promise<void> {
  const made = await bookings(services);
  assert.equal(made.length, expected);
  const ids = new Set<string>(made.map((booking) => booking.id));
  const counts = new Map<string, number>();
  for await (const entry of services.db.read.list({ prefix: [] })) {
    const [family] = entry.key;
    const text = JSON.stringify([entry.key, entry.value]);
    const named = [...text.matchAll(/0[0-9A-HJKMNP-TV-Z]{25}/g)].map(([id]) => id);
    counts.set(String(family), (counts.get(String(family)) ?? 0) + 1);
    if (["bookingEvent", "bookingByDay", "bookingFeed"].includes(String(family))) {
      assert(named.some((id) => ids.has(id)), `${String(family)} without its booking`);
    }
  }
  for (const family of ["bookingByMark", "bookingByDay", "quoteBought", "idempotency"]) {
    assert.equal(counts.get(family), expected, family);
  }
  assert.equal(counts.get("vehicleDay"), expected);
}

async function allKeys(services: Services): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of services.db.read.list({ prefix: [] })) {
    found.push(`${entry.key.join("/")} ${entry.versionstamp}`);
  }
  return found;
}
