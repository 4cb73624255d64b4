import assert from "node:assert/strict";
import type { Booking, BookingId } from "../../lib/booking/booking.ts";
import { cancelBookingAsOperator } from "../../lib/booking/cancel-booking.ts";
import { undoAct } from "../../lib/booking/undo-act.ts";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { copyTrip } from "../../lib/dispatch/copy-trip.ts";
import type { CopyWish } from "../../lib/dispatch/draft-copy.ts";
import { previewCopy } from "../../lib/dispatch/preview-copy.ts";
import { previewRevival, reviveTrip } from "../../lib/dispatch/revive-trip.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { pickupTimeAt, readWallTime } from "../../lib/kernel/wall-time.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;
const NO_EXTRAS = { childSeats: 0, pets: 0, extraLuggage: 0 };
const HALF: CopyWish = {
  kind: "split",
  share: { passengers: 3, bags: 3, wheelchairs: 0, extras: NO_EXTRAS },
  vehicleClass: "standard",
};

Deno.test("a party that fits no single car of the fleet is split into two, each priced as its own trip, each naming the other", async () => {
  await using test = await testServices();
  const { services } = test;
  const booking = await aVan(test);
  const preview = await seen(test, booking, HALF);
  assert.deepEqual(preview.refusals, []);
  const [former, copy] = await copied(test, booking, HALF);
  assert.deepEqual([former.trip.passengers, copy.trip.passengers], [4, 3]);
  assert.deepEqual([former.trip.bags, copy.trip.bags], [3, 3]);
  assert.equal(former.trip.totalOre, preview.price?.former);
  assert.equal(copy.trip.totalOre, preview.price?.copy);
  assert.equal(copy.reservation.vehicleId, preview.car?.vehicleId);
  assert.deepEqual(former.links, [
    { kind: "split-into", bookingId: copy.id, reference: copy.reference },
  ]);
  assert.deepEqual(copy.links, [
    { kind: "split-from", bookingId: former.id, reference: former.reference },
  ]);
  assert.deepEqual(copy.contact, former.contact);
  assert.deepEqual(former.reservation, booking.reservation);
  await auditBookings(services.db);
});

Deno.test("a split leaves somebody in each car and gives nobody what is not there", async () => {
  await using test = await testServices();
  const booking = await aVan(test);
  const wish = (share: Partial<(CopyWish & { kind: "split" })["share"]>): CopyWish => {
    return { kind: "split", share: { ...HALF.share, ...share }, vehicleClass: "van" };
  };
  for (const share of [{ passengers: 7 }, { bags: 7 }, { wheelchairs: 1 }]) {
    await assert.rejects(
      seen(test, booking, wish(share)),
      (error) => error instanceof RequestError && error.code === "invalid",
    );
  }
  const crowded = await seen(test, booking, { ...HALF, share: { ...HALF.share, passengers: 5 } });
  assert.deepEqual(crowded.refusals.map(({ code }) => code), ["no-class-fits"]);
});

Deno.test("the way back goes the other way at its own price; the same again is a trip of its own", async () => {
  for (const kind of ["return", "duplicate"] as const) {
    await using test = await testServices();
    const { booking } = await aStoredBooking(test.services, { flightNumber: "SK1436" });
    const pickup = at("2026-11-26T16:00");
    const [former, copy] = await copied(test, booking, { kind, pickup });
    const { from, to } = booking.trip;
    const ends = [copy.trip.from, copy.trip.to];
    assert.deepEqual(ends, kind === "return" ? [to, from] : [from, to]);
    assert.equal(copy.trip.pickup.wallTime, "2026-11-26T16:00");
    assert.equal(copy.flightNumber, "");
    assert.equal(copy.status, "confirmed");
    assert.deepEqual(former.trip, booking.trip);
    assert.equal(former.links[0]?.kind, kind === "return" ? "return-in" : "copied-to");
    await auditBookings(test.services.db);
  }
});

Deno.test("of two who split the same booking one does; taking it back leaves one booking with all", async () => {
  await using test = await testServices();
  const { services } = test;
  const booking = await aVan(test);
  const { price, version } = await seen(test, booking, HALF);
  assert(price);
  const split = (key: string | null) =>
    copyTrip(services, {
      ...{ bookingId: booking.id, wish: HALF, expectedVersion: version, actor: SARA },
      expectedTotalOre: { former: price.former, copy: price.copy },
      idempotencyKey: key,
    });
  const answers = await Promise.allSettled([split("a"), split(null), split("a")]);
  const acts = answers.flatMap((one) => one.status === "fulfilled" ? [one.value] : []);
  assert.equal(new Set(acts.map(({ id }) => id)).size, 1);
  const [act] = acts;
  assert(act);
  await auditBookings(services.db);
  await undoAct(services, { id: act.id, actor: SARA });
  const [former, copy] = await Promise.all(act.spans.map((span) => stored(test, span.bookingId)));
  assert.deepEqual(former?.trip, booking.trip);
  assert.deepEqual(former?.links, []);
  assert.equal(copy?.status, "cancelled");
  assert(copy);
  const { vehicleId } = copy.reservation;
  assert.equal(await services.schedules.anyFree([vehicleId], copy.reservation), true);
  await auditBookings(services.db);
});

