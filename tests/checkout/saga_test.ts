// A booking and its payment: neither goes without the other, whatever comes first, twice, or too late.
import assert from "node:assert/strict";
import { lapseBooking } from "../../lib/booking/lapse-booking.ts";
import { settlingReader } from "../../lib/checkout/settle-rides.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { type FeedReader, readFeed } from "../../lib/kv/feed-reader.ts";
import { advancePayment } from "../../lib/payments/advance-payment.ts";
import { beginPaying } from "../../lib/payments/open-payment.ts";
import { eventOf } from "../../lib/payments/stripe-event.ts";
import { noteEvent } from "../../lib/payments/take-event.ts";
import { auditBookings } from "../support/booking-audit.ts";
import {
  cancels,
  captured,
  drives,
  forgetPayment,
  holds,
  moves,
  paid,
  paymentOf,
  settles,
  statusOf,
} from "../support/checkout.ts";
import { answers, paidProduct, pays, runPaymentJobs } from "../support/stripe.ts";

Deno.test("a card that is authorised confirms its booking in the same commit, and is captured when the ride is over", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  assert.equal(await statusOf(product, held), "awaiting-payment");
  const authorised = await paid(product, held);
  assert.deepEqual([authorised.status, await statusOf(product, held)], ["authorised", "confirmed"]);
  const events = await product.services.bookings.events(held.booking.id);
  assert.deepEqual(events.map(({ type }) => type), ["placed", "secured"]);
  await drives(product, held.booking.id);
  const { status, capturedOre } = await paymentOf(product, held);
  assert.deepEqual([status, capturedOre], ["captured", held.booking.trip.totalOre]);
  await auditBookings(product.services.db);
});

Deno.test("a reader that missed the end of a ride finds it by the payment", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  await paid(product, held);
  const { services } = product;
  const reader = settlingReader(services);
  // The end of the ride is no longer on the feed: its reader makes its jobs anew.
  const missed: FeedReader = { ...reader, effect: () => Promise.resolve() };
  const deps = { ...services, onBehind: () => {} };
  await drives(product, held.booking.id, () => readFeed(deps, missed));
  assert.equal((await paymentOf(product, held)).capturedOre, 0);
  await reader.rebuild("", async (add) => {
    await commitWithRetry(services.db, (tx) => Promise.resolve(add(tx)));
  });
  product.clock.advance({ seconds: 10 });
  await settles(product);
  assert.equal((await paymentOf(product, held)).capturedOre, held.booking.trip.totalOre);
});

Deno.test("what lapsed cannot be paid any more, and who paid at the last moment is let go of", async () => {
  await using product = await paidProduct();
  const held = await holds(product);
  await beginPaying(product.services, (await paymentOf(product, held)).id);
  assert(await pays(product, (await paymentOf(product, held)).id));
  // The bank has said yes, and nobody has told us before the time was over.
  product.clock.advance({ minutes: 15 });
  await settles(product);
  const status = await statusOf(product, held);
  const payment = await paymentOf(product, held);
  assert.deepEqual([status, payment.status, payment.capturedOre], ["lapsed", "voided", 0]);
  assert.equal(captured(product), 0);
});

Deno.test("money that comes after the hold is given up by a job of its own commit, also while nobody reads the feed", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { method: "swish" });
  const { id } = await paymentOf(product, held);
  await beginPaying(product.services, id);
  assert(await pays(product, id, "swish"));
  await answers(product, id, true);
  product.clock.advance({ minutes: 15 });
  await lapseBooking(product.services, held.booking.id);
  await advancePayment(product.services, id);
  await runPaymentJobs(product);
  const { capturedOre, refunds } = await paymentOf(product, held);
  const back = refunds.filter(({ status }) => status === "succeeded");
  assert.deepEqual(back.map(({ amountOre }) => amountOre), [capturedOre]);
});

