// What was opened for a payment and is not to be paid any more is closed at the provider: also what nobody has written down.
import assert from "node:assert/strict";
import { carryOutPayment } from "../../lib/payments/carry-out-payment.ts";
import { changePayment, noteIds } from "../../lib/payments/change-payment.ts";
import { beginPaying, openPayingPage } from "../../lib/payments/open-payment.ts";
import { anOpenPayment, paidProduct, pays, thePayment } from "../support/stripe.ts";

const PAGE = {
  ...{ doneUrl: "https://a.example/done", backUrl: "https://a.example/", what: "Resa" },
  locale: "sv",
} as const;

Deno.test("an intent whose process died before it was written down is let go of with its payment", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const { paymentProvider: provider } = services;
  assert(provider !== null);
  const id = await anOpenPayment(services);
  const opened = await noteIds(
    services,
    await thePayment(services, id),
    await provider.openCustomer(await thePayment(services, id)),
  );
  assert(opened !== null);
  await provider.prepare(opened);
  assert.equal((await thePayment(services, id)).provider.intentId, null);
  await changePayment(services, id, { type: "settle", keepOre: 0, reason: "cancelled" });
  await carryOutPayment(services, id);
  const statuses = [...stripe.books.intents.values()].map(({ status }) => status);
  assert.deepEqual(statuses, ["canceled"]);
});

Deno.test("a hold whose process died before it was written down is let go of when another is captured", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const { paymentProvider: provider } = services;
  assert(provider !== null);
  const id = await anOpenPayment(services);
  await beginPaying(services, id);
  assert(await pays(product, id));
  await carryOutPayment(services, id);
  await provider.authoriseSaved(await thePayment(services, id), 40_000, null);
  await changePayment(services, id, { type: "settle", keepOre: 50_000, reason: "cancelled" });
  await carryOutPayment(services, id);
  const statuses = [...stripe.books.intents.values()].map(({ status }) => status);
  assert.deepEqual(statuses, ["succeeded", "canceled"]);
});

Deno.test("whoever comes back from the provider's own page pays another intent, and the page is closed", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const id = await anOpenPayment(services);
  const url = await openPayingPage(services, id, PAGE);
  // The page opens its intent when somebody looks at it.
  await (await fetch(url)).body?.cancel();
  const [ofPage] = [...stripe.books.intents.values()];
  const begun = await beginPaying(services, id);
  assert(begun !== null && ofPage !== undefined);
  assert(!begun.clientSecret.startsWith(ofPage.id));
  assert.equal(ofPage.status, "canceled");
  assert.deepEqual([...stripe.books.sessions.values()].map(({ status }) => status), ["expired"]);
});
