// Money that somebody who works here gives back: once however often it is sent, never more than was taken, above the limit of a
// role only with a second person.
import assert from "node:assert/strict";
import { decideProposal, proposeRefund } from "../../lib/checkout/propose-refund.ts";
import type { ProposalFault, RefundProposal } from "../../lib/checkout/refund-proposal.ts";
import { retryPayment } from "../../lib/checkout/retry-payment.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { ulid } from "../../lib/kernel/ids.ts";
import { type Payment, refundedOre } from "../../lib/payments/payment.ts";
import { standingSale } from "../../lib/bookkeeping/standing-sale.ts";
import { OpenBooks } from "../../lib/bookkeeping/open-books.ts";
import { book } from "../support/bookkeeping.ts";
import { drives, holds, paid } from "../support/checkout.ts";
import { aChargedBooking, aProposal, ASKER } from "../support/proposals.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { type PaidProduct, paidProduct, runPaymentJobs, thePayment } from "../support/stripe.ts";

const SECOND = "01KA0000000000000000000SEC";
const LIMIT_ORE = 20_000;

Deno.test("a refund within the limit is asked for in the commit that says who gave it and why; sent twice it is one", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const held = await holds(product);
  const { id: paymentId } = await paid(product, held);
  await drives(product, held.booking.id);
  const wanted = wantedOf(services, { bookingId: held.booking.id, id: paymentId }, 5_000);
  for (let times = 0; times < 2; times++) {
    const answer = await proposeRefund(services, wanted, LIMIT_ORE);
    assert(answer.ok && answer.proposal.state === "asked");
  }
  await runPaymentJobs(product);
  const { refunds } = await thePayment(services, paymentId);
  assert.deepEqual(refunds.map(({ id, amountOre, status, by }) => [id, amountOre, status, by]), [
    [wanted.id, 5_000, "succeeded", "operator"],
  ]);
  assert.equal(product.stripe.books.refunds.size, 1);
  const [told] = await services.proposals.ofBooking(held.booking.id);
  assert.deepEqual([told?.by, told?.note], [ASKER, "Bilen luktade rök"]);
  await assertCredited(product, held.booking.id, 5_000);
});

Deno.test("fifty forms at once never give back more than was taken, nor more than a person may alone", async () => {
  await using test = await testServices();
  const { services } = test;
  const payment = await aChargedBooking(services);
  const answers = await Promise.all(
    Array.from(
      { length: 50 },
      () => proposeRefund(services, wantedOf(services, payment, 3_000), LIMIT_ORE),
    ),
  );
  const states = answers.map((answer) => answer.ok ? answer.proposal.state : answer.fault);
  assert.equal(states.filter((state) => state === "asked").length, 6, "20 000 öre of 3 000 each");
  assert.equal(states.filter((state) => state === "waiting").length, 44);
  const after = await thePayment(services, payment.id);
  assert.equal(refundedOre(after), 18_000);
});

Deno.test("what is above the limit waits: nobody approves their own, a second person does, once", async () => {
  await using test = await testServices();
  const { services } = test;
  const payment = await aChargedBooking(services);
  const answer = await proposeRefund(services, wantedOf(services, payment, 20_100), LIMIT_ORE);
  assert(answer.ok && answer.proposal.state === "waiting");
  assert.equal(refundedOre(await thePayment(services, payment.id)), 0);
  assert.equal((await services.proposals.waiting()).length, 1);
  assert.equal(await decides(services, answer.proposal, ASKER, true), "own");
  assert.equal(await decides(services, answer.proposal, SECOND, true), "above-limit");
  assert.equal(await decides(services, answer.proposal, SECOND, true, 30_000), "asked");
  assert.equal(await decides(services, answer.proposal, SECOND, true, 30_000), "decided");
  assert.equal(refundedOre(await thePayment(services, payment.id)), 20_100);
  assert.equal((await services.proposals.waiting()).length, 0);
});

