// What follows for a payment from what the provider says of it now. Asked as often as anybody likes and in any order: what
// is known already is nothing new, and what is seen late takes nothing back.
import { invariant, unreachable } from "../kernel/invariant.ts";
import { hasSavedCard } from "./ask-rules.ts";
import { isUnpaid } from "./payment-rules.ts";
import type {
  Dispute,
  Payment,
  PaymentChange,
  PaymentFailure,
  ProviderIds,
  Refund,
} from "./payment.ts";

/** What the provider says of a payment as it is now, whatever was heard of it before. */
export interface SeenPayment {
  ids: Partial<ProviderIds>;
  /** `none`: there is nothing at the provider yet. */
  status: "none" | "waiting" | "needs-action" | "card-saved" | "authorised" | "captured" | "voided";
  authorisedOre: number;
  capturedOre: number;
  until: string | null;
  failure: PaymentFailure | null;
  /** What its refunds have come to, by our ids. */
  refunds: readonly Omit<Refund, "by">[];
  dispute: Dispute | null;
}

/** What follows from what the provider says: nothing when it is known already, so that who asks when does not matter. */
export function decideSeen(payment: Payment, seen: SeenPayment, at: string): PaymentChange[] {
  return [newIds, seenMoney, seenRefunds, seenDispute].flatMap((rule) => rule(payment, seen, at));
}

function newIds({ provider }: Payment, { ids }: SeenPayment, at: string): PaymentChange[] {
  const isNew = Object.entries(ids).some(([name, id]) =>
    Object.entries(provider).some(([known, value]) => known === name && value !== id)
  );
  return isNew ? [{ at, type: "known", ids }] : [];
}

function seenMoney(payment: Payment, seen: SeenPayment, at: string): PaymentChange[] {
  // What is seen late is of before.
  if (payment.status === "captured") return [];
  if (payment.status === "voided") return paidAfterEnd(payment, seen, at);
  const { authorisedOre: amountOre, until } = seen;
  // Of the same amount, held anew: until another day.
  const isKnown = payment.authorisedOre === amountOre &&
    (seen.status === "captured" || payment.authorisedUntil === until);
  const authorised: PaymentChange[] = isKnown || amountOre === 0
    ? []
    : authorisedNow(payment, seen, at);
  switch (seen.status) {
    case "captured":
      return [...authorised, { at, type: "captured", amountOre: seen.capturedOre }];
    case "authorised":
      return authorised;
    case "voided":
      if (isHoldOver(payment)) return savedAgain(payment, at);
      // Ours, let go of for another that is not written down yet: it may be opened again.
      if (payment.wish === null && isUnpaid(payment)) return [forgotten(at)];
      return [{ at, type: "voided", reason: payment.wish?.reason ?? "error" }];
    case "card-saved":
      return savedCard(payment, seen, at);
    case "needs-action":
      return payment.status === "needs-action" ? [] : [{ at, type: "action-needed" }];
    case "waiting":
      return seenFailure(payment, seen, at);
    case "none":
      return [];
    default:
      return unreachable(seen.status);
  }
}

/** Somebody has paid what was given up: it is written down, for only what is known is let go of or goes back. */
function paidAfterEnd(payment: Payment, seen: SeenPayment, at: string): PaymentChange[] {
  if (seen.status !== "authorised" && seen.status !== "captured") return [];
  const { wish } = payment;
  const nothing: PaymentChange = {
    ...{ at, type: "wished", wish: { keepOre: 0, reason: wish?.reason ?? "error" } },
  };
  const authorised = [nothing, ...authorisedNow(payment, seen, at)];
  return seen.status === "authorised"
    ? authorised
    : [...authorised, { at, type: "captured", amountOre: seen.capturedOre }];
}

/** Whoever was shown a former price may have paid it: more is held then, and no more kept of it than the ride costs. */
function authorisedNow({ limitOre }: Payment, seen: SeenPayment, at: string): PaymentChange[] {
  const { authorisedOre: amountOre, until } = seen;
  const authorised: PaymentChange = { at, type: "authorised", amountOre, until };
  return amountOre > limitOre
    ? [{ at, type: "limit-changed", limitOre: amountOre }, authorised]
    : [authorised];
}

/** What a card held has ended by itself, or was let go of until the ride is nearer; its money is wanted as before. */
function isHoldOver(payment: Payment): boolean {
  const { status, wish } = payment;
  const isWanted = wish === null || wish.keepOre > 0;
  return status === "authorised" && isWanted && hasSavedCard(payment);
}

function savedAgain({ provider: { paymentMethodId } }: Payment, at: string): PaymentChange[] {
  invariant(paymentMethodId !== null, "A card is saved");
  return [
    { at, type: "known", ids: { intentId: null, chargeId: null } },
    { at, type: "card-saved", paymentMethodId },
  ];
}

function forgotten(at: string): PaymentChange {
  return { at, type: "known", ids: { intentId: null, setupIntentId: null } };
}

function savedCard(payment: Payment, seen: SeenPayment, at: string): PaymentChange[] {
  const { paymentMethodId = null } = seen.ids;
  if (payment.status === "card-saved" || paymentMethodId === null) {
    return seenFailure(payment, seen, at);
  }
  return [{ at, type: "card-saved", paymentMethodId }];
}

function seenFailure(
  { failure: known, status }: Payment,
  { failure }: SeenPayment,
  at: string,
): PaymentChange[] {
  if (failure === null) return [];
  const isKnown = known?.code === failure.code && known.declineCode === failure.declineCode;
  return status === "failed" && isKnown ? [] : [{ at, type: "failed", ...failure }];
}

function seenRefunds({ refunds }: Payment, seen: SeenPayment, at: string): PaymentChange[] {
  return seen.refunds.flatMap((one, i): PaymentChange[] => {
    const { id: refundId, status, providerId } = one;
    const known = refunds.find(({ id }) => id === refundId);
    if (known === undefined) {
      const isFirst = seen.refunds.findIndex(({ id }) => id === refundId) === i;
      return isFirst ? recalledRefund(one, at) : [];
    }
    const named: PaymentChange[] = providerId === null || known.providerId === providerId
      ? []
      : [{ at, type: "refund-known", refundId, providerId }];
    return [...named, ...refundOutcome(known, status, at)];
  });
}

/** One of ours that our books have lost: they were restored from a copy. */
function recalledRefund(
  { status, ...seen }: SeenPayment["refunds"][number],
  at: string,
): PaymentChange[] {
  const refund: Refund = { ...seen, status: "pending", by: "system" };
  return [{ at, type: "refund-asked", refund }, ...refundOutcome(refund, status, at)];
}

function refundOutcome(
  { id: refundId, amountOre, reason, status: known }: Refund,
  status: Refund["status"],
  at: string,
): PaymentChange[] {
  if (known === status || status === "pending") return [];
  // A bank may send one back that had succeeded.
  if (status === "failed") return [{ at, type: "refund-failed", refundId, amountOre }];
  return known === "failed" ? [] : [{ at, type: "refunded", refundId, amountOre, reason }];
}

function seenDispute({ dispute: known }: Payment, { dispute }: SeenPayment, at: string) {
  const changes: PaymentChange[] = [];
  if (dispute === null || (known !== null && known.state !== "open")) return changes;
  const { amountOre, state } = dispute;
  if (known?.amountOre !== amountOre) changes.push({ at, type: "disputed", amountOre });
  if (state !== "open") {
    changes.push({ at, type: "dispute-closed", won: state === "won", amountOre });
  }
  return changes;
}
