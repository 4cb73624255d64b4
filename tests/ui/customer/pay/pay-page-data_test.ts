import assert from "node:assert/strict";
import { payPageData } from "../../../../lib/ui/customer/pay/pay-page-data.ts";
import { type Held, holds, paid, paymentOf, settles, statusOf } from "../../../support/checkout.ts";
import { LOCAL_KEYS } from "../../../../scripts/local-stripe/server.ts";
import { type PaidProduct, paidProduct, pays } from "../../../support/stripe.ts";

Deno.test("a booking that waits for its money shows its price, the ways to pay and what the card's fields need", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  const data = await shown(product, held);
  assert.equal(data.booking.trip.totalOre, held.booking.trip.totalOre);
  assert.deepEqual([data.methods, data.chosen, data.problem], [
    ["card", "swish", "invoice", "car"],
    "card",
    null,
  ]);
  assert.equal(data.card?.kind, "payment");
  assert.equal(data.card.page.publishableKey, LOCAL_KEYS.publishableKey);
  const { provider } = await paymentOf(product, held);
  assert(provider.intentId !== null && data.card.clientSecret.startsWith(provider.intentId));
  assert(data.nowMs < Date.parse(data.cancellation.freeUntil));
});

Deno.test("whoever has paid is shown no page to pay again, also when the bank's word is first heard by opening it", async () => {
  await using product = await paidProduct();
  const told = await holds(product);
  await paid(product, told);
  assert.equal(await payPageData(product.services, told.link), null);
  const untold = await holds(product);
  await shown(product, untold);
  assert(await pays(product, (await paymentOf(product, untold)).id));
  assert.equal(await statusOf(product, untold), "awaiting-payment");
  assert.equal(await payPageData(product.services, untold.link), null);
  assert.equal(await statusOf(product, untold), "confirmed");
});

Deno.test("a hold that nobody paid in time has no page to pay on", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  product.clock.advance({ minutes: 15 });
  await settles(product);
  assert.equal(await statusOf(product, held), "lapsed");
  assert.equal(await payPageData(product.services, held.link), null);
});

Deno.test("a card that was declined is said to have been, and the same payment can be tried again", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  const first = await shown(product, held);
  const { id } = await paymentOf(product, held);
  assert.equal(await pays(product, id, "pm_card_visa_chargeDeclined"), false);
  const again = await shown(product, held);
  assert.equal(again.problem, "declined");
  assert.equal(again.card?.clientSecret, first.card?.clientSecret);
  assert(await pays(product, id));
  assert.equal(await payPageData(product.services, held.link), null);
});

async function shown({ services }: PaidProduct, { link }: Held) {
  const data = await payPageData(services, link);
  assert(data !== null);
  return data;
}
