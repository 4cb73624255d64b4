// The accountant's pages: what an address asks for, and what a month and a day then say of the rides that were driven.
import assert from "node:assert/strict";
import {
  askedDay,
  askedMonth,
  daysOf,
  loadBookDay,
  loadBookMonth,
  MAX_SHOWN_VOUCHERS,
} from "../../lib/board/books-page.ts";
import type { BookedTrip } from "../../lib/booking/booking.ts";
import { closeDay } from "../../lib/bookkeeping/close-day.ts";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import { noteInBooks } from "../../lib/bookkeeping/note-in-books.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { holderId } from "../../lib/fleet/vehicle.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { DEMO_HOLDERS, DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { book } from "../support/bookkeeping.ts";
import { drive } from "../support/driven-rides.ts";
import { anOperator } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const OWNER = holderId("H2");
const MONTH = "2026-11";
/** All of them drive for one owner. */
const vehicles = DEMO_VEHICLES.map((vehicle) => ({ ...vehicle, holderId: OWNER }));

Deno.test("an address asks for a month and an entity; what it leaves out is this month and the company, what is none is not found", async () => {
  await using test = await testServices({ now: "2026-11-30T23:30:00Z" });
  const asked = async (query: string) => {
    const { month, entity } = await askedMonth(test.services, new URLSearchParams(query));
    return [month, entity.id];
  };
  assert.deepEqual(await asked("month=2026-10&entity=H2"), ["2026-10", OWNER]);
  // Where the cars are, December has begun.
  for (const query of ["", "month="]) {
    assert.deepEqual(await asked(query), ["2026-12", HOUSE], query);
  }
  const bad = ["month=2026-13", "month=2026-00", "month=2026-1", "month=2026-10-01"];
  for (const query of [...bad, "month=2026-10%0A", "month=november", "entity=H9", "entity="]) {
    await assert.rejects(asked(query), RequestError, query);
  }
});

Deno.test("a day that does not exist is not found, as books are that nobody keeps", async () => {
  await using test = await testServices({ now: "2026-11-23T23:30:00Z" });
  const asked = async (query: Record<string, string>) => {
    const day = await askedDay(test.services, new URLSearchParams(query));
    return [day.date, day.entity.id];
  };
  assert.deepEqual(await asked({ date: "2026-02-28", entity: "H2" }), ["2026-02-28", OWNER]);
  assert.deepEqual(await asked({ date: "2028-02-29" }), ["2028-02-29", HOUSE]);
  assert.deepEqual(await asked({}), ["2026-11-24", HOUSE]);
  const never = ["2026-02-29", "2026-02-30", "2026-04-31", "2026-11-31", "2026-13-01"];
  for (const date of ["", "2026-11", "2026-11-00", "24 november", "2026-11-24T10:00", ...never]) {
    await assert.rejects(asked({ date }), RequestError, date);
  }
  await assert.rejects(asked({ entity: "nobody" }), RequestError);
});

Deno.test("the company comes first among the entities, and a holder with its number is the company", async () => {
  const [own] = DEMO_HOLDERS;
  assert(own);
  const environment = { AVANTI_COMPANY_NUMBER: own.organisationNumber };
  await using test = await testServices({ environment });
  const { entities, entity } = await askedDay(test.services, new URLSearchParams());
  assert.deepEqual(entities.map(({ id }) => id), [HOUSE, "H2", "H3"]);
  assert.equal(entity.id, HOUSE);
});

Deno.test("daysOf() ends a month on its last day, in leap years too", () => {
  const last = {
    ...{ "2026-01": "31", "2026-04": "30", "2026-11": "30", "2026-12": "31" },
    ...{ "2026-02": "28", "2028-02": "29", "2000-02": "29", "2100-02": "28" },
  };
  for (const [month, day] of Object.entries(last)) {
    assert.deepEqual(daysOf(month), { from: `${month}-01`, until: `${month}-${day}` });
  }
});

Deno.test("a month has the rides of its own days, as they were priced, and documents and vouchers agree on their VAT", async () => {
  await using test = await testServices({ vehicles });
  const { services } = test;
  // The last minutes of November and the first of December, where the cars are.
  const [early, late, next] = await ridesAt(test, [
    { wallTime: "2026-11-24T10:00", endsAt: "2026-11-24T09:30:00Z" },
    { wallTime: "2026-11-30T23:00", endsAt: "2026-11-30T22:59:59Z" },
    { wallTime: "2026-11-30T23:30", endsAt: "2026-11-30T23:00:00Z" },
  ]);
  assert(early && late && next);
  await book(services);
  const november = await monthOf(services, "H2", MONTH);
  const figures = (trip: BookedTrip) => [1, 0, trip.totalOre, trip.vatOre, trip.totalOre];
  const days = (month: typeof november) =>
    month.days.map(([date, { sold, givenBack, totalOre, vatOre, byMethod }]) => [
      ...[date, [sold, givenBack, totalOre, vatOre, byMethod.car]],
    ]);
  assert.deepEqual(days(november), [
    ["2026-11-24", figures(early)],
    ["2026-11-30", figures(late)],
  ]);
  const vatOre = early.vatOre + late.vatOre;
  const netOre = early.totalOre + late.totalOre - vatOre;
  const vat = Math.trunc(vatOre / 100);
  assert.deepEqual(november.vat, {
    ...{ "05": Math.trunc(netOre / 100), "10": 0, "11": 0, "12": vat, "48": 0, "49": vat },
  });
  assert.deepEqual([november.vatApartOre, november.closedThrough], [0, ""]);
  assert.deepEqual(days(await monthOf(services, "H2", "2026-12")), [
    ["2026-12-01", figures(next)],
  ]);
  assert.deepEqual((await monthOf(services, "H3", MONTH)).days, []);
});

Deno.test("commission is in the VAT of a month, and does not set documents and vouchers apart", async () => {
  await using test = await testServices({ vehicles });
  const { services } = test;
  await ridesAt(test, [{ wallTime: "2026-11-24T10:00", endsAt: "2026-11-24T09:30:00Z" }]);
  const amounts = {
    ...{ owedOre: 500_000, tipsOre: 0, commissionOre: 80_000, commissionVatOre: 20_000 },
    ...{
      deductionsOre: 0,
      deductionsVatOre: 0,
      repaidOre: 0,
      boughtOre: 0,
      boughtVatOre: 0,
      paidOre: 400_000,
    },
  };
  const fact = { type: "settled", settlementId: "S1", holderId: OWNER, amounts } as const;
  await commitWithRetry(services.db, (tx) => Promise.resolve(noteInBooks(services, tx, fact)));
  await book(services);
  const house = await monthOf(services, HOUSE, MONTH);
  assert.deepEqual([house.vat["05"], house.vat["10"], house.vat["49"]], [800, 200, 200]);
  const owner = await monthOf(services, "H2", MONTH);
  assert.equal(owner.vat["48"], 200);
  assert.deepEqual([house.vatApartOre, owner.vatApartOre], [0, 0]);
});

Deno.test("a day has the rides, vouchers and state of that day and entity alone", async () => {
  await using test = await testServices({ vehicles });
  const { services } = test;
  const [trip] = await ridesAt(test, [
    { wallTime: "2026-11-24T10:00", endsAt: "2026-11-24T09:30:00Z" },
    { wallTime: "2026-11-25T10:00", endsAt: "2026-11-25T09:30:00Z" },
  ]);
  assert(trip);
  assert.equal(await closeDay(services, { entityId: OWNER, date: "2026-11-24" }), null);
  await book(services);
  const day = await dayOf(services, "H2", "2026-11-24");
  const { totalOre, vatOre } = day.report.all;
  assert.deepEqual([totalOre, vatOre], [trip.totalOre, trip.vatOre]);
  assert.deepEqual(day.report.documents, [["F", { first: 1, last: 1 }]]);
  assert.deepEqual(day.vouchers.map(({ number, text }) => [number, text]), [[1, "sale"]]);
  assert.deepEqual([day.isClosed, day.hasMore, day.mayClose, day.fault], [true, false, true, null]);
  const isClosed = async (entity: string, date: string) =>
    (await dayOf(services, entity, date)).isClosed;
  assert.equal(await isClosed("H2", "2026-11-23"), true);
  assert.equal(await isClosed("H2", "2026-11-25"), false);
  assert.equal(await isClosed(HOUSE, "2026-11-24"), false);
});

Deno.test("who only sees the books is not offered to close a day", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session } = await anOperator(services);
  const asked = await askedDay(services, new URLSearchParams());
  const rights = session.rights.filter((right) => right !== "close-books");
  const day = await loadBookDay(services, { ...session, rights }, { ...asked, fault: "not-over" });
  assert.deepEqual([day.mayClose, day.fault], [false, "not-over"]);
});

