import assert from "node:assert/strict";
import type { Booking, BookingId } from "../../../lib/booking/booking.ts";
import { cancelBookingAsOperator } from "../../../lib/booking/cancel-booking.ts";
import { undoAct } from "../../../lib/booking/undo-act.ts";
import { lookAtSheet, openSheet } from "../../../lib/board/sheet/look-at-sheet.ts";
import { sendSheet } from "../../../lib/board/sheet/send-sheet.ts";
import type { SheetData } from "../../../lib/board/sheet/sheet.ts";
import type { SheetKind } from "../../../lib/board/sheet/sheet-kind.ts";
import type { SheetValues } from "../../../lib/board/sheet/sheet-values.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import { DEMO_VEHICLES } from "../../../scripts/demo/demo-fleet.ts";
import { auditBookings } from "../../support/booking-audit.ts";
import { type TestServices, testServices } from "../../support/services.ts";
import { aQuote, aStoredBooking } from "../../support/trips.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;
const OMAR = { kind: "operator", id: null, name: "Omar" } as const;

/** A sheet as somebody has it before them: what was shown, and what they wrote since. */
function sentOf(data: SheetData, written: Partial<SheetValues> = {}) {
  return {
    values: { ...data.values, ...written },
    isAnswered: false,
    openedVersion: data.openedVersion,
    expectedVersion: data.booking.version,
    seen: data.outcome?.price?.seen ?? null,
  };
}

const at = (id: BookingId, kind: SheetKind) => ({ bookingId: id, kind, locale: "sv" as const });

/** What is shown once somebody has written. */
async function shown(
  { services }: TestServices,
  id: BookingId,
  kind: SheetKind,
  written: Partial<SheetValues>,
): Promise<SheetData> {
  const first = await openSheet(services, at(id, kind));
  const sent = sentOf(first, written);
  return (await lookAtSheet(services, { ...at(id, kind), sent, isFinal: true })).data;
}

async function send(
  { services }: TestServices,
  data: SheetData,
  written: Partial<SheetValues> = {},
  actor: typeof SARA | typeof OMAR = SARA,
) {
  const { booking: { id }, kind } = data;
  return await sendSheet(services, { ...at(id, kind), sent: sentOf(data, written), actor });
}

/** Shows, sends, and gives the bookings after it; the former one first. */
async function done(
  test: TestServices,
  id: BookingId,
  kind: SheetKind,
  written: Partial<SheetValues>,
): Promise<Booking[]> {
  const answer = await send(test, await shown(test, id, kind, written));
  assert(answer.ok);
  const ids = answer.act.spans.map(({ bookingId }) => bookingId);
  const bookings = await test.services.bookings.getAll(ids);
  await auditBookings(test.services.db);
  return bookings.flatMap((one) => one ?? []);
}

Deno.test("a sheet nobody has written in says the price as it is, and that nothing is changed", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const data = await openSheet(test.services, at(booking.id, "change"));
  assert.deepEqual(data.outcome?.refusals.map(({ code }) => code), ["nothing-changed"]);
  assert.deepEqual([data.errors, data.since, data.isRewritten], [[], [], false]);
  const answer = await send(test, data);
  assert(!answer.ok);
  assert.equal(answer.data.problem, "refused");
});

Deno.test("every field of the form is changed at the price that was shown, and at no other", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const written = {
    ...{ date: "2026-11-25", time: "09:30", to: "Drottningtorget 2", toId: "", passengers: "3" },
    ...{ childSeats: "1", name: "Ada Ek", phone: "070-999 99 99", email: "ada@exempel.se" },
    ...{ flightNumber: "sk 1436", note: "Portkod 4711", bags: "1" },
  };
  const data = await shown(test, booking.id, "change", written);
  assert.deepEqual(data.errors, []);
  const fields = data.outcome?.changes.map(({ field }) => field);
  assert.deepEqual(fields?.toSorted(), [
    ...["bags", "childSeats", "email", "flightNumber", "name", "note", "passengers", "phone"],
    ...["pickup", "to", "totalOre"],
  ]);
  const { trip: before } = booking;
  const other = { ...sentOf(data), seen: { totalOre: before.totalOre + 100, formerOre: 0 } };
  const refused = await sendSheet(test.services, {
    ...at(booking.id, "change"),
    sent: other,
    actor: SARA,
  });
  assert(!refused.ok);
  assert.equal(refused.data.problem, "price");
  assert.equal((await test.services.bookings.get(booking.id))?.booking.version, booking.version);
  const [after] = await done(test, booking.id, "change", written);
  assert.equal(after?.trip.totalOre, data.outcome?.price?.afterOre);
  assert.equal(after?.trip.pickup.wallTime, "2026-11-25T09:30");
  assert.deepEqual(after?.contact, {
    ...{ name: "Ada Ek", phone: "+46709999999", email: "ada@exempel.se" },
  });
  assert.equal(after?.flightNumber, "SK1436");
});

