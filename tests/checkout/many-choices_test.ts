// Somebody chooses another way to pay again and again: what was paid is never out of sight, and never asked for twice.
import assert from "node:assert/strict";
import { choosePayment } from "../../lib/checkout/choose-payment.ts";
import { missingOre } from "../../lib/checkout/checkout-rules.ts";
import { MAX_PAYMENTS_OF_BOOKING } from "../../lib/payments/payment-store.ts";
import { captured, type Held, holds, moves, paid } from "../support/checkout.ts";
import { refusal } from "../support/refusal.ts";
import { type PaidProduct, paidProduct, runPaymentJobs } from "../support/stripe.ts";

const WAYS = ["card", "swish"] as const;

/** Paid by Swish, and moved to a time that costs more: the difference can be paid. */
async function dearer(product: PaidProduct): Promise<Held & { differenceOre: number }> {
  const held = await holds(product, { method: "swish", wallTime: "2026-11-25T10:00" });
  await paid(product, held, "swish");
  const booking = await moves(product, held, "2026-11-25T23:30");
  const differenceOre = booking.trip.totalOre - held.booking.trip.totalOre;
  assert(differenceOre > 0);
  return { ...held, booking, differenceOre };
}

Deno.test("what is paid is known after more choices than are listed", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const { booking, link, differenceOre } = await dearer(product);
  for (let n = 0; n < MAX_PAYMENTS_OF_BOOKING + 5; n++) {
    product.clock.advance({ seconds: 1 });
    const { payment } = await choosePayment(services, { link, method: WAYS[n % 2] ?? "card" });
    assert.equal(payment?.limitOre, differenceOre);
    await runPaymentJobs(product);
  }
  const payments = await services.payments.ofBooking(booking.id);
  assert.equal(payments.length, MAX_PAYMENTS_OF_BOOKING);
  assert.equal(payments.reduce((sum, one) => sum + one.capturedOre, 0), captured(product));
  assert.equal(missingOre(payments, booking), differenceOre);
});

Deno.test("where all that are listed may still be paid no other is opened until one is let go of", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const { booking, link, differenceOre } = await dearer(product);
  const open = (await services.payments.ofBooking(booking.id)).length;
  const chooses = (n: number) => choosePayment(services, { link, method: WAYS[n % 2] ?? "card" });
  // The difference is to be paid by Swish until then.
  for (let n = open; n < MAX_PAYMENTS_OF_BOOKING; n++) await chooses(n - open);
  await refusal(chooses(MAX_PAYMENTS_OF_BOOKING - open), "busy");
  const payments = await services.payments.ofBooking(booking.id);
  assert.equal(missingOre(payments, booking), differenceOre);
  await runPaymentJobs(product);
  assert.notEqual((await chooses(MAX_PAYMENTS_OF_BOOKING - open)).payment, null);
});
