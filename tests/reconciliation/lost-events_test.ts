// Whichever of a payment's events are lost, and in whatever order and however often the others come: after the night all payments
// are as Stripe has them.
import assert from "node:assert/strict";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { beginPaying } from "../../lib/payments/open-payment.ts";
import type { PaymentId } from "../../lib/payments/payment.ts";
import { eventOf } from "../../lib/payments/stripe-event.ts";
import { noteEvent } from "../../lib/payments/take-event.ts";
import { beginNextDay } from "../../lib/reconciliation/begin-reconciliation.ts";
import { captureIntent } from "../../scripts/local-stripe/intents.ts";
import { openDispute } from "../../scripts/local-stripe/money-back.ts";
import type { StripeEvent } from "../../scripts/local-stripe/objects.ts";
import {
  anOpenPayment,
  type PaidProduct,
  paidProduct,
  pays,
  thePayment,
} from "../support/stripe.ts";

/** What happens to a payment at Stripe, one after the other. */
const DEEDS = ["authorised", "captured", "disputed"] as const;

Deno.test("each order of each part of a payment's events, twice or once, and none at all, end in the same payment after the night", async () => {
  await using product = await paidProduct();
  const { services, clock } = product;
  const untold: PaymentId[] = [];
  const all: PaymentId[] = [];
  for (const order of partsInOrder([0, 1, 2])) {
    const { id, events } = await unheard(product);
    for (const i of order) {
      const event = events[i];
      assert(event !== undefined);
      for (let times = 0; times <= i % 2; times++) await noteEvent(services, eventOf(event));
    }
    if (order.length === 0) untold.push(id);
    all.push(id);
  }
  for (const id of untold) assert.equal((await thePayment(services, id)).status, "opened");
  clock.advance({ hours: 26 });
  await beginNextDay(services);
  for (let rounds = 0; rounds < 20 && await runRoomJobs(services) > 0; rounds++);
  const ends = new Set<string>();
  for (const id of all) {
    const { status, authorisedOre, capturedOre, refunds, dispute } = await thePayment(services, id);
    ends.add(JSON.stringify({ status, authorisedOre, capturedOre, refunds, dispute }));
  }
  assert.equal(all.length, 16);
  assert.deepEqual([...ends], [JSON.stringify({
    ...{ status: "captured", authorisedOre: 50_000, capturedOre: 30_000, refunds: [] },
    dispute: { amountOre: 30_000, state: "open" },
  })]);
});

/** A payment that was authorised, captured in part and disputed, and the event of each that nobody has heard. */
async function unheard(product: PaidProduct): Promise<{ id: PaymentId; events: StripeEvent[] }> {
  const { services, stripe: { books } } = product;
  const before = books.events.length;
  const id = await anOpenPayment(services);
  await beginPaying(services, id);
  await pays(product, id);
  const intent = books.get(books.intents, (await thePayment(services, id)).provider.intentId ?? "");
  captureIntent(books, intent, { amount_to_capture: "30000" });
  openDispute(books, intent.latest_charge ?? "");
  const told = books.events.slice(before);
  const of = ["amount_capturable_updated", "payment_intent.succeeded", "dispute.created"];
  const events = of.flatMap((type) => told.find((event) => event.type.endsWith(type)) ?? []);
  assert.equal(events.length, DEEDS.length);
  return { id, events };
}

/** Every part of a list, in every order. */
function partsInOrder(items: readonly number[]): number[][] {
  return [
    [],
    ...items.flatMap((item) =>
      partsInOrder(items.filter((one) => one !== item)).map((rest) => [item, ...rest])
    ),
  ];
}
