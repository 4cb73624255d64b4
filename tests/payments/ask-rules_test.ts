// When a saved card is asked with nobody there, and for how much: never for ever, and never for more than a bank has let us.
import assert from "node:assert/strict";
import { dueAsk, nextAskMs } from "../../lib/payments/ask-rules.ts";
import { evolvePayment } from "../../lib/payments/payment-rules.ts";
import { nextStep } from "../../lib/payments/payment-step-rules.ts";
import { aPayment } from "../support/payments.ts";

const RIDE_AT = "2026-11-20T08:00:00Z";
const HOUR_MS = 60 * 60_000;
const rideMs = Date.parse(RIDE_AT);
const { provider } = aPayment();
const WITH_CARD = {
  rideAt: RIDE_AT,
  provider: { ...provider, customerId: "cus_1", paymentMethodId: "pm_1", intentId: "pi_1" },
};

Deno.test("a card is asked no more for a ride nobody has closed within a week", () => {
  const weekMs = 7 * 24 * HOUR_MS;
  // Its hold has ended: it is due at once, unless that is too late.
  for (const [afterMs, isAsked] of [[weekMs - HOUR_MS, true], [weekMs + HOUR_MS, false]] as const) {
    const nowMs = rideMs + afterMs;
    const authoriseAt = new Date(nowMs).toISOString();
    const saved = aPayment({ ...WITH_CARD, status: "card-saved", authoriseAt });
    assert.equal(dueAsk(saved, nowMs) !== null, isAsked, authoriseAt);
    assert.equal(nextStep(saved, nowMs) !== null, isAsked, authoriseAt);
    const later = new Date(nowMs + 1).toISOString();
    const ahead = aPayment({ ...WITH_CARD, status: "card-saved", authoriseAt: later });
    assert.equal(nextAskMs(ahead, nowMs) !== null, isAsked, authoriseAt);
  }
});

Deno.test("a hold whose bank has refused a higher price is made anew for what it holds, and asked for no more after that", () => {
  const authorisedUntil = new Date(rideMs - HOUR_MS).toISOString();
  const failure = { code: "card_declined", declineCode: null };
  const held = aPayment({
    ...{ ...WITH_CARD, status: "authorised", authorisedOre: 40_000, authorisedUntil },
    ...{ limitOre: 50_000, failure },
  });
  const nowMs = rideMs - 20 * HOUR_MS;
  const step = nextStep(held, nowMs);
  assert(step?.do === "authorise");
  assert.equal(step.amountOre, 40_000);
  const until = new Date(rideMs + 24 * HOUR_MS).toISOString();
  const at = new Date(nowMs).toISOString();
  const renewed = evolvePayment(held, { at, type: "authorised", amountOre: 40_000, until });
  assert.deepEqual(renewed.failure, failure, "the higher price is asked of somebody else");
  assert.equal(nextStep(renewed, nowMs), null);
  const whole = evolvePayment(held, { at, type: "authorised", amountOre: 50_000, until });
  assert.equal(whole.failure, null);
});
