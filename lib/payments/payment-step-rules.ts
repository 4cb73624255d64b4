// What is to be done next about a payment, from how it stands: whoever was killed in between asks again and goes on. Pure.
import { isUnpaid, restOre } from "./payment-rules.ts";
import type { Payment, Refund } from "./payment.ts";

/** One call outside, or a refund to be written down before it is asked for. */
export type PaymentStep =
  | { do: "authorise"; amountOre: number }
  | { do: "capture"; amountOre: number }
  | { do: "cancel" }
  | { do: "refund"; refund: Refund }
  | { do: "return-rest" };

/** The next step, or null when nothing is to be done now. */
export function nextStep(payment: Payment, nowMs: number): PaymentStep | null {
  const { wish, refunds } = payment;
  const asked = refunds.find(({ status, providerId }) =>
    status === "pending" && providerId === null
  );
  if (asked !== undefined) return { do: "refund", refund: asked };
  return wish === null ? whileOpen(payment, nowMs) : settling(payment, wish.keepOre);
}

/** The ride is still to come: what was saved is authorised in time, and for what it costs now. */
function whileOpen(
  { status, authoriseAt, limitOre, authorisedOre, provider }: Payment,
  nowMs: number,
): PaymentStep | null {
  const isDue = authoriseAt !== null && Date.parse(authoriseAt) <= nowMs;
  if (status === "card-saved" && isDue) return { do: "authorise", amountOre: limitOre };
  const isTooLittle = status === "authorised" && authorisedOre < limitOre;
  return isTooLittle && provider.paymentMethodId !== null
    ? { do: "authorise", amountOre: limitOre }
    : null;
}

/** The ride is settled: so much of it is ours. */
function settling(payment: Payment, keepOre: number): PaymentStep | null {
  const { status } = payment;
  if (status === "captured") return restOre(payment) > 0 ? { do: "return-rest" } : null;
  if (status === "authorised") {
    return keepOre > 0 ? { do: "capture", amountOre: keepOre } : { do: "cancel" };
  }
  if (!isUnpaid(payment)) return null;
  if (keepOre === 0) return { do: "cancel" };
  return status === "card-saved" ? { do: "authorise", amountOre: keepOre } : null;
}
