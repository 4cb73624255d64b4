// What is different from the provider's books without anybody's doing of ours: holds nobody needs, money taken twice, what banks take back.
import assert from "node:assert/strict";
import { beginPaying } from "../../lib/payments/open-payment.ts";
import { changePayment, refundPayment } from "../../lib/payments/change-payment.ts";
import { advancePayment } from "../../lib/payments/advance-payment.ts";
import { settleDifference } from "../../lib/reconciliation/note-difference.ts";
import { cancelIntent, captureIntent, createIntent } from "../../scripts/local-stripe/intents.ts";
import { closeDispute, failRefund, openDispute } from "../../scripts/local-stripe/money-back.ts";
import { cancels, drives, holds, paid } from "../support/checkout.ts";
import { kinds, nextNight } from "../support/compared-nights.ts";
import { anOpenPayment, paidProduct, pays, runPaymentJobs, thePayment } from "../support/stripe.ts";

Deno.test("a hold that another has taken the place of is let go", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  const payment = await paid(product, held);
  const { books } = product.stripe;
  const metadata = { payment: payment.id };
  const stray = createIntent(books, {
    ...{ amount: "5000", capture_method: "manual", metadata, confirm: "true" },
    payment_method: "pm_card_visa",
  });
  assert.equal(stray.status, "requires_capture");
  await nextNight(product);
  assert.equal(stray.status, "canceled");
  assert.deepEqual(await kinds(product), []);
});

Deno.test("a hold of a payment that is over is let go", async () => {
  await using product = await paidProduct();
  const { services, stripe: { books } } = product;
  const id = await anOpenPayment(services);
  await changePayment(services, id, { type: "settle", keepOre: 0, reason: "cancelled" });
  await runPaymentJobs(product);
  assert.equal((await thePayment(services, id)).status, "voided");
  const hold = createIntent(books, {
    ...{ amount: "5000", capture_method: "manual", metadata: { payment: id }, confirm: "true" },
    payment_method: "pm_card_visa",
  });
  assert.equal(hold.status, "requires_capture");
  await nextNight(product);
  assert.equal(hold.status, "canceled");
  assert.deepEqual(await kinds(product), []);
});

Deno.test("money that was taken twice for one payment is a difference", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  const payment = await paid(product, held);
  const { books } = product.stripe;
  const metadata = { payment: payment.id };
  const second = createIntent(books, {
    ...{ amount: "5000", capture_method: "manual", metadata, confirm: "true" },
    payment_method: "pm_card_visa",
  });
  captureIntent(books, second, {});
  await nextNight(product);
  assert.deepEqual(await kinds(product), ["second-charge"]);
});

Deno.test("a ride that was never settled is settled; money of a ride nobody knows is a difference", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const held = await holds(product);
  const payment = await paid(product, held);
  const orphan = await anOpenPayment(services);
  await beginPaying(services, orphan);
  assert(await pays(product, orphan));
  await advancePayment(services, orphan);
  // Its job is gone, as of a table that was lost.
  await cancels(product, held, 0);
  assert.equal((await thePayment(services, payment.id)).status, "voided");
  await nextNight(product);
  assert.deepEqual(await kinds(product), ["dead-booking"]);
  cancelIntent(
    product.stripe.books,
    product.stripe.books.get(
      product.stripe.books.intents,
      (await thePayment(services, orphan)).provider.intentId ?? "",
    ),
  );
  await nextNight(product);
  assert.deepEqual(await kinds(product), []);
});

Deno.test("what a bank takes back is for a person at once, and no more once it has decided", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const held = await holds(product);
  const { id } = await paid(product, held);
  await drives(product, held.booking.id);
  const { provider } = await thePayment(services, id);
  const dispute = openDispute(stripe.books, provider.chargeId ?? "");
  await advancePayment(services, id);
  const [found] = await services.reconciliation.open();
  assert.equal(found?.kind, "disputed");
  const by = "01KA0000000000000000000PER";
  assert.equal(await settleDifference(services, { id: found.id, by, note: "Besvarad" }), null);
  await nextNight(product);
  assert.deepEqual(await kinds(product), [], "what was answered waits for nobody");
  closeDispute(stripe.books, dispute, true);
  await nextNight(product);
  assert.deepEqual(await kinds(product), []);
  assert.equal((await thePayment(services, id)).dispute?.state, "won");
});

Deno.test("a dispute that is decided before anybody answered goes away with the news", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const held = await holds(product);
  const { id } = await paid(product, held);
  await drives(product, held.booking.id);
  const { provider } = await thePayment(services, id);
  const dispute = openDispute(stripe.books, provider.chargeId ?? "");
  await advancePayment(services, id);
  assert.deepEqual(await kinds(product), ["disputed"]);
  closeDispute(stripe.books, dispute, false);
  await advancePayment(services, id);
  assert.deepEqual(await kinds(product), []);
});

Deno.test("a refund a bank sent back is a difference", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const held = await holds(product);
  const { id: paymentId } = await paid(product, held);
  await drives(product, held.booking.id);
  await refundPayment(services, { paymentId, amountOre: 500, reason: "goodwill", by: "operator" });
  await runPaymentJobs(product);
  const refund = [...stripe.books.refunds.values()].at(-1);
  assert(refund);
  failRefund(stripe.books, refund);
  await nextNight(product);
  assert.deepEqual(await kinds(product), ["refund-failed"]);
});

/** The day is over, and all of it that is due is done. */