Deno.test("what another changed meanwhile is told, its fields follow, and one's own words stand", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const mine = await shown(test, booking.id, "change", { note: "Portkod 4711" });
  const theirs = await shown(test, booking.id, "change", { time: "11:30" });
  assert((await send(test, theirs, {}, OMAR)).ok);
  const refused = await send(test, mine);
  assert(!refused.ok);
  const { data } = refused;
  assert.equal(data.problem, "changed");
  assert.equal(data.isRewritten, true);
  assert.deepEqual([data.values.time, data.values.note], ["11:30", "Portkod 4711"]);
  assert.deepEqual(data.since.map(({ type, actor }) => [type, actor]), [["changed", OMAR]]);
  assert.deepEqual(data.outcome?.changes.map(({ field }) => field), ["note"]);
  const again = await send(test, data);
  assert(again.ok);
  const after = (await test.services.bookings.get(booking.id))?.booking;
  assert.deepEqual([after?.trip.pickup.wallTime, after?.note], [
    ...["2026-11-24T11:30", "Portkod 4711"],
  ]);
});

Deno.test("the former price stands for a reason, and for none without", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const written = { vehicleClass: "premium", tariff: "keep" };
  const silent = await shown(test, booking.id, "change", written);
  assert.deepEqual(silent.errors, [{ field: "keepReason", code: "reasonMissing" }]);
  const first = await openSheet(test.services, at(booking.id, "change"));
  const writing = await lookAtSheet(test.services, {
    ...{ ...at(booking.id, "change"), sent: sentOf(first, written), isFinal: false },
  });
  // While it is written the price shows; the reason is asked for when it is to be done.
  assert.deepEqual(writing.data.errors, []);
  assert.equal(writing.data.outcome?.price?.afterOre, booking.trip.totalOre);
  const [after] = await done(test, booking.id, "change", { ...written, keepReason: "Vårt fel" });
  assert.equal(after?.trip.totalOre, booking.trip.totalOre);
  assert.equal(after?.trip.vehicleClass, "premium");
});

Deno.test("what does not fit is said at its field, and nothing is changed", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const cases: [Partial<SheetValues>, string, string][] = [
    [{ passengers: "6" }, "passengers", "noClassFits"],
    [{ passengers: "9" }, "passengers", "passengersInvalid"],
    [{ pets: "x" }, "pets", "extrasInvalid"],
    [{ date: "2026-11-22" }, "time", "pickupTooSoon"],
    [{ time: "25:00" }, "time", "timeInvalid"],
    [{ from: "", fromId: "" }, "from", "fromMissing"],
    [{ to: "Xyzzyplatsen", toId: "" }, "to", "placeUnknown"],
    [{ phone: "12" }, "phone", "phoneTooShort"],
    [{ name: " " }, "name", "nameMissing"],
  ];
  for (const [written, field, code] of cases) {
    const data = await shown(test, booking.id, "change", written);
    assert.deepEqual(data.errors.map((one) => [one.field, one.code]), [[field, code]]);
    const answer = await send(test, { ...data, outcome: await openedOutcome(test, booking) });
    assert(!answer.ok, field);
  }
  assert.equal((await test.services.bookings.get(booking.id))?.booking.version, booking.version);
});

async function openedOutcome({ services }: TestServices, { id }: Booking) {
  return (await openSheet(services, at(id, "change"))).outcome;
}