Deno.test("a no gives nothing back, and whoever wanted it may take it back", async () => {
  await using test = await testServices();
  const { services } = test;
  const one = await aProposal(services, "Sen bil");
  assert.equal(await decides(services, one, SECOND, false), "declined");
  const other = await aProposal(services, "Sen bil");
  assert.equal(await decides(services, other, ASKER, false, 0), "declined");
  assert.equal(await decides(services, other, SECOND, true), "decided");
});

Deno.test("a yes that comes when the money has gone back otherwise says so and gives nothing", async () => {
  await using test = await testServices();
  const { services } = test;
  const waits = await aProposal(services, "Sen bil");
  const payment = await thePayment(services, waits.paymentId as Payment["id"]);
  const all = await proposeRefund(services, wantedOf(services, payment, 50_000), 50_000);
  assert(all.ok);
  assert.equal(await decides(services, waits, SECOND, true), "amount-high");
  assert.equal(refundedOre(await thePayment(services, payment.id)), 50_000);
});

Deno.test("amounts, notes and payments that are none are refused, and nothing is written", async () => {
  await using test = await testServices();
  const { services } = test;
  const payment = await aChargedBooking(services);
  const refused = async (fields: Partial<RefundProposal>): Promise<ProposalFault | null> => {
    const wanted = { ...wantedOf(services, payment, 100), ...fields };
    const answer = await proposeRefund(services, wanted, LIMIT_ORE);
    return answer.ok ? null : answer.fault;
  };
  assert.equal(await refused({ amountOre: 0 }), "amount-none");
  assert.equal(await refused({ amountOre: -100 }), "amount-none");
  assert.equal(await refused({ amountOre: 0.5 }), "amount-none");
  assert.equal(await refused({ amountOre: 50_001 }), "amount-high");
  assert.equal(await refused({ note: " " }), "note-missing");
  assert.equal(await refused({ note: "x".repeat(501) }), "note-long");
  assert.equal(await refused({ note: "19121212-1212 ringde" }), "note-personal");
  assert.equal(await refused({ paymentId: "01KA0000000000000000000NO0" }), "no-payment");
  assert.equal(await refused({ bookingId: "01KA0000000000000000000NO0" }), "no-payment");
  assert.equal(await refused({ id: "../x" }), "no-payment");
  assert.deepEqual(await services.proposals.ofBooking(payment.bookingId), []);
});

Deno.test("what is stuck is done again; a payment of another booking is not found", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const held = await holds(product);
  const { id } = await paid(product, held);
  product.stripe.faults.plan(/capture/, { kind: "status", status: 500 }, 400);
  await drives(product, held.booking.id);
  assert.equal((await thePayment(services, id)).status, "authorised");
  product.stripe.faults.clear();
  await retryPayment(services, held.booking.id, id);
  product.clock.advance({ minutes: 1 });
  await runPaymentJobs(product);
  assert.equal((await thePayment(services, id)).status, "captured");
  await assert.rejects(retryPayment(services, "01KA0000000000000000000NO0", id), RequestError);
});

function wantedOf(
  { clock, randomBytes }: TestServices["services"],
  { bookingId, id: paymentId }: { bookingId: string; id: string },
  amountOre: number,
) {
  const id = ulid(clock.now().epochMilliseconds, randomBytes);
  const said = { reason: "goodwill", note: "Bilen luktade rök", by: ASKER } as const;
  return { id, bookingId, paymentId, amountOre, ...said };
}

async function decides(
  services: TestServices["services"],
  { bookingId, id }: RefundProposal,
  by: string,
  isYes: boolean,
  limitOre = LIMIT_ORE,
): Promise<string> {
  const answer = await decideProposal(services, { bookingId, id, by, limitOre, isYes });
  return answer.ok ? answer.proposal.state : answer.fault;
}

/** The books have a credit note of that amount. */
async function assertCredited({ services }: PaidProduct, bookingId: string, amountOre: number) {
  await book(services);
  const posted = await services.ledger.posted(bookingId);
  assert(posted);
  const { credits } = await standingSale(new OpenBooks(services), posted);
  assert.deepEqual(credits.map(({ totalOre }) => totalOre), [-amountOre]);
}
