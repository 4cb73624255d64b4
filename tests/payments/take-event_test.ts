// Events of the provider: any order, twice, or never, the payment ends the same.
import assert from "node:assert/strict";
import { beginPaying } from "../../lib/payments/open-payment.ts";
import { eventOf } from "../../lib/payments/stripe-event.ts";
import { noteEvent } from "../../lib/payments/take-event.ts";
import { captureIntent } from "../../scripts/local-stripe/intents.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { signatureOf } from "../../scripts/local-stripe/webhooks.ts";
import { LOCAL_KEYS } from "../../scripts/local-stripe/server.ts";
import type { StripeEvent } from "../../scripts/local-stripe/objects.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import {
  anOpenPayment,
  type PaidProduct,
  paidProduct,
  pays,
  thePayment,
} from "../support/stripe.ts";

async function posts(product: PaidProduct, event: StripeEvent): Promise<number> {
  const app = await testApp(product.services);
  const body = JSON.stringify(event);
  const signature = await signatureOf(
    body,
    LOCAL_KEYS.webhookSecret,
    Math.floor(product.clock.now().epochMilliseconds / 1000),
  );
  const headers = { "stripe-signature": signature, "content-type": "application/json" };
  const url = ORIGIN + paths.api.stripeEvents;
  const response = await app(new Request(url, { method: "POST", headers, body }));
  await response.body?.cancel();
  return response.status;
}

/** A payment whose money was authorised, captured and given back at Stripe, and whose news nobody heard. */
async function unheard(product: PaidProduct) {
  const { services } = product;
  const id = await anOpenPayment(services);
  await beginPaying(services, id);
  await pays(product, id);
  return id;
}

Deno.test("an event brings its payment up to date, and the same again has no effect", async () => {
  await using product = await paidProduct();
  const id = await unheard(product);
  const event = product.stripe.books.events.at(-1);
  assert(event !== undefined);
  assert.equal(await posts(product, event), 204);
  const once = await thePayment(product.services, id);
  assert.equal(once.status, "authorised");
  const asked = product.stripe.requests.length;
  assert.equal(await posts(product, event), 204);
  assert.equal(product.stripe.requests.length, asked, "nobody is asked for what is known");
  assert.equal((await thePayment(product.services, id)).version, once.version);
});

Deno.test("every order of a payment's events, each of them twice or lost, ends in the same payment", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const ends = new Set<string>();
  for (const order of permutations([0, 1, 2, 3])) {
    for (const lost of [-1, ...order]) {
      const before = stripe.books.events.length;
      const id = await unheard(product);
      const intent = stripe.books.get(
        stripe.books.intents,
        (await thePayment(services, id)).provider.intentId ?? "",
      );
      captureIntent(stripe.books, intent, { amount_to_capture: "30000" });
      const events = stripe.books.events.slice(before);
      assert.equal(events.length, 4);
      assert.equal((await thePayment(services, id)).status, "opened", "nothing was heard of it");
      for (const i of order.filter((one) => one !== lost)) {
        for (let times = 0; times <= i % 2; times++) {
          const event = events[i];
          assert(
            event !== undefined && await noteEvent(services, eventOf(event)) === (times === 0),
          );
        }
      }
      const { status, authorisedOre, capturedOre, refunds } = await thePayment(services, id);
      ends.add(JSON.stringify({ status, authorisedOre, capturedOre, refunds }));
    }
  }
  const end = { status: "captured", authorisedOre: 50_000, capturedOre: 30_000, refunds: [] };
  assert.deepEqual([...ends], [JSON.stringify(end)]);
});

Deno.test("an event of a kind or of a thing that is not ours is taken and forgotten", async () => {
  await using product = await paidProduct();
  product.stripe.books.tell("invoice.paid", { id: "in_1", metadata: {} });
  const event = product.stripe.books.events.at(-1);
  assert(event !== undefined);
  assert.equal(await posts(product, event), 204);
});

Deno.test("while the provider cannot be asked an event is refused, and taken when it comes again", async () => {
  await using product = await paidProduct();
  const id = await unheard(product);
  const event = product.stripe.books.events.at(-1);
  assert(event !== undefined);
  product.stripe.faults.plan(/^GET/, { kind: "status", status: 500 }, 4);
  assert((await posts(product, event)) >= 500);
  product.stripe.faults.clear();
  assert.equal(await posts(product, event), 204);
  assert.equal((await thePayment(product.services, id)).status, "authorised");
});

Deno.test("an event that nobody signed is refused", async () => {
  await using product = await paidProduct();
  const app = await testApp(product.services);
  const init = { method: "POST", body: "{}", headers: { "stripe-signature": "t=1,v1=00" } };
  const response = await app(new Request(ORIGIN + paths.api.stripeEvents, init));
  await response.body?.cancel();
  assert.equal(response.status, 400);
});

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((one) => one !== item)).map((rest) => [item, ...rest])
  );
}
