// The pages of settlements: terms of two people, days that are closed, a settlement of two people, and what is refused.
import assert from "node:assert/strict";
import { closeDay } from "../../lib/bookkeeping/close-day.ts";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import { holderId } from "../../lib/fleet/vehicle.ts";
import { formatOre } from "../../lib/i18n/format.ts";
import { settlementSv as words } from "../../lib/i18n/sv/settlement.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { book } from "../support/bookkeeping.ts";
import { drive } from "../support/driven-rides.ts";
import { operatorOf } from "../support/operator-forms.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const HOLDER = holderId("H2");
const DATE = "2026-11-24";
const PAGE = paths.adminHolderSettlements(HOLDER);
/** All of them drive for one owner. */
const vehicles = DEMO_VEHICLES.map((vehicle) => ({ ...vehicle, holderId: HOLDER }));
const TERMS = {
  ...{ action: "write-terms", from: "2026-11-01", rhythm: "week", revision: "0", vat: "on" },
  ...{ "rate-card": "10", "rate-swish": "10", "rate-invoice": "12,5", "rate-car": "2" },
  ...{ perRide: "7", perMonth: "1500", agreedOn: "2026-10-01", objectWithin: "8" },
};
const RADIO = { action: "adjust", kind: "deduction", date: DATE, reason: "Radio", amount: "100" };

Deno.test("from terms to an approved settlement two people decide, and the books have it", async () => {
  await using test = await testServices({ vehicles });
  const { services } = test;
  const totalOre = await aDrivenRide(test);
  const karin = await operatorOf(test);
  const elsa = await operatorOf(test, "Elsa", "accountant");
  assert((await karin.read(paths.adminSettlements())).html.includes(words.states["no-terms"]));
  const written = await karin.send(PAGE, TERMS);
  assert.equal(written.location, paths.adminHolderSettlements(HOLDER, { done: "saved" }));
  const approval = { action: "approve-terms", from: TERMS.from, revision: "1" };
  const own = await karin.send(PAGE, approval);
  assert.deepEqual([own.status, own.html.includes(words.refusals.author)], [409, true]);
  assert.equal((await elsa.send(PAGE, approval)).status, 303);
  assert.equal((await karin.send(PAGE, RADIO)).status, 303);
  const asked = paths.adminHolderSettlements(HOLDER, { until: DATE });
  const open = (await karin.read(asked)).html;
  assert(open.includes(words.refusals["not-closed"]) && !open.includes(words.holder.propose));
  const propose = { action: "propose", until: DATE };
  const early = await karin.send(PAGE, propose);
  assert.deepEqual([early.status, early.html.includes(words.refusals["not-closed"])], [409, true]);
  await closeDay(services, { entityId: HOLDER, date: DATE });
  await book(services);
  const preview = (await karin.read(asked)).html;
  assert(preview.includes(words.holder.propose) && preview.includes(formatOre("sv", totalOre)));
  const proposed = await karin.send(PAGE, propose);
  const path = paths.adminSettlement(HOLDER, 1);
  assert.equal(proposed.location, path);
  const page = (await karin.read(path)).html;
  assert(page.includes(words.one.author) && page.includes("<bdi>Radio</bdi>"));
  const proposedAt = (await services.settlements.get(HOLDER, 1))?.proposedAt ?? "";
  assert(page.includes(`value="${proposedAt}"`));
  const approve = { action: "approve", proposedAt };
  const alone = await karin.send(path, approve);
  assert.deepEqual([alone.status, alone.html.includes(words.refusals.author)], [409, true]);
  const approved = await elsa.send(path, approve);
  assert.equal(approved.location, paths.adminSettlement(HOLDER, 1, { done: "settled" }));
  const again = await elsa.send(path, approve);
  assert.deepEqual([again.status, again.html.includes(words.refusals.changed)], [409, true]);
  const statement = paths.adminStatement(HOLDER, 1);
  assert((await karin.read(path)).html.includes(statement));
  const file = await karin.read(statement);
  assert.deepEqual([file.status, file.html.slice(0, 5)], [200, "%PDF-"]);
  assert.equal((await karin.read(paths.adminStatement(HOLDER, 2))).status, 404);
  await book(services);
  const days = { entityId: HOUSE, from: "2026-11-01", until: "2026-12-31" };
  const vouchers = await Array.fromAsync(services.ledger.vouchersBetween(days));
  assert.deepEqual(vouchers.map(({ series }) => series), ["C"]);
  const list = (await karin.read(paths.adminSettlements())).html;
  assert(list.includes(DATE) && list.includes(words.states.settled));
});

