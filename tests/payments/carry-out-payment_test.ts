// A payment from its opening to its end, against the local Stripe: what is wanted of it comes about, once.
import assert from "node:assert/strict";
import { advancePayment } from "../../lib/payments/advance-payment.ts";
import { changePayment, refundPayment } from "../../lib/payments/change-payment.ts";
import { beginPaying, openPayingPage } from "../../lib/payments/open-payment.ts";
import { refundableOre } from "../../lib/payments/payment.ts";
import { closeDispute, failRefund, openDispute } from "../../scripts/local-stripe/money-back.ts";
import {
  anOpenPayment,
  answers,
  paidProduct,
  pays,
  runPaymentJobs,
  thePayment,
} from "../support/stripe.ts";

Deno.test("a card is authorised when somebody pays, and captured when the ride is over", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const id = await anOpenPayment(services);
  const secret = await beginPaying(services, id);
  assert.equal(secret?.kind, "payment");
  assert(await pays(product, id));
  const authorised = await advancePayment(services, id);
  assert.deepEqual([authorised?.status, authorised?.authorisedOre], ["authorised", 50_000]);
  assert.notEqual(authorised?.authorisedUntil, null);
  await changePayment(services, id, { type: "settle", keepOre: 50_000, reason: "cancelled" });
  await runPaymentJobs(product);
  const captured = await thePayment(services, id);
  assert.deepEqual([captured.status, captured.capturedOre], ["captured", 50_000]);
  const [charge] = [...stripe.books.charges.values()];
  assert.equal(charge?.amount_captured, 50_000);
});

Deno.test("a part is captured as a fee and the rest is let go", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const id = await anOpenPayment(services);
  await beginPaying(services, id);
  await pays(product, id);
  await advancePayment(services, id);
  await changePayment(services, id, { type: "settle", keepOre: 20_000, reason: "cancelled" });
  await runPaymentJobs(product);
  const { status, capturedOre, authorisedOre } = await thePayment(services, id);
  assert.deepEqual([status, capturedOre, authorisedOre], ["captured", 20_000, 50_000]);
});

Deno.test("what is cancelled without a fee is let go of, paid or not, opened or not", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  for (const step of ["untouched", "begun", "paid"]) {
    const id = await anOpenPayment(services, { bookingId: step });
    if (step !== "untouched") await beginPaying(services, id);
    if (step === "paid") await pays(product, id);
    await advancePayment(services, id);
    await changePayment(services, id, { type: "settle", keepOre: 0, reason: "cancelled" });
    await runPaymentJobs(product);
    assert.equal((await thePayment(services, id)).status, "voided", step);
    assert.equal(await beginPaying(services, id), null, step);
  }
  for (const { captured } of stripe.books.charges.values()) assert.equal(captured, false);
});

Deno.test("who pays after their hold was given up is let go of again", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const id = await anOpenPayment(services);
  await beginPaying(services, id);
  await changePayment(services, id, { type: "settle", keepOre: 0, reason: "cancelled" });
  // Before the job runs.
  await pays(product, id);
  await runPaymentJobs(product);
  assert.equal((await thePayment(services, id)).status, "voided");
  assert.deepEqual([...stripe.books.intents.values()].map(({ status }) => status), ["canceled"]);
});

Deno.test("Swish is paid at once, and what is not ours goes back when it is cancelled", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const id = await anOpenPayment(services, { method: "swish" });
  await beginPaying(services, id);
  await pays(product, id, "swish");
  assert.equal((await advancePayment(services, id))?.status, "needs-action");
  await answers(product, id, true);
  assert.equal((await advancePayment(services, id))?.status, "captured");
  await changePayment(services, id, { type: "settle", keepOre: 10_000, reason: "cancelled" });
  await runPaymentJobs(product);
  const { refunds } = await thePayment(services, id);
  assert.deepEqual(refunds.map(({ amountOre, status, reason }) => [amountOre, status, reason]), [
    [40_000, "succeeded", "cancelled"],
  ]);
});

Deno.test("a bank that wants to see its customer is asked, and a no is a failure that may be tried again", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const id = await anOpenPayment(services);
  await beginPaying(services, id);
  await pays(product, id, "pm_card_authenticationRequired");
  assert.equal((await advancePayment(services, id))?.status, "needs-action");
  await answers(product, id, false);
  const failed = await advancePayment(services, id);
  assert.deepEqual([failed?.status, failed?.failure?.code], [
    ...["failed", "payment_intent_authentication_failure"],
  ]);
  assert.notEqual(await beginPaying(services, id), null);
  await pays(product, id);
  assert.equal((await advancePayment(services, id))?.status, "authorised");
});

