// What is wanted of a payment by many at once: the sum of what goes back is never more than was captured.
import assert from "node:assert/strict";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { advancePayment } from "../../lib/payments/advance-payment.ts";
import { refundPayment } from "../../lib/payments/change-payment.ts";
import { beginPaying } from "../../lib/payments/open-payment.ts";
import { refundedOre } from "../../lib/payments/payment.ts";
import {
  anOpenPayment,
  answers,
  paidProduct,
  pays,
  runPaymentJobs,
  thePayment,
} from "../support/stripe.ts";

/** How many ask at once, and for how much: together twice what there is. */
const ASKERS = 50;
const AMOUNT_ORE = 2_000;

Deno.test("fifty refunds at once give back no more than was captured, here and at the provider", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const id = await anOpenPayment(services, { method: "swish" });
  await beginPaying(services, id);
  await pays(product, id, "swish");
  await answers(product, id, true);
  await advancePayment(services, id);
  const asked = await Promise.allSettled(
    Array.from({ length: ASKERS }, () =>
      refundPayment(services, {
        ...{ paymentId: id, amountOre: AMOUNT_ORE, reason: "goodwill", by: "operator" },
      })),
  );
  const refusals = asked.flatMap((one) => one.status === "rejected" ? [one.reason] : []);
  for (const error of refusals) {
    assert(error instanceof DomainError && ["payment-amount", "busy"].includes(error.code));
  }
  await runPaymentJobs(product, 100);
  const after = await thePayment(services, id);
  assert.equal(refundedOre(after), AMOUNT_ORE * (ASKERS - refusals.length));
  assert(refundedOre(after) <= after.capturedOre && refundedOre(after) > 0);
  const [charge] = [...stripe.books.charges.values()];
  assert.equal(charge?.amount_refunded, refundedOre(after), "the provider gave back the same");
  assert.equal(stripe.books.refunds.size, after.refunds.length, "each of them once");
});
