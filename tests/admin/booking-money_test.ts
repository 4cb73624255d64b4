// The money of a booking for who answers its customer: what the page says, the refund that is looked at and given, and the
// second person.
import assert from "node:assert/strict";
import { FORM_TOKEN_FIELD } from "../../lib/accounts/form-token-names.ts";
import { formatMoney } from "../../lib/i18n/format.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { refundedOre } from "../../lib/payments/payment.ts";
import { anOperator, aPerson, type TestProduct, testProduct } from "../support/operator.ts";
import { comeTo, happen } from "../support/driven-rides.ts";
import { aChargedBooking, aProposal } from "../support/proposals.ts";
import { aStoredBooking } from "../support/trips.ts";
import { thePayment } from "../support/stripe.ts";

const { booking: words } = textsFor("sv").payments;

Deno.test("the page says what was taken and what can go back, in both languages, and the pane leads to it", async () => {
  await using product = await testProduct();
  const { bookingId } = await aProposal(product.services, "Bilen kom sent");
  const { cookie } = await anOperator(product.services);
  for (const locale of LOCALES) {
    const { booking } = textsFor(locale).payments;
    const html = await page(product, `${cookie}; avanti-locale=${locale}`, bookingId);
    const said = [booking.methods.card, booking.statuses.captured, formatMoney(locale, 50_000)];
    for (const one of [...said, "Bilen kom sent", booking.approve]) {
      assert(html.includes(one), one);
    }
  }
  const day = await fetch(product.origin + paths.adminBooking(bookingId), { headers: { cookie } });
  assert((await day.text()).includes(paths.adminBookingMoney(bookingId)));
});

Deno.test("a refund is looked at, then given; the same form again gives nothing more", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { bookingId, id } = await aChargedBooking(services);
  const { cookie } = await anOperator(services);
  const key = /name="key" value="(\w{26})"/.exec(await page(product, cookie, bookingId))?.[1] ?? "";
  const form = { key, paymentId: id, amount: "120,50", reason: "goodwill", note: "Sen bil" };
  const looked = await send(product, bookingId, { ...form, act: "look" });
  assert.equal(looked.status, 200);
  const preview = await looked.text();
  for (const said of [words.give.customerGets(formatMoney("sv", 12_050)), words.give.credit, key]) {
    assert(preview.includes(said), said);
  }
  assert.equal(refundedOre(await thePayment(services, id)), 0, "nothing goes by looking");
  for (let times = 0; times < 2; times++) {
    assert.equal((await send(product, bookingId, { ...form, act: "give" })).status, 303);
  }
  assert.equal(refundedOre(await thePayment(services, id)), 12_050);
});

Deno.test("a form that is none comes back with what was typed and why", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { bookingId, id } = await aChargedBooking(services);
  const form = { key: "01KA0000000000000000000KEY", paymentId: id, reason: "error" };
  const much = await send(product, bookingId, {
    ...{ ...form, act: "give", amount: "500,01", note: "Fel pris" },
  });
  assert.equal(much.status, 422);
  const html = await much.text();
  for (const said of [words.faults["amount-high"], "500,01", "Fel pris"]) {
    assert(html.includes(said), said);
  }
  const none = await send(product, bookingId, { ...form, act: "look", amount: "mycket", note: "" });
  assert.equal(none.status, 422);
  assert((await none.text()).includes(words.faults["amount-none"]));
  const unknown = await send(product, bookingId, { act: "steal" });
  await unknown.body?.cancel();
  assert.equal(unknown.status, 404);
});

Deno.test("a dispatcher gives as far as their limit goes, an accountant says yes to the rest, an auditor only looks", async () => {
  await using product = await testProduct();
  const { services } = product;
  await aPerson(services, "Sam", "dispatcher");
  await aPerson(services, "Aina", "accountant");
  await aPerson(services, "Rut", "auditor");
  const { bookingId, id } = await aChargedBooking(services);
  const form = { key: "01KA0000000000000000000KEY", paymentId: id, reason: "error", note: "Fel" };
  const asked = await send(product, bookingId, { ...form, act: "give", amount: "500" }, "Sam");
  assert.equal(asked.status, 303);
  assert.match(asked.headers.get("location") ?? "", /done=asked/);
  const waits = await aProposal(services, "Sen bil");
  const decision = { act: "approve", proposal: waits.id };
  assert.equal((await send(product, waits.bookingId, decision, "Rut")).status, 403);
  assert.equal((await send(product, waits.bookingId, decision, "Aina")).status, 303);
  const late = await send(product, waits.bookingId, decision, "Sam");
  assert.equal(late.status, 422);
  assert((await late.text()).includes(words.faults.decided));
  const { cookie } = await anOperator(services, "Rut");
  const seen = await page(product, cookie, bookingId);
  assert(!seen.includes(words.give.look) && !seen.includes(words.retry));
});

Deno.test("of a customer who did not come the page says what the fee stands on, and that it is too little", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  const { booking } = await aStoredBooking(services);
  test.clock.set(booking.trip.pickup.instant);
  await comeTo(services, booking.id);
  await happen(services, booking.id, () => ({ type: "mark-no-show", feeOre: 100, feeVat: "none" }));
  const { cookie } = await anOperator(services);
  for (const locale of LOCALES) {
    const { evidence } = textsFor(locale).payments.booking;
    const html = await page(product, `${cookie}; avanti-locale=${locale}`, booking.id);
    for (const said of [evidence.title, evidence.tooLittle, evidence.by.operator]) {
      assert(html.includes(said), said);
    }
  }
});

Deno.test("what waits for a second person stands on the page of money", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { bookingId } = await aProposal(services, "Sen bil");
  const { cookie } = await anOperator(services);
  const answer = await fetch(product.origin + paths.adminMoney(), { headers: { cookie } });
  const html = await answer.text();
  for (const said of [paths.adminBookingMoney(bookingId), formatMoney("sv", 10_000)]) {
    assert(html.includes(said), said);
  }
});

async function page({ origin }: TestProduct, cookie: string, bookingId: string): Promise<string> {
  const url = origin + paths.adminBookingMoney(bookingId);
  const answer = await fetch(url, { headers: { cookie } });
  assert.equal(answer.status, 200);
  return await answer.text();
}

async function send(
  { origin, services }: TestProduct,
  bookingId: string,
  fields: Record<string, string>,
  name = "Karin",
): Promise<Response> {
  const { cookie, formToken } = await anOperator(services, name);
  return await fetch(origin + paths.adminBookingMoney(bookingId), {
    method: "POST",
    body: new URLSearchParams({ [FORM_TOKEN_FIELD]: formToken, ...fields }),
    headers: { cookie, origin },
    redirect: "manual",
  });
}