Deno.test("a card that is refused says why, in the provider's code", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const id = await anOpenPayment(services);
  await beginPaying(services, id);
  assert.equal(await pays(product, id, "pm_card_visa_chargeDeclinedInsufficientFunds"), false);
  assert.deepEqual((await advancePayment(services, id))?.failure, {
    ...{ code: "card_declined", declineCode: "insufficient_funds" },
  });
});

Deno.test("a card is saved for a ride far ahead and authorised in its time, with nobody there", async () => {
  await using product = await paidProduct();
  const { services, clock } = product;
  const authoriseAt = clock.now().add({ hours: 24 * 10 }).toString();
  const id = await anOpenPayment(services, { authoriseAt });
  assert.equal((await beginPaying(services, id))?.kind, "setup");
  await pays(product, id);
  assert.equal((await advancePayment(services, id))?.status, "card-saved");
  await runPaymentJobs(product);
  assert.equal((await thePayment(services, id)).status, "card-saved");
  clock.advance({ hours: 24 * 10 });
  await runPaymentJobs(product);
  const { status, authorisedOre } = await thePayment(services, id);
  assert.deepEqual([status, authorisedOre], ["authorised", 50_000]);
});

Deno.test("a saved card whose bank wants to see its customer is a failure they can mend themselves", async () => {
  await using product = await paidProduct();
  const { services, clock } = product;
  const authoriseAt = clock.now().add({ hours: 1 }).toString();
  const id = await anOpenPayment(services, { authoriseAt });
  await beginPaying(services, id);
  await pays(product, id, "pm_card_chargeCustomerFail");
  await advancePayment(services, id);
  clock.advance({ hours: 1 });
  await runPaymentJobs(product);
  const { status, provider } = await thePayment(services, id);
  assert.equal(status, "failed");
  assert.notEqual(provider.intentId, null);
  assert.equal((await beginPaying(services, id))?.kind, "payment");
  await pays(product, id);
  assert.equal((await advancePayment(services, id))?.status, "authorised");
});

Deno.test("a higher price is authorised with the same card, and one hold is left", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const id = await anOpenPayment(services);
  await beginPaying(services, id);
  await pays(product, id);
  await advancePayment(services, id);
  await changePayment(services, id, { type: "change-limit", limitOre: 70_000 });
  await runPaymentJobs(product);
  assert.equal((await thePayment(services, id)).authorisedOre, 70_000);
  const held = [...stripe.books.intents.values()].map(({ status, amount }) => [status, amount]);
  assert.deepEqual(held, [["canceled", 50_000], ["requires_capture", 70_000]]);
});

Deno.test("a page of the provider's own is opened in the place of what was open, and paid there", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const id = await anOpenPayment(services);
  await beginPaying(services, id);
  const url = await openPayingPage(services, id, {
    ...{ doneUrl: "https://a.example/done", backUrl: "https://a.example/back", locale: "sv" },
    what: "Resa",
  });
  assert.deepEqual([...stripe.books.intents.values()].map(({ status }) => status), ["canceled"]);
  const form = (number: string) =>
    fetch(url, {
      ...{ method: "POST", redirect: "manual", body: new URLSearchParams({ number }) },
    });
  const refused = await form("4000000000000002");
  assert.match(await refused.text(), /declined/);
  const done = await form("4242424242424242");
  await done.body?.cancel();
  assert.deepEqual([done.status, done.headers.get("location")], [303, "https://a.example/done"]);
  assert.equal((await advancePayment(services, id))?.status, "authorised");
});

Deno.test("refunds go back with their reasons, and one a bank sends back can be given again", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const id = await anOpenPayment(services, { method: "swish" });
  await beginPaying(services, id);
  await pays(product, id, "swish");
  await answers(product, id, true);
  await advancePayment(services, id);
  await refundPayment(services, {
    ...{ paymentId: id, amountOre: 50_000, reason: "goodwill", by: "operator" },
  });
  await runPaymentJobs(product);
  assert.equal(refundableOre(await thePayment(services, id)), 0);
  for (const refund of stripe.books.refunds.values()) failRefund(stripe.books, refund);
  const failed = await advancePayment(services, id);
  assert.deepEqual(failed?.refunds.map(({ status }) => status), ["failed"]);
  assert.equal(refundableOre(await thePayment(services, id)), 50_000);
});

Deno.test("what a bank takes back is known, and so is what it decides", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const id = await anOpenPayment(services, { method: "swish" });
  await beginPaying(services, id);
  await pays(product, id, "swish");
  await answers(product, id, true);
  const paid = await advancePayment(services, id);
  const dispute = openDispute(stripe.books, paid?.provider.chargeId ?? "");
  const disputed = await advancePayment(services, id);
  assert.deepEqual(disputed?.dispute, { amountOre: 50_000, state: "open" });
  closeDispute(stripe.books, dispute, false);
  assert.equal((await advancePayment(services, id))?.dispute?.state, "lost");
});
