// A day is held against the provider's own books: what was lost is made good, what nobody can make good is written down once.
import assert from "node:assert/strict";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { beginDay, beginNextDay } from "../../lib/reconciliation/begin-reconciliation.ts";
import { settleDifference } from "../../lib/reconciliation/note-difference.ts";
import { captureIntent } from "../../scripts/local-stripe/intents.ts";
import { createRefund } from "../../scripts/local-stripe/money-back.ts";
import { payOut } from "../../scripts/local-stripe/movements.ts";
import { rowsOf } from "../support/bookkeeping.ts";
import { drives, holds, paid } from "../support/checkout.ts";
import { balances, kinds, nextNight, only, theDay } from "../support/compared-nights.ts";
import { paidProduct, runPaymentJobs, strangerPays, thePayment } from "../support/stripe.ts";

Deno.test("what became of a payment and nobody heard of is known after the night", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  const { provider } = await paid(product, held);
  const { books } = product.stripe;
  captureIntent(books, books.get(books.intents, provider.intentId ?? ""), {});
  assert.equal((await only(product, held.booking.id)).status, "authorised");
  const { date } = await nextNight(product);
  assert.equal((await only(product, held.booking.id)).status, "captured");
  const day = await theDay(product, date);
  assert.equal(day.stage, "done");
  assert(day.lostEvents > 0);
  assert.deepEqual(await kinds(product), []);
});

Deno.test("after a ride and a payout the account of cards is what the provider still has, to the öre", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  await paid(product, held);
  await drives(product, held.booking.id);
  payOut(product.stripe.books);
  const { date } = await nextNight(product);
  await readRoomFeeds(product.services);
  const { sums } = await theDay(product, date);
  const { totalOre } = held.booking.trip;
  assert.equal(sums.takenOre, totalOre);
  assert(sums.feesOre > 0);
  assert.equal(sums.paidOutOre, totalOre - sums.feesOre);
  const of = await balances(product);
  assert.equal(of.get(1580), 0);
  assert.equal(of.get(6570), sums.feesOre);
  assert.equal(of.get(1930), sums.paidOutOre);
  assert.deepEqual(await kinds(product), []);
});

Deno.test("Swish goes out with the first payout, and the account of Swish is empty then", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { method: "swish" });
  await paid(product, held, "swish");
  await nextNight(product);
  payOut(product.stripe.books);
  await nextNight(product);
  await readRoomFeeds(product.services);
  const of = await balances(product);
  const { totalOre } = held.booking.trip;
  // What was kept of it is booked on the account of cards: there is one balance at the provider.
  assert.equal((of.get(1584) ?? 0) + (of.get(1580) ?? 0), 0);
  assert.equal(of.get(1930), totalOre - (of.get(6570) ?? 0));
});

Deno.test("a day that is compared again books nothing twice and finds each difference once", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  await paid(product, held);
  await drives(product, held.booking.id);
  strangerPays(product);
  const { date } = await nextNight(product);
  await readRoomFeeds(product.services);
  const before = await rowsOf(product.services);
  assert.deepEqual(await kinds(product), ["unknown-charge"]);
  assert.equal(await beginDay(product.services, date), null);
  assert.equal(await beginDay(product.services, date), "under-way");
  await runPaymentJobs(product);
  await readRoomFeeds(product.services);
  assert.deepEqual(await rowsOf(product.services), before);
  assert.deepEqual(await kinds(product), ["unknown-charge"]);
});

Deno.test("a provider that fails in the midst of a day changes nothing of what comes of it", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  await paid(product, held);
  await drives(product, held.booking.id);
  strangerPays(product);
  const { services, stripe, clock } = product;
  clock.advance({ hours: 24 });
  await beginNextDay(services);
  const date = (await services.reconciliation.days(1))[0]?.date ?? "";
  for (const lost of ["charges", "balance_transactions", "charges/ch"]) {
    stripe.faults.plan(new RegExp(`GET /v1/${lost}`), { kind: "status", status: 500 }, 8);
    await runRoomJobs(services);
    stripe.faults.clear();
    clock.advance({ minutes: 1 });
  }
  for (let hours = 0; (await theDay(product, date)).stage !== "done"; hours++) {
    assert(hours < 48, "the day comes to its end");
    clock.advance({ hours: 1 });
    await runPaymentJobs(product);
  }
  await readRoomFeeds(services);
  const { sums } = await theDay(product, date);
  assert.equal((await balances(product)).get(6570), sums.feesOre);
  assert.deepEqual(await kinds(product), ["unknown-charge"]);
});

Deno.test("money that went back by another hand is a difference, and whoever watches is told once", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  const payment = await paid(product, held);
  await drives(product, held.booking.id);
  const intent = payment.provider.intentId ?? "";
  createRefund(product.stripe.books, { payment_intent: intent, amount: "1000" });
  await nextNight(product);
  assert.deepEqual(await kinds(product), ["returned-differs"]);
  const [found] = await product.services.reconciliation.open();
  assert.equal(found?.theirs?.returnedOre, 1000);
  assert.equal(found?.ours?.returnedOre, 0);
  assert.equal(found?.bookingId, held.booking.id);
  const alarms = (await product.services.incidentStore.list()).filter(({ code }) =>
    code === "money-differs"
  );
  assert.equal(alarms.length, 1);
});

Deno.test("money that went back by another hand of a charge weeks old is a difference", async () => {
  await using product = await paidProduct();
  const { stripe, clock } = product;
  const returned = await holds(product);
  const intent = (await paid(product, returned)).provider.intentId ?? "";
  await drives(product, returned.booking.id);
  clock.advance({ hours: 12 * 24 });
  for (let nights = 0; nights < 4; nights++) await nextNight(product);
  assert.deepEqual(await kinds(product), []);
  createRefund(stripe.books, { payment_intent: intent, amount: "1000" });
  await nextNight(product);
  assert.deepEqual(await kinds(product), ["returned-differs"]);
});

Deno.test("what a person settled stays settled until it is otherwise again; what went away does so by itself", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const intent = strangerPays(product);
  await nextNight(product);
  const [found] = await services.reconciliation.open();
  assert(found);
  const by = "01KA0000000000000000000PER";
  assert.equal(await settleDifference(services, { id: found.id, by, note: " " }), "note-missing");
  const personal = { id: found.id, by, note: "Gäller 19121212-1212" };
  assert.equal(await settleDifference(services, personal), "note-personal");
  const said = { id: found.id, by, note: "Prov av leverantören" };
  assert.equal(await settleDifference(services, said), null);
  assert.equal(await settleDifference(services, said), "settled");
  await nextNight(product);
  assert.deepEqual(await kinds(product), []);
  createRefund(product.stripe.books, { payment_intent: intent, amount: "100" });
  await nextNight(product);
  assert.deepEqual(await kinds(product), ["unknown-charge"]);
});

Deno.test("a charge the provider has lost is a difference until it is there again", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  const payment = await paid(product, held);
  await drives(product, held.booking.id);
  const { charges } = product.stripe.books;
  const charge = charges.get(
    (await thePayment(product.services, payment.id)).provider.chargeId ?? "",
  );
  assert(charge);
  charges.delete(charge.id);
  await nextNight(product);
  assert.deepEqual(await kinds(product), ["missing-charge"]);
  charges.set(charge.id, charge);
  await nextNight(product);
  assert.deepEqual(await kinds(product), []);
});
