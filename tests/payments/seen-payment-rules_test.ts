// What follows from what the provider says, in whatever order it is heard, and what never holds whoever says what.
import assert from "node:assert/strict";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { type Payment, refundableOre, refundedOre } from "../../lib/payments/payment.ts";
import {
  decidePayment,
  evolvePayment,
  type PaymentCommand,
} from "../../lib/payments/payment-rules.ts";
import { nextStep } from "../../lib/payments/payment-step-rules.ts";
import { decideSeen, type SeenPayment } from "../../lib/payments/seen-payment-rules.ts";
import { aCapturedPayment, aPayment, aRefund, PAYMENT_AT } from "../support/payments.ts";
import { fc } from "../support/property.ts";

const NOTHING: SeenPayment = {
  ...{ ids: {}, status: "none", authorisedOre: 0, capturedOre: 0, until: null },
  ...{ failure: null, refunds: [], dispute: null },
};

function see(payment: Payment, fields: Partial<SeenPayment>): Payment {
  return decideSeen(payment, { ...NOTHING, ...fields }, PAYMENT_AT).reduce(evolvePayment, payment);
}

function does(payment: Payment, command: PaymentCommand): Payment {
  return decidePayment(payment, command, PAYMENT_AT).reduce(evolvePayment, payment);
}

Deno.test("a card is authorised, captured in part, and the same news again is none", () => {
  const authorised = see(aPayment(), { status: "authorised", authorisedOre: 50_000 });
  assert.equal(authorised.status, "authorised");
  const wished = does(authorised, { type: "settle", keepOre: 40_000, reason: "cancelled" });
  assert.deepEqual(wished.wish, { keepOre: 40_000, reason: "cancelled" });
  const seen = { status: "captured", authorisedOre: 50_000, capturedOre: 40_000 } as const;
  const captured = see(wished, seen);
  assert.equal(captured.capturedOre, 40_000);
  assert.equal(see(captured, seen), captured);
});

Deno.test("what is seen late takes nothing back: a captured payment stays so", () => {
  const captured = aCapturedPayment();
  for (const status of ["authorised", "needs-action", "waiting", "voided", "none"] as const) {
    assert.equal(see(captured, { status, authorisedOre: 50_000 }).status, "captured", status);
  }
});

Deno.test("what somebody pays for a payment that was given up is let go of, or goes back", () => {
  const voided = aPayment({ status: "voided", authorisedOre: 50_000 });
  const held = see(voided, { status: "authorised", authorisedOre: 50_000 });
  assert.deepEqual([held.status, held.wish?.keepOre], ["authorised", 0]);
  assert.equal(nextStep(held, 0)?.do, "cancel");
  const taken = see(voided, { status: "captured", authorisedOre: 50_000, capturedOre: 50_000 });
  assert.deepEqual([taken.status, taken.capturedOre], ["captured", 50_000]);
  assert.equal(nextStep(taken, 0)?.do, "return-rest");
  assert.equal(see(voided, { status: "voided" }), voided);
});

Deno.test("what its holder's bank refuses is a failure that may be tried again", () => {
  const failure = { code: "card_declined", declineCode: "insufficient_funds" };
  const failed = see(aPayment(), { status: "waiting", failure });
  assert.deepEqual([failed.status, failed.failure], ["failed", failure]);
  assert.equal(see(failed, { status: "waiting", failure }), failed);
  const paid = see(failed, { status: "authorised", authorisedOre: 50_000 });
  assert.deepEqual([paid.status, paid.failure], ["authorised", null]);
});

Deno.test("who pays a former price, which was more, has paid it: what is held is what may be taken", () => {
  const seen = { status: "authorised", authorisedOre: 50_001 } as const;
  const held = see(aPayment(), seen);
  assert.deepEqual([held.authorisedOre, held.limitOre], [50_001, 50_001]);
  assert.equal(see(held, seen), held);
});

Deno.test("a provider that says it took more than was authorised is not believed: nothing is written", () => {
  const seen = { status: "captured", authorisedOre: 50_000, capturedOre: 50_001 } as const;
  assert.throws(() => see(aPayment(), seen));
});

