// The operators' pages of fees: the list, a draft from its beginning to its approval, and what is refused.
import assert from "node:assert/strict";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { previewCancellation } from "../../lib/booking/cancellation-rules.ts";
import { MAX_FEE_ORE } from "../../lib/fees/fee-matrix.ts";
import { feesSv } from "../../lib/i18n/sv/fees.ts";
import { formatMoney } from "../../lib/i18n/format.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { operatorOf } from "../support/operator-forms.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const DAY = "2026-12-01";
const ROW = {
  ...{ action: "add-row", fault: "customer", kind: "cancel", place: "", vehicleClass: "van" },
  ...{ from: "", until: "", withinMinutes: "120", amount: "300", amountUnit: "fixed" },
};

Deno.test("what ships is listed and in force, and a draft for a day after today begins with it", async () => {
  await using test = await testServices();
  const { read, send } = await operatorOf(test);
  const { html } = await read(paths.adminFees());
  assert(html.includes(feesSv.states.now) && html.includes("2020-01-01"));
  assert(html.includes(feesSv.noDrafts));
  const today = await send(paths.adminFees(), { bookedFrom: "2026-11-23" });
  assert.equal(today.status, 422);
  assert(today.html.includes(feesSv.refusals["day-gone"]));
  const begun = await send(paths.adminFees(), { bookedFrom: DAY });
  assert.deepEqual([begun.status, begun.location], [303, paths.adminFee(DAY)]);
  const draft = (await read(paths.adminFee(DAY))).html;
  assert(draft.includes("halva priset") && draft.includes("hela priset"));
  assert.equal((await read(paths.adminFee("2026-12-02"))).status, 404);
});

Deno.test("a draft gets rows and times, what is wrong comes back as it was typed, and a second person approves it", async () => {
  await using test = await testServices();
  const karin = await operatorOf(test);
  const path = paths.adminFee(DAY);
  await karin.send(paths.adminFees(), { bookedFrom: DAY });
  const wrong = await karin.send(path, { ...ROW, amount: "alla", place: "Borås", revision: "1" });
  assert.equal(wrong.status, 422);
  assert(wrong.html.includes(feesSv.problems.amount(formatMoney("sv", MAX_FEE_ORE))));
  assert(wrong.html.includes('value="alla"') && wrong.html.includes('value="Borås"'));
  const added = await karin.send(path, { ...ROW, revision: "1" });
  assert.equal(added.location, paths.adminFee(DAY, { done: "saved" }));
  const stale = await karin.send(path, { ...ROW, place: "Borås", revision: "1" });
  assert.deepEqual([stale.status, stale.html.includes(feesSv.refusals.changed)], [409, true]);
  const times = {
    ...{ action: "save-times", waitMinutes: "12", late0: "10", back0: "10", back0Unit: "percent" },
    ...{ late1: "20", back1: "100", back1Unit: "fixed", revision: "2" },
  };
  assert.equal((await karin.send(path, times)).status, 303);
  const removed = await karin.send(path, { action: "remove-row", row: "0", revision: "3" });
  assert.equal(removed.status, 303);
  const own = await karin.send(paths.adminFeeReview(DAY), { revision: "4" });
  assert.deepEqual([own.status, own.html.includes(feesSv.refusals.author)], [409, true]);
  const elsa = await operatorOf(test, "Elsa", "accountant");
  const approved = await elsa.send(paths.adminFeeReview(DAY), { revision: "4" });
  assert.equal(approved.location, paths.adminFee(DAY, { done: "approved" }));
  const { matrix } = await test.services.feeEditions.onDay(DAY);
  assert.deepEqual(matrix.rows.map(({ kind, vehicleClass }) => [kind, vehicleClass]), [
    ["no-show", null],
    ["cancel", "van"],
  ]);
  assert.deepEqual([matrix.waitMinutes, matrix.lateness], [12, [
    { fromMinutes: 10, amount: { kind: "percent", percent: 10 } },
    { fromMinutes: 20, amount: { kind: "fixed", ore: 10_000 } },
  ]]);
  const { html } = await karin.read(path);
  assert(html.includes(feesSv.withdraw) && !html.includes(feesSv.addRow));
});

Deno.test("a draft says what it would have made of the rides that were cancelled, by their references alone", async () => {
  await using test = await testServices();
  const { booking, link } = await aStoredBooking(test.services);
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  const now = test.clock.now().epochMilliseconds;
  test.clock.advance({ milliseconds: pickupMs - now - 90 * 60_000 });
  const before = previewCancellation(booking, test.clock.now().epochMilliseconds).feeOre;
  await cancelBooking(test.services, { link, reason: "", expectedFeeOre: before });
  const { read, send } = await operatorOf(test);
  await send(paths.adminFees(), { bookedFrom: DAY });
  const row = { ...ROW, vehicleClass: "", place: "Härryda", amount: "100" };
  await send(paths.adminFee(DAY), { ...row, revision: "1" });
  const { html } = await read(paths.adminFee(DAY));
  const sums = {
    counted: "1",
    before: formatMoney("sv", before),
    after: formatMoney("sv", 10_000),
  };
  assert(
    html.includes(feesSv.previewSums(sums)),
    html.slice(html.indexOf("preview"), html.indexOf("preview") + 900),
  );
  assert(!html.includes(booking.contact.name));
});

Deno.test("a dispatcher sees the fees and changes none", async () => {
  await using test = await testServices();
  const kim = await operatorOf(test, "Kim", "dispatcher");
  assert.equal((await kim.read(paths.adminFees())).status, 200);
  assert.equal((await kim.send(paths.adminFees(), { bookedFrom: DAY })).status, 403);
  assert.equal((await kim.send(paths.adminFeeReview(DAY), { revision: "1" })).status, 403);
});
