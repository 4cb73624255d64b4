import assert from "node:assert/strict";
import { paths } from "../../../../lib/kernel/paths.ts";
import { answerPayForm } from "../../../../lib/ui/customer/pay/answer-pay-form.ts";
import { holds, paymentOf, statusOf } from "../../../support/checkout.ts";
import { paidProduct } from "../../../support/stripe.ts";

Deno.test("a card leads to the provider's page, the car to the ticket, what is not offered back, an invoice to nobody to its form", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  const { link } = held;
  const send = (method: string) =>
    answerPayForm(product.services, { link, fields: new Map([["method", method]]), locale: "sv" });
  for (const method of ["", "gold"]) {
    assert.deepEqual(await send(method), { to: paths.payBooking(link), paying: null });
  }
  const again = await send("invoice");
  assert("again" in again && again.again.buyer.errors.length > 0);
  const begun = await send("card");
  assert("to" in begun);
  const { id, provider } = await paymentOf(product, held);
  assert.equal(begun.paying, id);
  assert.equal(product.stripe.books.sessions.get(provider.sessionId ?? "")?.url, begun.to);
  assert.deepEqual(await send("car"), { to: paths.booking(link), paying: null });
  assert.equal(await statusOf(product, held), "confirmed");
});