Deno.test("a day shows its first vouchers, and says that there are more", async () => {
  await using test = await testServices();
  const { services } = test;
  const payOut = async () => {
    const fact = { type: "payout", method: "card", amountOre: 100 } as const;
    await commitWithRetry(services.db, (tx) => Promise.resolve(noteInBooks(services, tx, fact)));
  };
  for (let i = 0; i < MAX_SHOWN_VOUCHERS; i++) await payOut();
  await book(services);
  const shown = async () => {
    const { vouchers, hasMore } = await dayOf(services, HOUSE, "2026-11-23");
    return [vouchers[0]?.number, vouchers.at(-1)?.number, hasMore];
  };
  assert.deepEqual(await shown(), [1, MAX_SHOWN_VOUCHERS, false]);
  await payOut();
  await book(services);
  assert.deepEqual(await shown(), [1, MAX_SHOWN_VOUCHERS, true]);
});

/** Books rides, then drives each to its end. */
async function ridesAt(
  { services, clock }: TestServices,
  rides: readonly { wallTime: string; endsAt: string }[],
): Promise<BookedTrip[]> {
  const booked = [];
  for (const { wallTime, endsAt } of rides) {
    booked.push({ endsAt, id: (await aStoredBooking(services, { wallTime })).booking.id });
  }
  const trips: BookedTrip[] = [];
  for (const { endsAt, id } of booked) {
    clock.set(endsAt);
    trips.push((await drive(services, id)).trip);
  }
  return trips;
}

async function monthOf(services: Services, entity: string, month: string) {
  const { session } = await anOperator(services);
  const asked = await askedMonth(services, new URLSearchParams({ entity, month }));
  return await loadBookMonth(services, session, asked);
}

async function dayOf(services: Services, entity: string, date: string) {
  const { session } = await anOperator(services);
  return await loadBookDay(
    services,
    session,
    await askedDay(services, new URLSearchParams({ entity, date })),
  );
}