Deno.test("cancelled in time nothing is taken; too late the fee alone; and nobody came: what the terms say", async () => {
  await using product = await paidProduct();
  const early = await holds(product, { wallTime: "2026-11-24T10:00" });
  await paid(product, early);
  await cancels(product, early, 0);
  assert.equal((await paymentOf(product, early)).status, "voided");
  const late = await holds(product, { wallTime: "2026-11-24T10:00" });
  await paid(product, late);
  product.clock.advance({ hours: 27, minutes: 30 });
  const feeOre = Math.floor(late.booking.trip.totalOre / 200) * 100;
  await cancels(product, late, feeOre);
  const { status, capturedOre } = await paymentOf(product, late);
  assert.deepEqual([status, capturedOre], ["captured", feeOre]);
});

Deno.test("Swish is taken at once and goes back when the ride is cancelled in time", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { method: "swish" });
  const payment = await paid(product, held, "swish");
  assert.deepEqual([payment.status, await statusOf(product, held)], ["captured", "confirmed"]);
  await cancels(product, held, 0);
  const { refunds } = await paymentOf(product, held);
  assert.deepEqual(
    refunds.map(({ amountOre, status }) => [amountOre, status]),
    [[held.booking.trip.totalOre, "succeeded"]],
  );
});

Deno.test("a ride a month away saves the card, and authorises it six days before", async () => {
  await using product = await paidProduct();
  const held = await holds(product, { wallTime: "2026-12-20T10:00" });
  const saved = await paid(product, held);
  assert.deepEqual([saved.status, await statusOf(product, held)], ["card-saved", "confirmed"]);
  product.clock.advance({ hours: 24 * 21 + 5 });
  await settles(product);
  assert.equal((await paymentOf(product, held)).status, "authorised");
});

Deno.test("moved to a dearer time the saved card is asked for the rest; moved back, less is captured", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const held = await holds(product, { wallTime: "2026-11-25T10:00" });
  const before = await paid(product, held);
  const dearer = await moves(product, held, "2026-11-25T23:30");
  assert(dearer.trip.totalOre > held.booking.trip.totalOre);
  const after = await paymentOf(product, held);
  assert.deepEqual([after.id, after.status, after.authorisedOre], [
    before.id,
    "authorised",
    dearer.trip.totalOre,
  ]);
  const cheaper = await moves(product, held, "2026-11-25T10:00");
  assert.equal(cheaper.trip.totalOre, held.booking.trip.totalOre);
  const holding = [...product.stripe.books.intents.values()]
    .filter(({ status }) => status === "requires_capture");
  assert.equal(holding.length, 1, "the former authorisation was let go of");
  product.clock.advance({ hours: 24 });
  await drives(product, held.booking.id);
  const { status, capturedOre } = await paymentOf(product, held);
  assert.deepEqual([status, capturedOre], ["captured", cheaper.trip.totalOre]);
  await auditBookings(services.db);
});

Deno.test("a database that was restored from before a payment learns of it from its events: nothing is lost, nothing asked twice", async () => {
  await using product = await paidProduct();
  const { services, stripe } = product;
  for (const method of ["card", "swish"] as const) {
    const held = await holds(product, { method });
    const { id } = await paymentOf(product, held);
    await beginPaying(services, id);
    assert(await pays(product, id, method === "swish" ? "swish" : undefined));
    if (method === "swish") await answers(product, id, true);
    await forgetPayment(product, await paymentOf(product, held));
    const event = stripe.books.events.at(-1);
    assert(event !== undefined);
    assert.equal(await noteEvent(services, eventOf(event)), true);
    assert.equal(await statusOf(product, held), "confirmed");
    const known = await paymentOf(product, held);
    const { totalOre } = held.booking.trip;
    assert.deepEqual([known.id, known.method, known.limitOre], [id, method, totalOre]);
    await cancels(product, held, 0);
    const { status, refunds } = await paymentOf(product, held);
    const back = method === "swish" ? ["captured", totalOre] : ["voided", undefined];
    assert.deepEqual([status, refunds[0]?.amountOre], back);
  }
});
