// A card is saved for one ride: once nothing of it is asked any more it is saved nowhere.
import assert from "node:assert/strict";
import { cancels, drives, holds, paid, paymentOf, settles } from "../support/checkout.ts";
import { type PaidProduct, paidProduct } from "../support/stripe.ts";

Deno.test("once a ride is paid, or is off, the provider has no saved card of it; refunds work all the same", async () => {
  await using product = await paidProduct();
  const driven = await holds(product);
  await paid(product, driven);
  assert.equal(saved(product), 1);
  await drives(product, driven.booking.id);
  assert.equal((await paymentOf(product, driven)).status, "captured");
  assert.equal(saved(product), 0);
  for (const method of ["card", "swish"] as const) {
    const off = await holds(product, { method, wallTime: "2026-11-28T10:00" });
    await paid(product, off, method === "swish" ? "swish" : undefined);
    await cancels(product, off, 0);
    await settles(product);
    assert.equal((await paymentOf(product, off)).provider.customerId, null, method);
  }
  assert.equal(saved(product), 0);
});

Deno.test("while a ride is to come its card stays saved", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { wallTime: "2026-12-20T10:00" });
  await paid(product, held);
  await settles(product);
  assert.equal(saved(product), 1);
});

function saved({ stripe }: PaidProduct): number {
  return [...stripe.books.methods.values()].filter(({ customer }) => customer !== null).length;
}
