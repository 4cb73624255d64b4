import assert from "node:assert/strict";
import { choosePayment } from "../../lib/checkout/choose-payment.ts";
import { advancePayment } from "../../lib/payments/advance-payment.ts";
import { beginPaying } from "../../lib/payments/open-payment.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { captured, holds, paid, paymentOf, settles, statusOf } from "../support/checkout.ts";
import { paidProduct, pays } from "../support/stripe.ts";

Deno.test("of two windows that choose at once one payment remains; the one before it is given up, paid or not", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const held = await holds(product);
  const first = await paymentOf(product, held);
  await beginPaying(services, first.id);
  const both = await Promise.all(
    ["swish", "swish"].map(() => choosePayment(services, { link: held.link, method: "swish" })),
  );
  assert.equal(new Set(both.map(({ payment }) => payment?.id)).size, 1);
  assert.equal((await services.payments.ofBooking(held.booking.id)).length, 2);
  // The first window pays all the same.
  await pays(product, first.id);
  await advancePayment(services, first.id);
  assert.equal(await statusOf(product, held), "awaiting-payment");
  await settles(product);
  assert.equal((await services.payments.get(first.id))?.payment.status, "voided");
  await paid(product, held, "swish");
  assert.equal(await statusOf(product, held), "confirmed");
  assert.equal(captured(product), held.booking.trip.totalOre);
});

Deno.test("whoever chooses to pay in the car has booked, and a second press is the same booking", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  for (const _ of [1, 2]) {
    const { booking } = await choosePayment(product.services, { link: held.link, method: "car" });
    assert.deepEqual([booking.status, booking.payment.method, booking.version], [
      "confirmed",
      "car",
      2,
    ]);
  }
  await settles(product);
  assert.equal((await paymentOf(product, held)).status, "voided");
  await auditBookings(product.services.db);
});
