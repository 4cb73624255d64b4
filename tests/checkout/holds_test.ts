// Money is held until the ride is over, however often the ride is moved and however long it takes; a card that is refused is
// asked again at its times, and never more often.
import assert from "node:assert/strict";
import { beginPaying } from "../../lib/payments/open-payment.ts";
import { eventOf } from "../../lib/payments/stripe-event.ts";
import { noteEvent } from "../../lib/payments/take-event.ts";
import { auditBookings } from "../support/booking-audit.ts";
import {
  captured,
  drives,
  forgetPayment,
  type Held,
  holds,
  isDriven,
  moves,
  paid,
  paymentOf,
  settles,
  statusOf,
} from "../support/checkout.ts";
import { type PaidProduct, paidProduct, pays } from "../support/stripe.ts";

/** Saved, or authorised while somebody is there, and refused whenever nobody is. */
const REFUSED_LATER = "pm_card_chargeCustomerFail";

Deno.test("a ride that is moved far ahead lets its hold go, and its card is asked again in time", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { wallTime: "2026-11-25T10:00" });
  await paid(product, held);
  await moves(product, held, "2026-12-15T10:00");
  const saved = await paymentOf(product, held);
  assert.deepEqual([saved.status, saved.authorisedOre, saved.authorisedUntil], [
    "card-saved",
    0,
    null,
  ]);
  assert.deepEqual(holding(product), []);
  product.clock.set("2026-12-09T08:59:00Z");
  await settles(product);
  assert.equal((await paymentOf(product, held)).status, "card-saved");
  product.clock.set("2026-12-09T09:00:00Z");
  await settles(product);
  assert.equal((await paymentOf(product, held)).status, "authorised");
  product.clock.set("2026-12-14T05:00:00Z");
  await drives(product, held.booking.id);
  assert.equal(captured(product), (await paymentOf(product, held)).capturedOre);
  assert((await paymentOf(product, held)).capturedOre > 0);
  await auditBookings(product.services.db);
});

Deno.test("a ride that is moved nearer than a card is held for has its card asked at once", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { wallTime: "2026-12-20T10:00" });
  assert.equal((await paid(product, held)).status, "card-saved");
  const { trip } = await moves(product, held, "2026-11-26T10:00");
  const { status, authorisedOre } = await paymentOf(product, held);
  assert.deepEqual([status, authorisedOre], ["authorised", trip.totalOre]);
});

Deno.test("a hold that ends before its ride is over is made anew a day before, and one hold is left", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { wallTime: "2026-11-24T10:00" });
  const first = await paid(product, held);
  await longRide(product, held);
  product.clock.set("2026-11-29T05:00:00Z");
  await settles(product);
  const renewed = await paymentOf(product, held);
  assert.notEqual(renewed.provider.intentId, first.provider.intentId);
  assert(Date.parse(renewed.authorisedUntil ?? "") > Date.parse(first.authorisedUntil ?? ""));
  assert.equal(renewed.authorisedOre, first.authorisedOre);
  assert.deepEqual(holding(product), [renewed.provider.intentId]);
});

Deno.test("a hold that ended while nobody could ask is asked for again, and the ride is paid", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { wallTime: "2026-11-24T10:00" });
  await paid(product, held);
  await longRide(product, held);
  product.clock.set("2026-11-30T06:00:00Z");
  await settles(product);
  const again = await paymentOf(product, held);
  assert.equal(again.status, "authorised");
  assert(Date.parse(again.authorisedUntil ?? "") > product.clock.now().epochMilliseconds);
});

Deno.test("a saved card that is refused is asked a day before, six hours before and at the end, and no more", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { wallTime: "2026-12-20T10:00" });
  await paid(product, held, REFUSED_LATER);
  const asked = await askedTimes(product, "2026-12-13T00:00:00Z", 7 * 24 + 8);
  assert.deepEqual(asked, ["2026-12-14T09:00:00Z", "2026-12-19T09:00:00Z", "2026-12-20T03:00:00Z"]);
  await isDriven(product, held.booking.id, ["depart", "arrive", "board", "complete"]);
  product.clock.advance({ seconds: 10 });
  const end = product.clock.now().toString();
  assert.deepEqual(await askedTimes(product, end, 7 * 24), [end]);
  const { status, wish } = await paymentOf(product, held);
  assert.deepEqual([status, wish?.keepOre], ["failed", held.booking.trip.totalOre]);
  const payable = [...product.stripe.books.intents.values()]
    .filter(({ status }) => status === "requires_payment_method");
  assert.equal(payable.length, 1, "one intent is left that whoever holds the link can pay");
});

