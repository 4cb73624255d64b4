// Money of a booked ride that is missing: a card that was refused, or a ride that costs more since it was moved. It is asked
// for once, in any way that is offered, and what is paid stays paid.
import assert from "node:assert/strict";
import { choosePayment } from "../../lib/checkout/choose-payment.ts";
import { missingOre } from "../../lib/checkout/checkout-rules.ts";
import { advancePayment } from "../../lib/payments/advance-payment.ts";
import { beginPaying } from "../../lib/payments/open-payment.ts";
import type { PaymentMethod } from "../../lib/payments/payment-method.ts";
import { payPageData } from "../../lib/ui/customer/pay/pay-page-data.ts";
import { auditBookings } from "../support/booking-audit.ts";
import {
  cancels,
  captured,
  drives,
  givenBack,
  type Held,
  holds,
  isDriven,
  moves,
  paid,
  paymentOf,
  settles,
} from "../support/checkout.ts";
import { refusal } from "../support/refusal.ts";
import { answers, type PaidProduct, paidProduct, pays } from "../support/stripe.ts";

const REFUSED_LATER = "pm_card_chargeCustomerFail";

/** Booked a month ahead by a card that is refused six days before the ride. */
async function refused(product: PaidProduct): Promise<Held> {
  const held = await holds(product, { wallTime: "2026-12-20T10:00" });
  await paid(product, held, REFUSED_LATER);
  product.clock.set("2026-12-14T09:00:00Z");
  await settles(product);
  assert.equal((await paymentOf(product, held)).status, "failed");
  return held;
}

for (const method of ["card", "swish"] as const) {
  Deno.test(`a booked ride whose card was refused is paid by ${method}, and one payment is left of it`, async () => {
    await using product = await paidProduct();
    const held = await refused(product);
    const { totalOre } = held.booking.trip;
    const page = await payPageData(product.services, held.link);
    assert.deepEqual([page?.dueOre, page?.until, page?.problem], [totalOre, null, "declined"]);
    assert.deepEqual(page?.methods, ["card", "swish", "car"]);
    await paysBy(product, held, method);
    const booking = await bookingOf(product, held);
    assert.deepEqual([booking?.status, booking?.payment.method], ["confirmed", method]);
    assert.equal(await payPageData(product.services, held.link), null);
    product.clock.set("2026-12-19T05:00:00Z");
    await drives(product, held.booking.id);
    assert.equal(captured(product), totalOre);
    const open = [...product.stripe.books.intents.values()]
      .filter(({ status }) => status.startsWith("requires_"));
    assert.deepEqual(open, []);
    await auditBookings(product.services.db);
  });
}

Deno.test("a ride whose card was refused may be paid in the car, and keeps the driver it has", async () => {
  await using product = await paidProduct();
  const held = await refused(product);
  await isDriven(product, held.booking.id, []);
  await choosePayment(product.services, { link: held.link, method: "car" });
  const booking = await bookingOf(product, held);
  assert.deepEqual([booking?.status, booking?.payment.method], ["assigned", "car"]);
  await settles(product);
  assert.equal((await paymentOf(product, held)).status, "voided");
  assert.equal(await payPageData(product.services, held.link), null);
});

Deno.test("what is paid is not chosen again", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  await paid(product, held);
  await refusal(
    choosePayment(product.services, { link: held.link, method: "swish" }),
    "booking-state",
  );
  const { payment } = await choosePayment(product.services, { link: held.link, method: "card" });
  assert.equal(payment, null);
});

Deno.test("a ride by Swish that is moved to a dearer time is asked for the difference alone, and cancelled all of it goes back", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { method: "swish", wallTime: "2026-11-25T10:00" });
  await paid(product, held, "swish");
  const { trip } = await moves(product, held, "2026-11-25T23:30");
  const difference = trip.totalOre - held.booking.trip.totalOre;
  assert(difference > 0);
  assert.equal((await payPageData(product.services, held.link))?.dueOre, difference);
  assert.deepEqual((await payPageData(product.services, held.link))?.methods, ["card", "swish"]);
  await paysBy(product, held, "swish");
  assert.equal(captured(product), trip.totalOre);
  await settles(product);
  assert.equal((await product.services.payments.ofBooking(held.booking.id)).length, 2);
  await cancels(product, held, 0);
  assert.equal(givenBack(product), trip.totalOre);
});

