// Closing a day: when it can be closed, once, for one entity, and where what comes late is booked.
import assert from "node:assert/strict";
import { closeDay } from "../../lib/bookkeeping/close-day.ts";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import { accountNames } from "../../lib/bookkeeping/account-names.ts";
import { sieFile } from "../../lib/bookkeeping/sie-file.ts";
import type { Voucher } from "../../lib/bookkeeping/voucher.ts";
import { zReport } from "../../lib/bookkeeping/z-report.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { readSie } from "../support/sie-reader.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { holderId } from "../../lib/fleet/vehicle.ts";
import { assertWhole, book, rowsOf } from "../support/bookkeeping.ts";
import { drive } from "../support/driven-rides.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const DATE = "2026-11-24";
const OWNER = holderId("H2");
/** All of them drive for one owner. */
const vehicles = DEMO_VEHICLES.map((vehicle) => ({ ...vehicle, holderId: OWNER }));

Deno.test("a day is over at midnight where the cars are, not before", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const close = () => closeDay(services, { entityId: OWNER, date: DATE });
  for (const early of ["2026-11-23T12:00:00Z", "2026-11-24T12:00:00Z", "2026-11-24T22:59:59Z"]) {
    clock.set(early);
    assert.equal(await close(), "not-over", early);
  }
  await book(services);
  assert.equal(await services.ledger.closedThrough(OWNER), "");
  clock.set("2026-11-24T23:00:00Z");
  assert.equal(await close(), null);
  await book(services);
  assert.equal(await services.ledger.closedThrough(OWNER), DATE);
});

Deno.test("a closed day, and every day before it, cannot be closed again; the next one and that of others can", async () => {
  await using test = await testServices({ now: "2026-11-26T05:00:00Z" });
  const { services } = test;
  const close = async (entityId: typeof OWNER, date: string) => {
    const fault = await closeDay(services, { entityId, date });
    await book(services);
    return fault;
  };
  assert.equal(await close(OWNER, DATE), null);
  assert.equal(await close(OWNER, DATE), "already-closed");
  assert.equal(await close(OWNER, "2026-11-20"), "already-closed");
  assert.equal(await services.ledger.closedThrough(OWNER), DATE);
  assert.equal(await services.ledger.closedThrough(HOUSE), "");
  assert.equal(await close(HOUSE, DATE), null);
  assert.equal(await close(OWNER, "2026-11-25"), null);
  assert.equal(await services.ledger.closedThrough(OWNER), "2026-11-25");
});

Deno.test("of many who close a day at once one does, before the books heard of it, and an earlier one opens nothing", async () => {
  await using test = await testServices({ now: "2026-11-26T05:00:00Z" });
  const { services } = test;
  const close = (date: string) => closeDay(services, { entityId: OWNER, date });
  const faults = await Promise.all(Array.from({ length: 8 }, () => close(DATE)));
  assert.deepEqual(faults.sort(), [...Array(7).fill("already-closed"), null]);
  assert.equal(await close(DATE), "already-closed");
  assert.equal(await close("2026-11-20"), null);
  await book(services);
  assert.equal(await services.ledger.closedThrough(OWNER), DATE);
  assert.deepEqual(await rowsOf(services), { sales: [], vouchers: [] });
});

Deno.test("what was driven before the day was closed stays on it; what is heard of later is booked on the next day", async () => {
  await using test = await testServices({ vehicles });
  const { services, clock } = test;
  const [first, second] = [
    await aStoredBooking(services),
    await aStoredBooking(services, { wallTime: "2026-11-24T14:00" }),
  ];
  await book(services);
  clock.set("2026-11-24T09:30:00Z");
  await drive(services, first.booking.id);
  clock.set("2026-11-25T01:00:00Z");
  assert.equal(await closeDay(services, { entityId: OWNER, date: DATE }), null);
  // A driver's telephone that was out of reach tells of the day before.
  clock.set("2026-11-24T14:30:00Z");
  await drive(services, second.booking.id);
  await book(services);
  const rows = await rowsOf(services);
  assert.deepEqual(
    new Map(rows.sales.map(({ bookingId, date }) => [bookingId, date])),
    new Map([[first.booking.id, DATE], [second.booking.id, "2026-11-25"]]),
  );
  assert.deepEqual(
    rows.vouchers.map(({ date, happenedOn }) => [date, happenedOn]),
    [[DATE, DATE], ["2026-11-25", DATE]],
  );
  assert.equal((await zReport(ReadableStream.from(rows.sales))).late, 1);
  assert.deepEqual(
    (await sieOf(rows.vouchers)).map(({ date, transactions }) => [date, transactions[0]?.date]),
    [["20261124", ""], ["20261125", "20261124"]],
  );
  assertWhole(rows);
});

async function sieOf(vouchers: readonly Voucher[]) {
  const entity = { id: OWNER, name: "Åkeri", organisationNumber: "" };
  const { vouchers: texts } = textsFor("sv").bookkeeping;
  const file = { entity, madeOn: DATE, version: "1", accounts: accountNames("sv"), texts };
  const pieces = await Array.fromAsync(sieFile(file, ReadableStream.from(vouchers)));
  return readSie(new Uint8Array(await new Blob(pieces).arrayBuffer())).vouchers;
}
