// What of a charge is different from its payment.
import assert from "node:assert/strict";
import { differencesOf } from "../../lib/reconciliation/difference-rules.ts";
import type { Payment } from "../../lib/payments/payment.ts";
import type { ProviderCharge } from "../../lib/payments/provider-books.ts";
import { aCapturedPayment, aPayment } from "../support/payments.ts";

const NOW_MS = Date.parse("2026-11-24T10:00:00Z");
const CHARGE: ProviderCharge = {
  ...{ id: "ch_1", intentId: "pi_1", paymentId: null, at: "2026-11-24T09:59:00Z" },
  ...{ capturedOre: 0, refundedOre: 0, releasedOre: 0, heldOre: 0 },
};
const PROVIDER = { ...aPayment().provider, intentId: "pi_1", chargeId: "ch_1" };

Deno.test("a hold of more or less than its payment knows is a difference, and so is one that a payment knows nothing of", () => {
  const charge = { ...CHARGE, heldOre: 50_000 };
  const held = { status: "authorised", provider: PROVIDER } as const;
  assert.deepEqual(kindsOf(charge, aPayment({ ...held, authorisedOre: 50_000 })), []);
  assert.deepEqual(kindsOf(charge, aPayment({ ...held, authorisedOre: 40_000 })), ["held-differs"]);
  for (const status of ["voided", "failed", "card-saved"] as const) {
    assert.deepEqual(kindsOf(charge, aPayment({ status, provider: PROVIDER })), ["held-differs"]);
  }
});

Deno.test("a card that was refused before another was taken is no difference", () => {
  const changedAt = new Date(NOW_MS).toISOString();
  const payment = aCapturedPayment({ provider: PROVIDER, changedAt });
  const refused = { ...CHARGE, id: "ch_0" };
  assert.deepEqual(kindsOf(refused, payment), []);
  assert.deepEqual(kindsOf({ ...CHARGE }, payment), ["taken-differs"]);
});

function kindsOf(charge: ProviderCharge, payment: Payment): string[] {
  const facts = { charge, payment, posted: null, overSinceMs: null, nowMs: NOW_MS };
  return differencesOf(facts).map(({ kind }) => kind);
}
