import assert from "node:assert/strict";
import type { Booking } from "../../lib/booking/booking.ts";
import { actId } from "../../lib/booking/operator-act.ts";
import { undoAct } from "../../lib/booking/undo-act.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { changeTrip, previewChange } from "../../lib/dispatch/change-trip.ts";
import type { PriceWish, TripChange } from "../../lib/dispatch/trip-change.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import { readWallTime } from "../../lib/kernel/wall-time.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking, LANDVETTER, OSTRA_HAMNGATAN } from "../support/trips.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;
const KIM = { kind: "operator", id: null, name: "Kim" } as const;
const ORIGINAL: PriceWish = { tariff: "original", keepReason: null };

Deno.test("a number and a note are changed without a new price, and the history says from what to what", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const change: TripChange = { contact: { phone: "+46709999999" }, note: "Portkod 4711" };
  const preview = await seen(test, booking, change);
  const changes = [
    { field: "phone", from: "+46701234567", to: "+46709999999" },
    { field: "note", from: "", to: "Portkod 4711" },
  ];
  assert.deepEqual(preview.changes, changes);
  assert.deepEqual(preview.refusals, []);
  assert.equal(preview.price?.differenceOre, 0);
  assert.equal(preview.price?.basis, "unchanged");
  assert.deepEqual(preview.car, {
    vehicleId: booking.reservation.vehicleId,
    isSame: true,
    keepsDriver: false,
  });
  const after = await changed(test, booking, change);
  assert.equal(after.contact.phone, "+46709999999");
  assert.equal(after.note, "Portkod 4711");
  assert.deepEqual(after.trip, booking.trip);
  assert.deepEqual(after.reservation, booking.reservation);
  const event = (await test.services.bookings.events(booking.id)).at(-1);
  assert(event?.type === "changed");
  assert.deepEqual(event.changes, changes);
  assert.deepEqual(event.actor, SARA);
  await auditBookings(test.services.db);
});

Deno.test("what the preview says is what the commit does: price, lines, car, for every field of a trip", async () => {
  const changes: TripChange[] = [
    { pickup: at("2026-11-24T02:00") },
    { from: OSTRA_HAMNGATAN, to: LANDVETTER },
    { passengers: 3, extras: { childSeats: 1 } },
    { vehicleClass: "van", passengers: 7, bags: 6 },
    { bags: 1, extras: { pets: 1, extraLuggage: 1 } },
    { passengers: 1, wheelchairs: 1, vehicleClass: "wheelchair" },
  ];
  for (const change of changes) {
    await using test = await testServices();
    const { booking } = await aStoredBooking(test.services);
    const preview = await seen(test, booking, change);
    assert.deepEqual(preview.refusals, []);
    assert(preview.price && preview.car);
    const after = await changed(test, booking, change);
    assert.equal(after.trip.totalOre, preview.price.newOre);
    assert.equal(preview.price.newOre - booking.trip.totalOre, preview.price.differenceOre);
    assert.deepEqual(after.trip.lines, preview.price.lines);
    assert.equal(after.reservation.vehicleId, preview.car.vehicleId);
    assert.notEqual(after.trip.quoteId, booking.trip.quoteId);
    await auditBookings(test.services.db);
  }
});

Deno.test("a trip is priced anew by the tariff of its first price, and by today's when the operator says so", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const [first] = DEMO_TARIFFS;
  assert(first);
  const dearer = { ...first, version: "2026-11-23.9", validFrom: "2026-11-23", validUntil: null };
  const { standard } = dearer.rates;
  assert(standard);
  const rates = { ...dearer.rates, standard: { ...standard, baseOre: standard.baseOre + 10_000 } };
  await services.tariffs.save({ ...dearer, rates, fixedPrices: [] });
  const change: TripChange = { extras: { pets: 1 } };
  const original = await seen(test, booking, change);
  assert.equal(original.price?.tariffVersion, booking.trip.tariffVersion);
  assert.equal(original.price?.basis, "original-tariff");
  const today = await previewChange(services, {
    ...{ bookingId: booking.id, change, price: { tariff: "new", keepReason: null } },
  });
  assert.equal(today.price?.tariffVersion, "2026-11-23.9");
  assert.equal(today.price?.basis, "new-tariff");
  assert.notEqual(today.price?.newOre, original.price?.newOre);
});

Deno.test("the former price is kept for a reason, which stays in the history", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const change: TripChange = { vehicleClass: "van", passengers: 7, bags: 6 };
  const keep: PriceWish = { tariff: "original", keepReason: "vårt fel" };
  const preview = await seen(test, booking, change, keep);
  assert.equal(preview.price?.differenceOre, 0);
  assert(preview.price.byTariffOre > booking.trip.totalOre);
  const after = await changed(test, booking, change, { price: keep });
  assert.equal(after.trip.totalOre, booking.trip.totalOre);
  assert.deepEqual(after.trip.lines, booking.trip.lines);
  assert.equal(after.trip.vehicleClass, "van");
  const event = (await test.services.bookings.events(booking.id)).at(-1);
  assert(event?.type === "changed");
  assert.deepEqual([event.basis, event.reason], ["kept", "vårt fel"]);
  await auditBookings(test.services.db);
});

