// The way back from a bank: the provider is given an address that opens nothing, the browser finds its ticket.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { holds, paymentOf } from "../support/checkout.ts";
import { type PaidProduct, paidProduct } from "../support/stripe.ts";

async function opened(product: PaidProduct) {
  const app = await testApp(product.services);
  const held = await holds(product);
  const body = new URLSearchParams({ method: "card" });
  const headers = { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" };
  const url = ORIGIN + paths.payBooking(held.link);
  const response = await app(new Request(url, { method: "POST", headers, body }));
  await response.body?.cancel();
  assert.equal(response.status, 303);
  const cookie = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return { app, held, cookie };
}

Deno.test("whoever moves the money never gets what opens the booking", async () => {
  await using product = await paidProduct();
  const { held, app } = await opened(product);
  const pages = JSON.stringify([...product.stripe.books.sessions.values()]);
  assert(pages.includes("/bookings/paid?payment="));
  assert(!pages.includes(held.link) && !pages.includes(held.link.slice(-22)));
  const page = await app(new Request(ORIGIN + paths.payBooking(held.link)));
  const { id } = await paymentOf(product, held);
  assert((await page.text()).includes(paths.paidBooking(id)));
});

Deno.test("the browser that paid comes back to its ticket, once; another is asked for code and number", async () => {
  await using product = await paidProduct();
  const { app, held, cookie } = await opened(product);
  const { id } = await paymentOf(product, held);
  const back = (headers: Record<string, string>, payment: string = id) =>
    app(new Request(ORIGIN + paths.paidBooking(payment), { headers }));
  const own = await back({ cookie });
  assert.deepEqual([own.status, own.headers.get("location")], [303, paths.payBooking(held.link)]);
  assert.match(own.headers.get("set-cookie") ?? "", /Max-Age=0/);
  for (const [headers, payment] of [[{}, id], [{ cookie }, "x"], [{ cookie }, id.slice(1) + "0"]]) {
    const other = await back(headers as Record<string, string>, payment as string);
    assert.deepEqual([other.status, other.headers.get("location")], [303, paths.findBooking()]);
  }
});