Deno.test("the difference that was paid is kept when the ride is over", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { method: "swish", wallTime: "2026-11-25T10:00" });
  await paid(product, held, "swish");
  const { trip } = await moves(product, held, "2026-11-25T23:30");
  await paysBy(product, held, "card");
  product.clock.set("2026-11-24T20:00:00Z");
  await drives(product, held.booking.id);
  assert.deepEqual([captured(product), givenBack(product)], [trip.totalOre, 0]);
});

Deno.test("a ride by Swish that becomes cheaper gives the difference back at once, once, and moved back it is asked for again", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { method: "swish", wallTime: "2026-11-25T23:30" });
  await paid(product, held, "swish");
  const { trip } = await moves(product, held, "2026-11-25T10:00");
  const difference = held.booking.trip.totalOre - trip.totalOre;
  assert(difference > 0);
  await settles(product);
  assert.equal(givenBack(product), difference);
  assert.equal(await payPageData(product.services, held.link), null);
  await moves(product, held, "2026-11-25T23:30");
  assert.equal(await missingOf(product, held), difference);
  await moves(product, held, "2026-11-25T10:00");
  assert.equal(await missingOf(product, held), 0);
  assert.equal(givenBack(product), difference);
  const open = (await product.services.payments.ofBooking(held.booking.id))
    .filter(({ status }) => status === "opened");
  assert.deepEqual(open, [], "nobody is asked for what is not missing any more");
});

Deno.test("a card that is refused the higher price keeps what it holds, and the rest is asked for", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { wallTime: "2026-11-25T10:00" });
  await paid(product, held, REFUSED_LATER);
  const { trip } = await moves(product, held, "2026-11-25T23:30");
  await settles(product);
  assert.equal(await missingOf(product, held), trip.totalOre - held.booking.trip.totalOre);
  await paysBy(product, held, "card");
  product.clock.set("2026-11-24T20:00:00Z");
  await drives(product, held.booking.id);
  assert.equal(captured(product), trip.totalOre);
});

Deno.test("what a ride that is over has cost can be paid still", async () => {
  await using product = await paidProduct();
  const held = await refused(product);
  product.clock.set("2026-12-19T05:00:00Z");
  await drives(product, held.booking.id);
  assert.equal(captured(product), 0);
  const page = await payPageData(product.services, held.link);
  assert.deepEqual([page?.dueOre, page?.methods], [held.booking.trip.totalOre, ["card"]]);
  await paysBy(product, held, "card");
  await settles(product);
  assert.equal(captured(product), held.booking.trip.totalOre);
  assert.equal(await payPageData(product.services, held.link), null);
});

/** Whoever holds the link chooses a way, and pays what is missing. */
async function paysBy(product: PaidProduct, { link }: Held, method: PaymentMethod): Promise<void> {
  const { services } = product;
  const { payment } = await choosePayment(services, { link, method });
  assert(payment !== null);
  await beginPaying(services, payment.id);
  assert(await pays(product, payment.id, method === "swish" ? "swish" : undefined));
  if (method === "swish") await answers(product, payment.id, true);
  await advancePayment(services, payment.id);
  await settles(product);
}

async function bookingOf({ services }: PaidProduct, { booking }: Held) {
  return (await services.bookings.get(booking.id))?.booking;
}

async function missingOf(product: PaidProduct, held: Held): Promise<number> {
  const booking = await bookingOf(product, held);
  assert(booking !== undefined);
  return missingOre(await product.services.payments.ofBooking(booking.id), booking);
}
