// Charges a saved card with nobody there, once however often it is asked:
// docs.stripe.com/payments/save-during-payment#charge-saved-payment-method.
import type Stripe from "stripe";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Payment } from "./payment.ts";
import type { AskedCard } from "./payment-provider.ts";
import { asking, writing } from "./stripe-client.ts";
import { intentOf, MOST_OF_ONE } from "./stripe-requests.ts";
import { failureOf } from "./stripe-seen-rules.ts";

/** Asks it; whoever holds the card can pay the intent themselves if their bank wants that. */
export async function authoriseSavedCard(
  stripe: Stripe,
  payment: Payment,
  amountOre: number,
  due: string | null,
): Promise<AskedCard> {
  const { customerId, paymentMethodId, intentId } = payment.provider;
  if (customerId === null || paymentMethodId === null) {
    throw new GatewayError("stripe", `No card is saved for payment ${payment.id}`, false);
  }
  const step = `authorise/${amountOre}/${due ?? intentId ?? "first"}`;
  const { metadata, ...wanted } = intentOf({ ...payment, limitOre: amountOre }, customerId);
  const made = await madeBefore(stripe, customerId, step) ??
    await writing(
      `${payment.id}/${step}`,
      (options) =>
        stripe.paymentIntents.create({ ...wanted, metadata: { ...metadata, step } }, options),
    );
  if (made.status !== "requires_payment_method") return answerOf(made);
  await confirmAlone(stripe, payment, made.id, paymentMethodId);
  return answerOf(await asking(() => stripe.paymentIntents.retrieve(made.id)));
}

function answerOf({ id: intentId, status, last_payment_error }: Stripe.PaymentIntent): AskedCard {
  const failure = failureOf(last_payment_error) ?? { code: "unknown", declineCode: null };
  return { ids: { intentId, sessionId: null }, isHeld: status === "requires_capture", failure };
}

/** That of a try whose answer was lost, and whose key may be forgotten. */
async function madeBefore(
  stripe: Stripe,
  customer: string,
  step: string,
): Promise<Stripe.PaymentIntent | null> {
  const { data } = await asking(() => stripe.paymentIntents.list({ customer, limit: MOST_OF_ONE }));
  const isIt = ({ metadata, status }: Stripe.PaymentIntent) =>
    metadata.step === step && status !== "canceled";
  return data.find(isIt) ?? null;
}

/** What their bank refuses stands in the intent. */
async function confirmAlone(
  stripe: Stripe,
  payment: Payment,
  intentId: string,
  paymentMethodId: string,
): Promise<void> {
  try {
    await writing(
      `${payment.id}/confirm/${intentId}`,
      (options) =>
        stripe.paymentIntents.confirm(intentId, {
          ...{ payment_method: paymentMethodId, off_session: true },
        }, options),
    );
  } catch (error) {
    if (!(error instanceof GatewayError) || error.retriable) throw error;
  }
}
