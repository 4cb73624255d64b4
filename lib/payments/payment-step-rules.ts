// What is to be done next about a payment, from how it stands: whoever was killed in between asks again and goes on. Pure.
import { AT_THE_END, dueAsk, hasSavedCard, isRefused } from "./ask-rules.ts";
import { isUnpaid, restOre } from "./payment-rules.ts";
import type { Payment, Refund } from "./payment.ts";

/** One call outside, or a refund to be written down before it is asked for. */
export type PaymentStep =
  /** `due`: the planned time it is asked for, null for a higher price. */
  | { do: "authorise"; amountOre: number; due: string | null }
  /** The ride is further ahead than a card is held for. */
  | { do: "release" }
  | { do: "capture"; amountOre: number }
  | { do: "cancel" }
  | { do: "refund"; refund: Refund }
  | { do: "return-rest" }
  /** Nothing is asked of anybody any more: nobody's card stays saved. */
  | { do: "forget" };

/** The next step, or null when nothing is to be done now. */
export function nextStep(payment: Payment, nowMs: number): PaymentStep | null {
  const { wish, refunds } = payment;
  const asked = refunds.find(({ status, providerId }) =>
    status === "pending" && providerId === null
  );
  if (asked !== undefined) return { do: "refund", refund: asked };
  const next = wish === null ? whileOpen(payment, nowMs) : settling(payment, wish.keepOre);
  return next ?? (isDone(payment) ? { do: "forget" } : null);
}

function isDone({ status, wish, provider }: Payment): boolean {
  const isOver = status === "voided" || (status === "captured" && wish !== null);
  return isOver && provider.customerId !== null;
}

/** The ride is still to come: what was saved is authorised in time, for what it costs now, and held until then. */
function whileOpen(payment: Payment, nowMs: number): PaymentStep | null {
  const { status, authoriseAt, limitOre, authorisedOre, failure } = payment;
  const isHeld = status === "authorised" && hasSavedCard(payment);
  if (isHeld && authoriseAt !== null && Date.parse(authoriseAt) > nowMs) return { do: "release" };
  const due = dueAsk(payment, nowMs);
  // What a bank has refused beyond what it holds is missing, and others may have paid it.
  const mostOre = isHeld && failure !== null ? authorisedOre : limitOre;
  if (due !== null) return { do: "authorise", amountOre: mostOre, due };
  // A bank that refuses more has the last word until somebody does something.
  return isHeld && authorisedOre < limitOre && failure === null
    ? { do: "authorise", amountOre: limitOre, due }
    : null;
}

/** The ride is settled: so much of it is ours. */
function settling(payment: Payment, keepOre: number): PaymentStep | null {
  const { status, askedFor, authorisedOre } = payment;
  if (status === "captured") return restOre(payment) > 0 ? { do: "return-rest" } : null;
  if (status === "authorised") {
    // Less may be held than is wanted, where the price rose before it was paid.
    const amountOre = Math.min(keepOre, authorisedOre);
    return amountOre > 0 ? { do: "capture", amountOre } : { do: "cancel" };
  }
  if (!isUnpaid(payment)) return null;
  if (keepOre === 0) return { do: "cancel" };
  const isAsked = askedFor === AT_THE_END || (status !== "card-saved" && !isRefused(payment));
  return isAsked || !hasSavedCard(payment)
    ? null
    : { do: "authorise", amountOre: keepOre, due: AT_THE_END };
}