Deno.test("six passengers are split into two cars that have room, and into none that has not", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services, { passengers: 6, bags: 4 });
  const { booking } = await aStoredBooking(test.services, { quote, vehicleClass: "van" });
  const full = await shown(test, booking.id, "split", {
    passengers: "5",
    vehicleClass: "standard",
  });
  assert.deepEqual(full.errors.map(({ field, code }) => [field, code]), [
    ["passengers", "noClassFits"],
  ]);
  const all = await shown(test, booking.id, "split", { passengers: "6" });
  assert.deepEqual(all.errors, [{ field: "passengers", code: "partTooLarge" }]);
  const [former, copy] = await done(test, booking.id, "split", {
    ...{ passengers: "3", bags: "2", vehicleClass: "standard" },
  });
  assert.deepEqual([former?.trip.passengers, copy?.trip.passengers], [3, 3]);
  assert.equal(copy?.trip.vehicleClass, "standard");
});

Deno.test("the same trip again and the way back are new bookings at their own price; undone they are gone", async () => {
  for (const kind of ["duplicate", "return"] as const) {
    await using test = await testServices();
    const { booking } = await aStoredBooking(test.services);
    const data = await openSheet(test.services, at(booking.id, kind));
    assert.equal(data.outcome?.price?.beforeOre, null);
    const answer = await send(test, data);
    assert(answer.ok);
    const [, made] = answer.act.spans;
    const copy = made && await test.services.bookings.get(made.bookingId);
    assert.equal(copy?.booking.trip.totalOre, data.outcome?.price?.afterOre);
    assert.equal(copy?.booking.trip.pickup.wallTime, `${data.values.date}T${data.values.time}`);
    await undoAct(test.services, { id: answer.act.id, actor: SARA });
    const gone = made && await test.services.bookings.get(made.bookingId);
    assert.equal(gone?.booking.status, "cancelled");
    await auditBookings(test.services.db);
  }
});

Deno.test("a cancelled booking comes back with a reason while a car is free, and is refused with later times when none is", async () => {
  const [car] = DEMO_VEHICLES.filter(({ vehicleClass }) => vehicleClass === "standard");
  assert(car !== undefined);
  await using test = await testServices({ vehicles: [car] });
  const { booking } = await aStoredBooking(test.services);
  const cancel = { reason: "Ångrade sig", feeOre: 0, actor: SARA, expectedVersion: 1 };
  await cancelBookingAsOperator(test.services, { bookingId: booking.id, ...cancel });
  const free = await openSheet(test.services, at(booking.id, "revive"));
  assert.equal(free.outcome?.car?.vehicleId, car.id);
  assert.deepEqual(free.errors, []);
  const silent = await send(test, free);
  assert(!silent.ok);
  assert.deepEqual(silent.data.errors, [{ field: "reason", code: "reasonMissing" }]);
  // Somebody else gets the only car.
  const taken = await aStoredBooking(test.services);
  const full = await send(test, free, { reason: "Kom på andra tankar" });
  assert(!full.ok);
  assert.deepEqual(full.data.outcome?.refusals.map(({ code }) => code), ["no-vehicle-free"]);
  assert.equal(full.data.outcome?.car, null);
  assert(Array.isArray(full.data.outcome?.refusals[0]?.facts["alternatives"]));
  const now = (await test.services.bookings.get(booking.id))?.booking;
  assert.equal(now?.status, "cancelled");
  await cancelBookingAsOperator(test.services, { bookingId: taken.booking.id, ...cancel });
  const [back] = await done(test, booking.id, "revive", { reason: "Kom på andra tankar" });
  assert.equal(back?.status, "confirmed");
});

Deno.test("a sheet the booking does not have is refused, and so is one of no booking", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  await assert.rejects(
    openSheet(test.services, at(booking.id, "revive")),
    (error) => error instanceof DomainError && error.code === "booking-state",
  );
  const nobody = "01J00000000000000000000000" as BookingId;
  await assert.rejects(
    openSheet(test.services, at(nobody, "change")),
    (error) => error instanceof DomainError && error.code === "booking-not-found",
  );
});
