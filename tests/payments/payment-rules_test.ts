// The life of a payment: what follows from what is wanted and from what the provider says, and what never holds.
import assert from "node:assert/strict";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { type Payment, refundableOre } from "../../lib/payments/payment.ts";
import {
  decidePayment,
  evolvePayment,
  type PaymentCommand,
} from "../../lib/payments/payment-rules.ts";
import { aCapturedPayment, aPayment, aRefund, PAYMENT_AT } from "../support/payments.ts";

function does(payment: Payment, command: PaymentCommand): Payment {
  return decidePayment(payment, command, PAYMENT_AT).reduce(evolvePayment, payment);
}

function refused(code: string) {
  return (error: unknown) => error instanceof DomainError && error.code === code;
}

Deno.test("nothing goes back before anything was captured, and never more than is left", () => {
  const refund = (payment: Payment, amountOre: number) => () =>
    does(payment, { type: "refund", refund: aRefund(`R${amountOre}`, amountOre) });
  assert.throws(refund(aPayment(), 1), refused("payment-state"));
  const partly = refund(aCapturedPayment(), 30_000)();
  assert.throws(refund(partly, 20_001), refused("payment-amount"));
  for (const amountOre of [0, -1, 0.5, NaN]) {
    assert.throws(refund(partly, amountOre), refused("payment-amount"), String(amountOre));
  }
  assert.equal(refundableOre(refund(partly, 20_000)()), 0);
});

Deno.test("the same refund asked twice is one", () => {
  const command = { type: "refund", refund: aRefund("R1", 10_000) } as const;
  const once = does(aCapturedPayment(), command);
  assert.equal(does(once, command), once);
});

Deno.test("more than was authorised, and less than nothing, cannot be kept", () => {
  const authorised = aPayment({ status: "authorised", authorisedOre: 50_000 });
  for (const keepOre of [50_001, -1]) {
    const settle = () => does(authorised, { type: "settle", keepOre, reason: "cancelled" });
    assert.throws(settle, refused("payment-amount"));
  }
});

Deno.test("a higher price raises the limit, a lower one leaves what is authorised; nothing after capture", () => {
  const authorised = aPayment({ status: "authorised", authorisedOre: 50_000 });
  assert.equal(does(authorised, { type: "change-limit", limitOre: 60_000 }).limitOre, 60_000);
  assert.equal(does(authorised, { type: "change-limit", limitOre: 40_000 }).limitOre, 50_000);
  const late = () => does(aCapturedPayment(), { type: "change-limit", limitOre: 60_000 });
  assert.throws(late, refused("payment-state"));
});

Deno.test("what would take more than was authorised, or give back more than was taken, is never written", () => {
  const at = PAYMENT_AT;
  const opened = aPayment();
  assert.throws(() =>
    evolvePayment(opened, { at, type: "authorised", amountOre: 50_001, until: null })
  );
  assert.throws(() => evolvePayment(opened, { at, type: "captured", amountOre: 1 }));
  const refund = aRefund("R1", 50_001);
  assert.throws(() => evolvePayment(aCapturedPayment(), { at, type: "refund-asked", refund }));
});