Deno.test("a cancelled booking comes back while a car is free, and never takes one that was sold", async () => {
  await using test = await testServices({ vehicles: DEMO_VEHICLES.slice(0, 1) });
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  await cancelled(test, booking);
  const input = {
    ...{ bookingId: booking.id, expectedVersion: 2, pickup: null, reason: "kunden ringde" },
    ...{ expectedTotalOre: booking.trip.totalOre, actor: SARA, idempotencyKey: null },
  };
  const races = await Promise.allSettled([reviveTrip(services, input), aStoredBooking(services)]);
  assert.equal(races.filter(({ status }) => status === "fulfilled").length, 1);
  await auditBookings(services.db);
  const other = await aStoredBooking(services, { wallTime: "2026-11-24T14:00" });
  await cancelled(test, other.booking);
  await reviveTrip(services, { ...input, bookingId: other.booking.id });
  const back = await stored(test, other.booking.id);
  assert.deepEqual([back.status, back.trip], ["confirmed", other.booking.trip]);
  await auditBookings(services.db);
});

Deno.test("a revival is previewed with the car it would get, or with the times when there is one", async () => {
  const [car] = DEMO_VEHICLES.filter(({ vehicleClass }) => vehicleClass === "standard");
  assert(car !== undefined);
  await using test = await testServices({ vehicles: [car] });
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  await cancelled(test, booking);
  const free = await previewRevival(services, { bookingId: booking.id, pickup: null });
  assert.deepEqual([free.car, free.refusals], [{ vehicleId: car.id }, []]);
  await aStoredBooking(services);
  const full = await previewRevival(services, { bookingId: booking.id, pickup: null });
  assert.deepEqual([full.car, full.newOre], [null, booking.trip.totalOre]);
  const [refused] = full.refusals;
  assert.equal(refused?.code, "no-vehicle-free");
  assert(Array.isArray(refused?.facts["alternatives"]));
  // The times that are offered are times at which it comes back.
  const [instant] = refused.facts["alternatives"];
  const later = pickupTimeAt(Temporal.Instant.from(String(instant)));
  const then = await previewRevival(services, { bookingId: booking.id, pickup: later });
  assert.deepEqual(then.car, { vehicleId: car.id });
});

Deno.test("an expired booking comes back at another time only, at the price its tariff has then, and expires anew", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { booking } = await aStoredBooking(services);
  clock.advance({ hours: 31 });
  await runRoomJobs(services);
  assert.equal((await stored(test, booking.id)).status, "expired");
  const input = {
    ...{ bookingId: booking.id, expectedVersion: 2, reason: "kunden ringde" },
    ...{ expectedTotalOre: booking.trip.totalOre, actor: SARA, idempotencyKey: null },
  };
  await refusal(reviveTrip(services, { ...input, pickup: null }), "pickup-too-soon");
  const pickup = at("2026-11-25T02:00");
  const { newOre } = await previewRevival(services, { bookingId: booking.id, pickup });
  assert.notEqual(newOre, booking.trip.totalOre);
  await refusal(reviveTrip(services, { ...input, pickup }), "price-changed");
  await reviveTrip(services, { ...input, pickup, expectedTotalOre: newOre });
  const back = await stored(test, booking.id);
  assert.deepEqual(
    [back.status, back.trip.pickup.wallTime, back.trip.totalOre],
    ["confirmed", "2026-11-25T02:00", newOre],
  );
  await refusal(
    reviveTrip(services, { ...input, expectedVersion: 3, pickup }),
    "booking-state",
  );
  clock.advance({ hours: 24 });
  await runRoomJobs(services);
  assert.equal((await stored(test, booking.id)).status, "expired");
  await auditBookings(services.db);
});

async function aVan({ services }: TestServices): Promise<Booking> {
  const quote = await aQuote(services, { passengers: 7, bags: 6 });
  return (await aStoredBooking(services, { quote, vehicleClass: "van" })).booking;
}

function at(wallTime: string) {
  const reading = readWallTime(wallTime);
  assert(reading.kind === "one");
  return reading.pickup;
}

function seen({ services }: TestServices, { id }: Booking, wish: CopyWish) {
  return previewCopy(services, { bookingId: id, wish });
}

async function copied(
  test: TestServices,
  booking: Booking,
  wish: CopyWish,
): Promise<[Booking, Booking]> {
  const { price, version } = await seen(test, booking, wish);
  assert(price);
  const act = await copyTrip(test.services, {
    ...{ bookingId: booking.id, wish, expectedVersion: version, actor: SARA },
    expectedTotalOre: { former: price.former, copy: price.copy },
    idempotencyKey: null,
  });
  const [former, copy] = await Promise.all(act.spans.map((span) => stored(test, span.bookingId)));
  assert(former && copy);
  return [former, copy];
}

async function cancelled({ services }: TestServices, { id }: Booking): Promise<void> {
  await cancelBookingAsOperator(services, {
    ...{ bookingId: id, reason: "fel", feeOre: 0, actor: SARA, expectedVersion: 1 },
  });
}

async function stored({ services }: TestServices, id: BookingId): Promise<Booking> {
  const found = await services.bookings.get(id);
  assert(found);
  return found.booking;
}