Deno.test("a card that is asked again and says yes pays the ride", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { wallTime: "2026-12-20T10:00" });
  await paid(product, held, REFUSED_LATER);
  product.clock.set("2026-12-14T09:00:00Z");
  await settles(product);
  const { status, provider } = await paymentOf(product, held);
  assert.equal(status, "failed");
  // Money has come to its account.
  product.stripe.books.numbers.set(provider.paymentMethodId ?? "", "4242424242424242");
  product.clock.set("2026-12-19T09:00:00Z");
  await settles(product);
  assert.equal((await paymentOf(product, held)).status, "authorised");
  assert.equal(holding(product).length, 1);
});

Deno.test("a renewal that is refused leaves the hold that is there, and is asked once more when it ends", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { wallTime: "2026-11-24T10:00" });
  const first = await paid(product, held, REFUSED_LATER);
  await longRide(product, held);
  product.clock.set("2026-11-29T05:00:00Z");
  await settles(product);
  const stands = await paymentOf(product, held);
  assert.deepEqual([stands.status, stands.failure?.code, stands.provider.intentId], [
    ...["authorised", "card_declined", first.provider.intentId],
  ]);
  assert.deepEqual(holding(product), [first.provider.intentId]);
  const asks = refusals(product);
  await settles(product);
  assert.equal(refusals(product), asks);
  product.clock.advance({ hours: 24 });
  await settles(product);
  assert.equal((await paymentOf(product, held)).status, "failed");
  assert.equal(refusals(product), asks + 1);
});

/** What is held at the provider. */
function holding({ stripe }: PaidProduct): string[] {
  return [...stripe.books.intents.values()].filter(({ status }) => status === "requires_capture")
    .map(({ id }) => id);
}

/** How often a bank has said no. */
function refusals({ stripe }: PaidProduct): number {
  return stripe.books.events.filter(({ type }) => type === "payment_intent.payment_failed").length;
}

/** The hours in which a bank has said no, from an instant on. */
async function askedTimes(
  product: PaidProduct,
  from: string,
  hours: number,
): Promise<string[]> {
  const times: string[] = [];
  product.clock.set(from);
  for (let hour = 0; hour <= hours; hour++) {
    const before = refusals(product);
    await settles(product);
    for (let i = before; i < refusals(product); i++) times.push(product.clock.now().toString());
    product.clock.advance({ hours: 1 });
  }
  return times;
}

/** It is begun, and nobody says that it is over. */
async function longRide(product: PaidProduct, { booking }: Held): Promise<void> {
  product.clock.set("2026-11-24T09:00:00Z");
  await isDriven(product, booking.id, ["depart", "arrive", "board"]);
}
Deno.test("a saved card that a restored database has lost is asked in its time", async () => {
  await using product = await paidProduct();
  const { services, stripe, clock } = product;
  const held = await holds(product, { wallTime: "2026-12-20T10:00" });
  const { id } = await paymentOf(product, held);
  await beginPaying(services, id);
  assert(await pays(product, id));
  await forgetPayment(product, await paymentOf(product, held));
  const event = stripe.books.events.find(({ type }) => type === "setup_intent.succeeded");
  assert(event !== undefined);
  await noteEvent(services, eventOf(event));
  assert.deepEqual([(await paymentOf(product, held)).status, await statusOf(product, held)], [
    ...["card-saved", "confirmed"],
  ]);
  await settles(product);
  assert.equal((await paymentOf(product, held)).status, "card-saved");
  clock.advance({ hours: 24 * 21 + 5 });
  await settles(product);
  assert.equal((await paymentOf(product, held)).status, "authorised");
});
