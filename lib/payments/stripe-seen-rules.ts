// What Stripe's objects say, in our words. Pure. States: docs.stripe.com/payments/paymentintents/lifecycle.
import type Stripe from "stripe";
import { GatewayError } from "../errors/gateway-error.ts";
import {
  type Dispute,
  type PaymentFailure,
  type Refund,
  REFUND_REASONS,
  refundId,
} from "./payment.ts";
import type { SeenPayment } from "./seen-payment-rules.ts";

/** Nothing of a payment is at the provider yet. */
export const NOTHING_SEEN: SeenPayment = {
  ...{ ids: {}, status: "none", authorisedOre: 0, capturedOre: 0, until: null },
  ...{ failure: null, refunds: [], dispute: null },
};

/** A payment as its intent says it is. */
export function seenOfIntent(intent: Stripe.PaymentIntent): SeenPayment {
  const charge = chargeOf(intent);
  const { amount, amount_capturable, amount_received, last_payment_error } = intent;
  const ids = {
    intentId: intent.id,
    ...(charge === null ? {} : { chargeId: charge.id }),
    ...(intent.payment_method === null ? {} : { paymentMethodId: idOf(intent.payment_method) }),
  };
  const seen = { ...NOTHING_SEEN, ids };
  switch (intent.status) {
    case "requires_payment_method":
    case "requires_confirmation":
    case "processing":
      return { ...seen, status: "waiting", failure: failureOf(last_payment_error) };
    case "requires_action":
      return { ...seen, status: "needs-action" };
    case "requires_capture":
      return {
        ...{ ...seen, status: "authorised", authorisedOre: amount_capturable },
        until: instantOf(charge?.payment_method_details?.card?.capture_before),
      };
    case "succeeded":
      return { ...seen, status: "captured", authorisedOre: amount, capturedOre: amount_received };
    case "canceled":
      return { ...seen, status: "voided" };
    default:
      throw new GatewayError("stripe", `Stripe knows a state we do not: ${intent.status}`, false);
  }
}

/** A payment as the saving of its card says it is. */
export function seenOfSetup(setup: Stripe.SetupIntent): SeenPayment {
  const methodId = setup.payment_method === null ? null : idOf(setup.payment_method);
  const ids = {
    setupIntentId: setup.id,
    ...(methodId === null ? {} : { paymentMethodId: methodId }),
  };
  const seen = { ...NOTHING_SEEN, ids };
  switch (setup.status) {
    case "requires_payment_method":
    case "requires_confirmation":
    case "processing":
      return { ...seen, status: "waiting", failure: failureOf(setup.last_setup_error) };
    case "requires_action":
      return { ...seen, status: "needs-action" };
    case "succeeded":
      return { ...seen, status: "card-saved" };
    case "canceled":
      return { ...seen, status: "voided" };
    default:
      throw new GatewayError("stripe", `Stripe knows a state we do not: ${setup.status}`, false);
  }
}

/** What its refunds have come to; those that are none of ours are left out: the comparison of the day finds them. */
export function seenRefunds(refunds: readonly Stripe.Refund[]): SeenPayment["refunds"] {
  return refunds.flatMap(({ id: providerId, metadata, status, amount, created }) => {
    const { refund: id, reason: why } = metadata ?? {};
    if (id === undefined) return [];
    const reason = REFUND_REASONS.find((one) => one === why) ?? "error";
    const at = instantOf(created) ?? "";
    return [{
      ...{ id: refundId(id), status: refundStatus(status), providerId },
      ...{ amountOre: amount, reason, at },
    }];
  });
}

/** What becomes of the money once its bank has decided. */
const DECIDED: Readonly<Record<string, Dispute["state"]>> = { won: "won", lost: "lost" };

/** How the newest dispute stands; one that is only asked about takes no money. */
export function seenDispute(disputes: readonly Stripe.Dispute[]): Dispute | null {
  const taking = disputes.filter(({ status }) =>
    !status.startsWith("warning_") && status !== "prevented"
  );
  const [newest] = taking.toSorted((a, b) => b.created - a.created);
  if (newest === undefined) return null;
  const { amount: amountOre, status } = newest;
  return { amountOre, state: DECIDED[status] ?? "open" };
}

/** The id of what may be expanded. */
export function idOf(thing: string | { id: string }): string {
  return typeof thing === "string" ? thing : thing.id;
}

/** The charge of an intent, when it was asked for with it. */
export function chargeOf({ latest_charge: charge }: Stripe.PaymentIntent): Stripe.Charge | null {
  return charge === null || typeof charge === "string" ? null : charge;
}

/** An instant of Stripe's seconds. */
export function instantOf(seconds: number | undefined): string | null {
  return seconds === undefined ? null : new Date(seconds * 1000).toISOString();
}

/** Why a try came to nothing. */
export function failureOf(
  error: Stripe.PaymentIntent.LastPaymentError | Stripe.SetupIntent.LastSetupError | null,
): PaymentFailure | null {
  if (error === null) return null;
  return { code: error.code ?? error.type, declineCode: error.decline_code ?? null };
}

function refundStatus(status: string | null): Refund["status"] {
  if (status === "succeeded") return "succeeded";
  return status === "failed" || status === "canceled" ? "failed" : "pending";
}
