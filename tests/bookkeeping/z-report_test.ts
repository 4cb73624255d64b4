// The Z-report against the rides that were driven, and against the lines of their documents.
import assert from "node:assert/strict";
import type { Sale } from "../../lib/bookkeeping/sale.ts";
import { vatOfLines } from "../../lib/bookkeeping/vat-report.ts";
import { figuresByDay, type SaleFigures, zReport } from "../../lib/bookkeeping/z-report.ts";
import { performCommand } from "../../lib/board/operator-command.ts";
import { actId } from "../../lib/booking/operator-act.ts";
import { undoAct } from "../../lib/booking/undo-act.ts";
import { choosePayment } from "../../lib/checkout/choose-payment.ts";
import { bookedTrips } from "../support/booked-trips.ts";
import { book, rowsOf } from "../support/bookkeeping.ts";
import { comeTo, drive, happen } from "../support/driven-rides.ts";
import { FIRM } from "../support/invoice-buyer.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;
const NOVEMBER = { from: "2026-11-01", until: "2026-11-30" };
const NOTHING: SaleFigures = {
  ...{ sold: 0, givenBack: 0, totalOre: 0, vatOre: 0 },
  byMethod: { card: 0, swish: 0, invoice: 0, car: 0 },
  byRate: [],
};

Deno.test("each vehicle has what its driven rides cost, and all of them together have the sum", async () => {
  await using test = await testServices();
  const { services } = test;
  const paid = new Map<string, { totalOre: number; vatOre: number; sold: number }>();
  for (const [hour, method] of [["10", "car"], ["10", "invoice"], ["14", "car"]] as const) {
    const { booking, link } = await aStoredBooking(services, {
      ...{ wallTime: `2026-11-24T${hour}:00`, method },
    });
    if (method === "invoice") await choosePayment(services, { link, method, buyer: FIRM });
    const { trip, reservation } = await drive(services, booking.id);
    const own = paid.get(reservation.vehicleId) ?? { totalOre: 0, vatOre: 0, sold: 0 };
    paid.set(reservation.vehicleId, {
      totalOre: own.totalOre + trip.totalOre,
      vatOre: own.vatOre + trip.vatOre,
      sold: own.sold + 1,
    });
  }
  await book(services);
  const { sales } = await rowsOf(services);
  const report = await zReport(ReadableStream.from(sales));
  assert(paid.size > 1);
  assert.deepEqual(
    report.vehicles.map(([id, { totalOre, vatOre, sold }]) => [id, { totalOre, vatOre, sold }]),
    [...paid].sort(([a], [b]) => a < b ? -1 : 1),
  );
  const all = [...paid.values()];
  assert.equal(report.all.totalOre, all.reduce((sum, { totalOre }) => sum + totalOre, 0));
  assert.equal(report.all.vatOre, all.reduce((sum, { vatOre }) => sum + vatOre, 0));
  const { car, invoice, card, swish } = report.all.byMethod;
  assert(car > 0 && invoice > 0);
  assert.deepEqual([car + invoice, card, swish], [report.all.totalOre, 0, 0]);
});

Deno.test("a ride that was undone is sold and given back, and comes to nothing", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { booking } = await aStoredBooking(services);
  clock.set("2026-11-24T09:30:00Z");
  await comeTo(services, booking.id);
  const { version } = await happen(services, booking.id, () => ({ type: "board" }));
  const command = { type: "complete", expectedVersion: version } as const;
  const by = { actor: SARA, idempotencyKey: null };
  const act = await performCommand(services, booking.id, command, by);
  await book(services);
  clock.advance({ seconds: 3 });
  await undoAct(services, { id: actId(act.id), actor: SARA });
  await book(services);
  const report = await zReport(ReadableStream.from(await services.ledger.salesOf(booking.id)));
  assert.deepEqual(report.all, { ...NOTHING, sold: 1, givenBack: 1 });
  assert.deepEqual(report.vehicles, [[booking.reservation.vehicleId, report.all]]);
  const one = { first: 1, last: 1 };
  assert.deepEqual(report.documents, [["F", one], ["K", one]]);
});