Deno.test("the driver stays with the trip while their car does, and is free with another car", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const assigned = await changeBooking(test.services, {
    bookingId: booking.id,
    command: { type: "assign", driverId: driverId("D01") },
    actor: SARA,
    expectedVersion: 1,
  });
  const later: TripChange = { pickup: at("2026-11-24T11:00") };
  assert.equal((await seen(test, assigned, later)).car?.keepsDriver, true);
  const moved = await changed(test, assigned, later);
  assert.equal(moved.status, "assigned");
  const bigger: TripChange = { vehicleClass: "van" };
  const preview = await seen(test, moved, bigger);
  assert.equal(preview.car?.isSame, false);
  assert.equal(preview.car?.keepsDriver, false);
  const after = await changed(test, moved, bigger);
  assert.equal(after.status, "confirmed");
  await auditBookings(test.services.db);
});

Deno.test("of two who change what they both saw, the second is told what the first did, and nothing is overwritten", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  await changed(test, booking, { note: "Ring på" });
  const { details } = await refusal(
    changed(test, booking, { note: "Ring inte" }, { actor: KIM }),
    "booking-changed",
  );
  assert.deepEqual(details, {
    status: "confirmed",
    version: 2,
    since: [{
      ...{ type: "changed", at: "2026-11-23T05:00:00Z", by: "Sara", role: "operator" },
      ...{ fields: ["note"], vehicleId: null },
    }],
  });
  assert.equal((await stored(test, booking)).note, "Ring på");
});

Deno.test("ten changes at the same moment from the same version are one change", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) => changed(test, booking, { note: `Hand ${i}` })),
  );
  assert.equal(answers.filter(({ status }) => status === "fulfilled").length, 1);
  assert.equal((await stored(test, booking)).version, 2);
  await auditBookings(test.services.db);
});

Deno.test("the price that is charged is the one that was shown, or the change is refused", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const wrong = { expectedTotalOre: booking.trip.totalOre };
  const { details } = await refusal(
    changed(test, booking, { vehicleClass: "van" }, wrong),
    "price-changed",
  );
  const preview = await seen(test, booking, { vehicleClass: "van" });
  assert.deepEqual(details, { totalOre: preview.price?.newOre });
  assert.equal((await stored(test, booking)).version, 1);
});

Deno.test("a preview says what would be refused: nothing new, what has gone by, no room, no car", async () => {
  const [car, ...others] = DEMO_VEHICLES;
  assert(car);
  const busy = others.map((vehicle) => ({ ...vehicle, inTraffic: false }));
  await using test = await testServices({ vehicles: [car, ...busy] });
  const { booking } = await aStoredBooking(test.services);
  const { booking: other } = await aStoredBooking(test.services, { wallTime: "2026-11-24T14:00" });
  const codes = async (change: TripChange) =>
    (await seen(test, booking, change)).refusals.map(({ code }) => code);
  assert.deepEqual(await codes({ passengers: 2 }), ["nothing-changed"]);
  assert.deepEqual(await codes({ pickup: at("2026-11-23T05:59") }), ["pickup-too-soon"]);
  assert.deepEqual(await codes({ pickup: at("2027-11-24T10:00") }), ["pickup-too-late"]);
  assert.deepEqual(await codes({ passengers: 8 }), ["no-class-fits"]);
  assert.deepEqual(await codes({ to: booking.trip.from }), ["no-route-same-point"]);
  assert.deepEqual(await codes({ pickup: other.trip.pickup }), ["no-vehicle-free"]);
  assert.deepEqual(await codes({ vehicleClass: "van" }), ["no-vehicle-free"]);
  assert.equal((await stored(test, booking)).version, 1);
});

Deno.test("a change is taken back with its price and its car; the same key asks for it once", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const change: TripChange = { vehicleClass: "van" };
  const { price } = await seen(test, booking, change);
  const input = {
    ...{ bookingId: booking.id, change, price: ORIGINAL, expectedVersion: 1 },
    ...{ expectedTotalOre: price?.newOre ?? 0, actor: SARA, idempotencyKey: "one press" },
  };
  const act = await changeTrip(services, input);
  assert.deepEqual(await changeTrip(services, input), act);
  await undoAct(services, { id: actId(act.id), actor: SARA });
  const after = await stored(test, booking);
  assert.deepEqual(after.trip, booking.trip);
  assert.deepEqual(after.reservation, booking.reservation);
  await auditBookings(services.db);
});

function at(wallTime: string) {
  const reading = readWallTime(wallTime);
  assert(reading.kind === "one");
  return reading.pickup;
}

function seen({ services }: TestServices, { id }: Booking, change: TripChange, price = ORIGINAL) {
  return previewChange(services, { bookingId: id, change, price });
}

async function changed(
  test: TestServices,
  booking: Booking,
  change: TripChange,
  { price = ORIGINAL, actor = SARA, expectedTotalOre }: {
    price?: PriceWish;
    actor?: typeof SARA | typeof KIM;
    expectedTotalOre?: number;
  } = {},
): Promise<Booking> {
  const preview = await seen(test, booking, change, price);
  await changeTrip(test.services, {
    ...{ bookingId: booking.id, change, price, actor, expectedVersion: booking.version },
    expectedTotalOre: expectedTotalOre ?? preview.price?.newOre ?? booking.trip.totalOre,
    idempotencyKey: null,
  });
  return await stored(test, booking);
}

async function stored({ services }: TestServices, { id }: Booking): Promise<Booking> {
  const found = await services.bookings.get(id);
  assert(found);
  return found.booking;
}
