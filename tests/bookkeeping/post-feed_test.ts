import assert from "node:assert/strict";
import { performCommand } from "../../lib/board/operator-command.ts";
import { actId } from "../../lib/booking/operator-act.ts";
import { undoAct } from "../../lib/booking/undo-act.ts";
import { entityOf, HOUSE, legalEntities } from "../../lib/bookkeeping/legal-entity.ts";
import { withFormerHolder } from "../../lib/fleet/vehicle.ts";
import { Feed } from "../../lib/kv/feed.ts";
import { assertWhole, book, rowsOf } from "../support/bookkeeping.ts";
import { tempFolder } from "../support/databases.ts";
import { comeTo, drive, happen } from "../support/driven-rides.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;

Deno.test("a ride that is driven is a sale of the permit holder, line by line as it was quoted", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  await book(services);
  assert.deepEqual(await rowsOf(services), { sales: [], vouchers: [] });
  test.clock.set("2026-11-24T22:30:00Z");
  const driven = await drive(services, booking.id);
  await book(services);
  const { sales: [sale, ...others], vouchers } = await rowsOf(services);
  assert(sale);
  assert.deepEqual(others, []);
  const { trip, reservation } = driven;
  const vehicle = await services.fleet.vehicle(reservation.vehicleId);
  assert.deepEqual(sale, {
    ...{ id: sale.id, entityId: vehicle.holderId, bookingId: booking.id, kind: "ride" },
    ...{ at: "2026-11-24T22:30:00Z", date: "2026-11-24", lines: trip.lines },
    ...{ totalOre: trip.totalOre, vatOre: trip.vatOre, method: "car", credits: null },
    ...{ vehicleId: vehicle.id, driverId: vehicle.id.replace("V", "D") },
    distanceMeters: trip.route.distanceMeters,
    durationSeconds: trip.route.durationSeconds,
    document: { series: "F", number: 1 },
  });
  assert.deepEqual(
    vouchers.map(({ entries, series, number, date }) => [series, number, date, entries]),
    [
      ["A", 1, "2026-11-24", [
        { account: 1910, amountOre: trip.totalOre },
        { account: 3010, amountOre: trip.vatOre - trip.totalOre },
        { account: 2631, amountOre: -trip.vatOre },
      ]],
    ],
  );
  assert.deepEqual(await services.ledger.salesOf(booking.id), [sale]);
  assert.deepEqual(await services.ledger.byDocument(sale.entityId, "F", 1), sale);
});

Deno.test("a fee below the price has no VAT, the whole price has that of the ride; free cancelling is no sale", async () => {
  await using test = await testServices();
  const { services } = test;
  const fees = [{ part: 0, feeVat: "none" }, { part: 0.5, feeVat: "none" }] as const;
  for (const { part, feeVat } of fees) {
    const { booking } = await aStoredBooking(services);
    const feeOre = Math.floor(booking.trip.totalOre * part);
    await happen(
      services,
      booking.id,
      () => ({ type: "cancel", by: "customer", reason: "", feeOre, feeVat }),
    );
  }
  const { booking } = await aStoredBooking(services);
  await comeTo(services, booking.id);
  const { totalOre, vatOre } = booking.trip;
  await happen(
    services,
    booking.id,
    () => ({ type: "mark-no-show", feeOre: totalOre, feeVat: "included" }),
  );
  await book(services);
  const { sales } = await rowsOf(services);
  const shown = sales.map(({ kind, totalOre, vatOre, method, driverId }) =>
    [kind, totalOre, vatOre, method, driverId !== null] as const
  ).sort();
  assert.deepEqual(shown, [
    // Who never came into the car does not pay in it.
    ["cancellation-fee", Math.floor(totalOre * 0.5), 0, "invoice", false],
    ["no-show-fee", totalOre, vatOre, "invoice", true],
  ]);
});