Deno.test("what cannot be read comes back as it was typed, with what is wrong", async () => {
  await using test = await testServices({ vehicles });
  const { send } = await operatorOf(test);
  const rate = await send(PAGE, { ...TERMS, "rate-invoice": "tolv", perRide: "9" });
  assert.equal(rate.status, 422);
  assert(
    rate.html.includes(words.problems.rate("12,5 %", "100 %")) &&
      rate.html.includes('value="tolv"'),
  );
  assert(rate.html.includes('value="9"'));
  const day = await send(PAGE, { ...TERMS, from: "snart" });
  assert.deepEqual([day.status, day.html.includes(words.problems.from)], [422, true]);
  const reason = await send(PAGE, { ...RADIO, reason: "", amount: "250" });
  assert.deepEqual([reason.status, reason.html.includes(words.problems.reason("120"))], [
    422,
    true,
  ]);
  assert(reason.html.includes('value="250"'));
  const until = await send(PAGE, { action: "propose", until: "" });
  assert.deepEqual([until.status, until.html.includes(words.problems.until)], [422, true]);
  const none = await send(PAGE, RADIO);
  assert.deepEqual([none.status, none.html.includes(words.refusals["no-terms"])], [409, true]);
  assert.equal((await send(PAGE, { action: "fly" })).status, 422);
});

Deno.test("what was written can be struck and given up, and the list says where somebody stands", async () => {
  await using test = await testServices({ vehicles, now: "2026-11-25T12:00:00Z" });
  const { services } = test;
  const karin = await operatorOf(test);
  const elsa = await operatorOf(test, "Elsa", "accountant");
  await karin.send(PAGE, TERMS);
  await elsa.send(PAGE, { action: "approve-terms", from: TERMS.from, revision: "1" });
  await karin.send(PAGE, RADIO);
  const [radio] = await services.settlements.adjustments(HOLDER, DATE, DATE);
  assert((await karin.read(PAGE)).html.includes(words.adjustments.strike));
  const strike = { action: "strike", adjustment: `${DATE} ${radio?.id}` };
  assert.equal((await karin.send(PAGE, strike)).status, 303);
  assert.equal((await karin.send(PAGE, strike)).status, 409);
  await karin.send(PAGE, { ...TERMS, from: "2026-12-24" });
  const discard = { action: "discard-terms", from: "2026-12-24", revision: "1" };
  assert.equal((await karin.send(PAGE, discard)).status, 303);
  await closeDay(services, { entityId: HOLDER, date: DATE });
  await book(services);
  await karin.send(PAGE, { action: "propose", until: DATE });
  assert((await elsa.read(paths.adminSettlements())).html.includes(words.states.proposed));
  const path = paths.adminSettlement(HOLDER, 1);
  assert.equal((await karin.send(path, { action: "fly" })).status, 422);
  const proposedAt = (await services.settlements.get(HOLDER, 1))?.proposedAt ?? "";
  const dropped = await karin.send(path, { action: "discard", proposedAt });
  assert.equal(dropped.location, paths.adminHolderSettlements(HOLDER, { done: "dropped" }));
  assert.equal((await karin.read(path)).status, 404);
});

Deno.test("nobody but a holder with books of its own has a page", async () => {
  await using test = await testServices({ vehicles });
  const { read, send } = await operatorOf(test);
  for (const id of ["H99", HOUSE, "%E5"]) {
    assert.equal((await read(paths.adminHolderSettlements(id))).status, 404, id);
    assert.equal((await send(paths.adminHolderSettlements(id), RADIO)).status, 404, id);
  }
  for (const number of ["0", "1", "x", "-1", "1e3"]) {
    assert.equal((await read(`${PAGE}/${number}`)).status, 404, number);
  }
});

/** One ride of the holder, and the day after it. */
async function aDrivenRide(test: TestServices): Promise<number> {
  const { booking } = await aStoredBooking(test.services, { wallTime: `${DATE}T10:00` });
  test.clock.set(`${DATE}T09:30:00Z`);
  await drive(test.services, booking.id);
  await book(test.services);
  test.clock.set("2026-11-25T12:00:00Z");
  return booking.trip.totalOre;
}