Deno.test("a refund the bank sent back can be given again; one that succeeded cannot", () => {
  const asked = does(aCapturedPayment(), { type: "refund", refund: aRefund("R1", 50_000) });
  const [{ id } = aRefund("", 0)] = asked.refunds;
  const seen = (status: "succeeded" | "failed") => ({
    ...{ status: "captured", authorisedOre: 50_000, capturedOre: 50_000 } as const,
    refunds: [{ ...aRefund(id, 50_000), status, providerId: "re_1" }],
  });
  assert.equal(refundableOre(see(asked, seen("succeeded"))), 0);
  assert.equal(refundableOre(see(asked, seen("failed"))), 50_000);
});

Deno.test("a refund of ours that our books have lost is known again, once", () => {
  const refunds = [1, 2].map((one) => ({
    ...aRefund("R1", 20_000, { status: "succeeded", providerId: `re_${one}` }),
  }));
  const known = see(aCapturedPayment(), {
    ...{ status: "captured", capturedOre: 50_000 },
    refunds,
  });
  assert.deepEqual(known.refunds.map(({ status, providerId }) => [status, providerId]), [
    ["succeeded", "re_1"],
  ]);
  assert.equal(refundableOre(known), 30_000);
});

Deno.test("what a bank took back cannot be given back, and is there again once we won", () => {
  const open = see(aCapturedPayment(), { dispute: { amountOre: 20_000, state: "open" } });
  assert.equal(refundableOre(open), 30_000);
  const won = see(open, { dispute: { amountOre: 20_000, state: "won" } });
  assert.equal(refundableOre(won), 50_000);
  const lost = see(open, { dispute: { amountOre: 20_000, state: "lost" } });
  assert.deepEqual([refundableOre(lost), lost.dispute?.state], [30_000, "lost"]);
});

/** What anybody may want or say at any time, however wrong. */
const anyStep = fc.oneof(
  fc.record({
    type: fc.constant("settle" as const),
    keepOre: fc.integer({ min: -1, max: 70_000 }),
    reason: fc.constant("cancelled" as const),
  }),
  fc.record({
    type: fc.constant("refund" as const),
    refund: fc.tuple(fc.nat(9), fc.integer({ min: -1, max: 40_000 }))
      .map(([id, amountOre]) => aRefund(`R${id}`, amountOre)),
  }),
  fc.record({
    type: fc.constant("change-limit" as const),
    limitOre: fc.integer({ min: 0, max: 70_000 }),
  }),
  fc.record({
    type: fc.constant("see" as const),
    status: fc.constantFrom(
      ...(["none", "waiting", "needs-action", "card-saved", "authorised", "captured"] as const),
      "voided" as const,
    ),
    authorisedOre: fc.integer({ min: 0, max: 70_000 }),
    capturedOre: fc.integer({ min: 0, max: 70_000 }),
    refunds: fc.array(
      fc.record({
        id: fc.nat(9).map((id) => aRefund(`R${id}`, 0).id),
        amountOre: fc.integer({ min: 1, max: 40_000 }),
        ...{ reason: fc.constant("goodwill" as const), at: fc.constant(PAYMENT_AT) },
        status: fc.constantFrom("succeeded" as const, "failed" as const, "pending" as const),
        providerId: fc.constantFrom(null, "re_1"),
      }),
      { maxLength: 3 },
    ),
  }),
);

Deno.test("whatever is wanted and said in whatever order, refunds ≤ captured ≤ authorised ≤ limit", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      let payment = aPayment();
      for (const step of steps) {
        try {
          payment = step.type === "see" ? see(payment, step) : does(payment, step);
        } catch (error) {
          // A refusal, or a provider that cannot be believed: nothing is written.
          if (!(error instanceof DomainError) && !/payment/.test(String(error))) throw error;
        }
        reached.add(payment.status);
        assert.ok(refundedOre(payment) <= payment.capturedOre, "refunds ≤ captured");
        assert.ok(payment.capturedOre <= payment.authorisedOre, "captured ≤ authorised");
        assert.ok(payment.authorisedOre <= payment.limitOre, "authorised ≤ limit");
        if (refundedOre(payment) > 0) reached.add("refunded");
      }
    }),
    { numRuns: 2_000 },
  );
  assert.ok(reached.has("refunded") && reached.has("voided"), "the sequences come that far");
});