Deno.test("the numbers of a series go from the lowest to the highest, in whatever order the sales come", async () => {
  await using test = await testServices();
  const { services } = test;
  for (const hour of ["08", "10", "12"]) {
    const { booking } = await aStoredBooking(services, { wallTime: `2026-11-24T${hour}:00` });
    await drive(services, booking.id);
  }
  await book(services);
  const [sale] = (await rowsOf(services)).sales;
  assert(sale);
  // Sales of one millisecond have ids, and so an order, of chance.
  const numbered = [5, 4, 6].map((number): Sale => ({
    ...sale,
    document: { series: "F", number },
  }));
  const { documents } = await zReport(ReadableStream.from(numbered));
  assert.deepEqual(documents, [["F", { first: 4, last: 6 }]]);
});

Deno.test("of hundreds of trips of every kind, vehicles and days come to the lines of their sales, rate by rate, and to what riders paid", async () => {
  using trips = await bookedTrips(300);
  const { ledger, entities, truths } = trips;
  let [soldOre, prepaidOre] = [0, 0];
  for (const { id: entityId } of entities) {
    const period = { entityId, ...NOVEMBER };
    const sales = await Array.fromAsync(ledger.salesBetween(period));
    const { all, vehicles } = await zReport(ReadableStream.from(sales));
    for (const [vehicle, figures] of [...vehicles, [null, all] as const]) {
      assertFiguresOf(
        figures,
        sales.filter((sale) => (vehicle ?? sale.vehicleId) === sale.vehicleId),
      );
    }
    const days = await figuresByDay(ledger.salesBetween(period));
    assert.deepEqual(
      days.map(([date]) => date),
      [...new Set(sales.map(({ date }) => date))].sort(),
    );
    for (const [date, figures] of days) {
      assertFiguresOf(figures, sales.filter((sale) => sale.date === date));
    }
    soldOre += all.totalOre;
    prepaidOre += all.byMethod.card + all.byMethod.swish;
  }
  const prepaid = truths.filter(({ method }) => method === "card" || method === "swish");
  const paidOf = (some: typeof truths) => some.reduce((sum, { paidOre }) => sum + paidOre, 0);
  assert.deepEqual([soldOre, prepaidOre], [paidOf(truths), paidOf(prepaid)]);
});

Deno.test("without sales there are no vehicles, no numbers and no days", async () => {
  const none: Sale[] = [];
  assert.deepEqual(
    await zReport(ReadableStream.from(none)),
    { all: NOTHING, vehicles: [], documents: [], late: 0 },
  );
  assert.deepEqual(await figuresByDay(ReadableStream.from(none)), []);
});

function assertFiguresOf(figures: SaleFigures, sales: readonly Sale[]): void {
  const boxes = vatOfLines(sales.flatMap(({ lines }) => lines));
  assert.equal(figures.vatOre, boxes["10"] + boxes["11"] + boxes["12"]);
  const vatAt = (rate: number) =>
    figures.byRate.find(({ vatRatePercent }) => vatRatePercent === rate)?.vatOre ?? 0;
  assert.deepEqual([25, 12, 6, 0].map(vatAt), [boxes["10"], boxes["11"], boxes["12"], 0]);
  const ofRates = figures.byRate.reduce((sum, { amountOre }) => sum + amountOre, 0);
  assert.equal(ofRates, figures.totalOre);
  const lines = sales.flatMap(({ lines }) => lines);
  assert.equal(figures.totalOre, lines.reduce((sum, { amountOre }) => sum + amountOre, 0));
  assert.equal(
    Object.values(figures.byMethod).reduce((sum, ore) => sum + ore, 0),
    figures.totalOre,
  );
  const back = sales.filter(({ document }) => document.series === "K").length;
  assert.deepEqual([figures.sold, figures.givenBack], [sales.length - back, back]);
}
