// Somebody opens a payment in two windows at once: only one thing at the provider can be paid, and it is the one we know.
import assert from "node:assert/strict";
import { advancePayment } from "../../lib/payments/advance-payment.ts";
import { carryOutPayment } from "../../lib/payments/carry-out-payment.ts";
import { changePayment } from "../../lib/payments/change-payment.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { beginPaying, openPayingPage, type PayDeps } from "../../lib/payments/open-payment.ts";
import type { Payment, PaymentId } from "../../lib/payments/payment.ts";
import type { PaymentProvider } from "../../lib/payments/payment-provider.ts";
import {
  anOpenPayment,
  type PaidProduct,
  paidProduct,
  pays,
  runPaymentJobs,
  thePayment,
} from "../support/stripe.ts";

const PAGE = {
  ...{ doneUrl: "https://a.example/done", backUrl: "https://a.example/", what: "Resa" },
  locale: "sv",
} as const;

/** Both windows have read the payment before either has opened anything. */
function atOnce(deps: PayDeps, windows: number): PayDeps {
  const { paymentProvider: provider } = deps;
  assert(provider !== null);
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  const meet = () => {
    if (++come === windows) resolve();
    return promise;
  };
  const paymentProvider: PaymentProvider = new Proxy(provider, {
    get(target, name) {
      if (name === "prepare") {
        return async (payment: Payment) => {
          await meet();
          return await target.prepare(payment);
        };
      }
      if (name === "openPage") {
        return async (payment: Payment, wanted: typeof PAGE) => {
          await meet();
          return await target.openPage(payment, wanted);
        };
      }
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  return { ...deps, paymentProvider };
}

/** What can be paid at the provider. */
function payable({ stripe: { books } }: PaidProduct): string[] {
  const intents = [...books.intents.values()]
    .filter(({ status }) => status === "requires_payment_method");
  const setups = [...books.setups.values()]
    .filter(({ status }) => status === "requires_payment_method");
  const pages = [...books.sessions.values()].filter(({ status }) => status === "open");
  return [...intents, ...setups, ...pages].map(({ id }) => id);
}

for (const isLater of [false, true]) {
  const what = isLater ? "a card to be saved" : "a card to be charged";
  Deno.test(`${what}: fields and a page opened at once leave one thing that can be paid, the one that is written down`, async () => {
    await using product = await paidProduct();
    const { services, clock } = product;
    const authoriseAt = isLater ? clock.now().add({ hours: 240 }).toString() : null;
    const id = await anOpenPayment(services, { authoriseAt });
    const deps = atOnce(services, 4);
    await Promise.all([
      beginPaying(deps, id),
      openPayingPage(deps, id, PAGE),
      beginPaying(deps, id),
      openPayingPage(deps, id, PAGE),
    ]);
    const { provider } = await thePayment(services, id);
    const known = [provider.intentId, provider.setupIntentId, provider.sessionId]
      .filter((one) => one !== null);
    assert.deepEqual(payable(product), known);
    assert.equal(known.length, 1);
  });
}

Deno.test("both windows of one person have the same fields, and one charge comes of them", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const id = await anOpenPayment(services);
  const deps = atOnce(services, 2);
  const [one, other] = await Promise.all([beginPaying(deps, id), beginPaying(deps, id)]);
  assert.deepEqual(one, other);
  assert(await pays(product, id));
  assert.equal(await beginPaying(services, id), null);
  assert.equal(stripe.books.charges.size, 1);
});

/** What it is asked reaches the provider only when something else has happened. */
function reachedAfter(
  deps: PayDeps,
  name: "prepare" | "openPage" | "authoriseSaved",
  happens: () => Promise<void>,
): PayDeps {
  const { paymentProvider: provider } = deps;
  assert(provider !== null);
  const paymentProvider = new Proxy(provider, {
    get(target, asked) {
      const member: unknown = Reflect.get(target, asked);
      if (typeof member !== "function") return member;
      if (asked !== name) return member.bind(target);
      return async (...given: unknown[]) => {
        await happens();
        const answer: unknown = await member.apply(target, given);
        return answer;
      };
    },
  });
  return { ...deps, paymentProvider };
}

/** It is given up in another window, and, where it is so, nothing is left to be done about it. */
async function givesUp(product: PaidProduct, id: PaymentId, isCarriedOut: boolean): Promise<void> {
  await changePayment(product.services, id, { type: "settle", keepOre: 0, reason: "cancelled" });
  if (isCarriedOut) await runPaymentJobs(product);
}

for (const isCarriedOut of [true, false]) {
  const when = isCarriedOut ? "was let go of" : "is being let go of";
  Deno.test(`what is opened for a payment that ${when} meanwhile can be paid by nobody`, async () => {
    await using product = await paidProduct();
    const { services } = product;
    const fields = await anOpenPayment(services, { bookingId: "fields" });
    const meanwhile = (id: PaymentId) => () => givesUp(product, id, isCarriedOut);
    const preparing = reachedAfter(services, "prepare", meanwhile(fields));
    assert.equal(await beginPaying(preparing, fields), null);
    const page = await anOpenPayment(services, { bookingId: "page" });
    const opening = reachedAfter(services, "openPage", meanwhile(page));
    await assert.rejects(openPayingPage(opening, page, PAGE), DomainError);
    await runPaymentJobs(product);
    assert.deepEqual(payable(product), []);
    for (const id of [fields, page]) {
      const { status, provider } = await thePayment(services, id);
      assert.deepEqual([status, provider.intentId, provider.sessionId], ["voided", null, null]);
    }
  });

  Deno.test(`a saved card that is asked for a payment that ${when} meanwhile is held nothing`, async () => {
    await using product = await paidProduct();
    const { services, clock, stripe } = product;
    const authoriseAt = clock.now().add({ hours: 240 }).toString();
    const id = await anOpenPayment(services, { authoriseAt });
    await beginPaying(services, id);
    assert(await pays(product, id));
    await runPaymentJobs(product);
    clock.set(authoriseAt);
    const asking = reachedAfter(
      services,
      "authoriseSaved",
      () => givesUp(product, id, isCarriedOut),
    );
    await carryOutPayment(asking, id);
    await runPaymentJobs(product);
    assert.equal((await thePayment(services, id)).status, "voided");
    const held = [...stripe.books.intents.values()].map(({ status }) => status);
    assert.deepEqual(held, ["canceled"]);
  });
}

/** Somebody has typed a card that was refused. */
async function refusedOnce(product: PaidProduct): Promise<PaymentId> {
  const { services } = product;
  const id = await anOpenPayment(services);
  await beginPaying(services, id);
  assert.equal(await pays(product, id, "pm_card_visa_chargeDeclinedInsufficientFunds"), false);
  assert.equal((await advancePayment(services, id))?.status, "failed");
  return id;
}

for (const limitOre of [40_000, 60_000]) {
  Deno.test(`whoever comes back to a price of ${limitOre} öre can pay that, and the former no more`, async () => {
    await using product = await paidProduct();
    const { services, stripe } = product;
    const id = await refusedOnce(product);
    await changePayment(services, id, { type: "change-limit", limitOre });
    assert.notEqual(await beginPaying(services, id), null);
    const { provider } = await thePayment(services, id);
    assert.deepEqual(payable(product), [provider.intentId]);
    assert.equal(stripe.books.intents.get(provider.intentId ?? "")?.amount, limitOre);
    await beginPaying(services, id);
    assert.equal((await thePayment(services, id)).provider.intentId, provider.intentId);
  });

  Deno.test(`whoever pays the former of a price of ${limitOre} öre in another window is charged no more than either`, async () => {
    await using product = await paidProduct();
    const { services } = product;
    const id = await refusedOnce(product);
    await changePayment(services, id, { type: "change-limit", limitOre });
    await changePayment(services, id, { type: "settle", keepOre: limitOre, reason: "cancelled" });
    assert(await pays(product, id));
    await advancePayment(services, id);
    await runPaymentJobs(product);
    const { status, capturedOre } = await thePayment(services, id);
    assert.deepEqual([status, capturedOre], ["captured", Math.min(50_000, limitOre)]);
  });
}

Deno.test("what is kept of a payment nobody has paid yet is all that can be paid of it", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  const id = await anOpenPayment(services);
  await changePayment(services, id, { type: "settle", keepOre: 30_000, reason: "cancelled" });
  await beginPaying(services, id);
  assert.deepEqual([...stripe.books.intents.values()].map(({ amount }) => amount), [30_000]);
});