Deno.test("what an operator undoes is given back by a document that cites the sale, and driven again it is sold again", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { booking } = await aStoredBooking(services);
  clock.set("2026-11-24T09:30:00Z");
  await comeTo(services, booking.id);
  const aboard = await happen(services, booking.id, () => ({ type: "board" }));
  const command = { type: "complete", expectedVersion: aboard.version } as const;
  const act = await performCommand(services, booking.id, command, {
    actor: SARA,
    idempotencyKey: null,
  });
  await book(services);
  clock.advance({ seconds: 3 });
  await undoAct(services, { id: actId(act.id), actor: SARA });
  await book(services);
  await happen(services, booking.id, () => ({ type: "complete" }));
  await book(services);
  const [sold, back, again] = await services.ledger.salesOf(booking.id);
  assert(sold && back && again);
  assert.deepEqual([sold.kind, back.kind, again.kind], ["ride", "credit", "ride"]);
  assert.equal(back.credits, sold.id);
  assert.deepEqual([back.totalOre, back.vatOre], [-sold.totalOre, -sold.vatOre]);
  assert.deepEqual([sold, back, again].map(({ document }) => document), [
    ...[{ series: "F", number: 1 }, { series: "K", number: 1 }, { series: "F", number: 2 }],
  ]);
  assert.equal((await services.ledger.posted(booking.id))?.standing, again.id);
});

Deno.test("a ride stands in the books of who held the permit when it was driven, though it is booked after another does", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { booking } = await aStoredBooking(services);
  clock.set("2026-11-24T09:30:00Z");
  await drive(services, booking.id);
  const { vehicles, holders } = await services.fleet.all();
  const car = vehicles.find(({ id }) => id === booking.reservation.vehicleId);
  const other = holders.find(({ id }) => id !== car?.holderId);
  assert(car && other);
  const moved = { ...car, holderId: other.id };
  await services.fleet.save([withFormerHolder(moved, car, "2026-11-24T12:00:00Z")], []);
  await book(services);
  const { sales: [sale] } = await rowsOf(services);
  assert.equal(sale?.entityId, car.holderId);
});

Deno.test("books that were kept before a holder was said to be the company are still there to be seen, and nothing more goes into them", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  await drive(services, booking.id);
  await book(services);
  const { sales: [sale] } = await rowsOf(services);
  assert(sale);
  const fleet = await services.fleet.all();
  const holder = fleet.holders.find(({ id }) => id === sale.entityId);
  const company = { ...services.company, companyNumber: holder?.organisationNumber ?? "" };
  const ids = async (withBooks = services.ledger.withBooks()) =>
    legalEntities(company, fleet, await withBooks).map(({ id }) => id);
  assert((await ids()).includes(sale.entityId));
  assert(!(await ids(Promise.resolve(new Set()))).includes(sale.entityId));
  assert.equal(entityOf({ vehicleId: sale.vehicleId, at: sale.at }, company, fleet), HOUSE);
});

Deno.test("read twice, made anew after the feed was pruned, or begun anew: nothing is booked twice and nothing is missed", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { booking } = await aStoredBooking(services);
  await drive(services, booking.id);
  await book(services);
  const once = await rowsOf(services);
  await services.db.write.delete(["feedReader", "bookkeeping"]);
  await book(services);
  assert.deepEqual(await rowsOf(services), once);
  const missed = await aStoredBooking(services);
  await drive(services, missed.booking.id);
  clock.advance({ hours: 49 });
  assert.equal(await services.feed.prune(clock.now()), true);
  await aStoredBooking(services, { wallTime: "2026-11-27T10:00" });
  await book(services);
  const { sales } = await rowsOf(services);
  assert.deepEqual(sales.map(({ bookingId }) => bookingId), [booking.id, missed.booking.id]);
  assertWhole(await rowsOf(services));
});

Deno.test("fifty rides that end at once, booked by four processes at once, have numbers without a gap", async () => {
  await using folder = await tempFolder();
  await using test = await testServices({ database: `${folder.path}/kv.sqlite` });
  const { services } = test;
  const rides = [];
  for (let i = 0; i < 50; i++) {
    const wallTime = `2026-11-${24 + Math.floor(i / 10)}T1${i % 10}:00`;
    rides.push((await aStoredBooking(services, { wallTime })).booking.id);
  }
  const processes = Array.from({ length: 4 }, () => {
    const db = { ...services.db, kind: "remote" as const };
    return { ...services, db, feed: new Feed(db) };
  });
  await book(services);
  await Promise.all([
    ...rides.map((id) => drive(services, id)),
    ...processes.map((process) => book(process)),
  ]);
  await book(services);
  const rows = await rowsOf(services);
  assert.equal(rows.sales.length, 50);
  assertWhole(rows);
});
