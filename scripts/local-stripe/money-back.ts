// Money that goes back: refunds we ask for, and what banks take.
import type { Books } from "./books.ts";
import { type FormFields, textOf, textsOf } from "./form-body.ts";
import { adjust, moveBack } from "./movements.ts";
import { invalid, type StripeDispute, type StripeRefund } from "./objects.ts";

/** Gives some of it back; never more than was taken. */
export function createRefund(books: Books, fields: FormFields): StripeRefund {
  const intent = books.get(books.intents, textOf(fields, "payment_intent") ?? "");
  const charge = books.get(books.charges, intent.latest_charge ?? "");
  const left = charge.amount_captured - charge.amount_refunded;
  const amount = Number(textOf(fields, "amount") ?? left);
  if (!charge.captured) throw invalid("charge_not_refundable", "Nothing was captured");
  if (charge.disputed) throw invalid("charge_disputed", "The charge is disputed");
  if (left === 0) throw invalid("charge_already_refunded", "All of it has gone back");
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > left) {
    throw invalid("amount_too_large", `Refund amount is greater than what is left (${left})`);
  }
  const refund: StripeRefund = {
    ...{ id: books.id("re"), object: "refund", created: books.now(), amount, charge: charge.id },
    ...{ currency: "sek", metadata: textsOf(fields, "metadata"), payment_intent: intent.id },
    status: "succeeded",
  };
  books.refunds.set(refund.id, refund);
  charge.amount_refunded += amount;
  moveBack(books, charge, refund.id, -amount);
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  books.tell("refund.created", refund);
  books.tell("charge.refunded", charge);
  return refund;
}

/** A bank sends a refund back: the card is closed. */
export function failRefund(books: Books, refund: StripeRefund): StripeRefund {
  const charge = books.get(books.charges, refund.charge);
  if (refund.status !== "failed") {
    charge.amount_refunded -= refund.amount;
    moveBack(books, charge, refund.id, refund.amount);
  }
  Object.assign(charge, { refunded: false });
  refund.status = "failed";
  books.tell("refund.failed", refund);
  return refund;
}

/** A bank takes back what was captured. */
export function openDispute(books: Books, chargeId: string): StripeDispute {
  const charge = books.get(books.charges, chargeId);
  const dispute: StripeDispute = {
    ...{ id: books.id("du"), object: "dispute", created: books.now(), charge: charge.id },
    amount: charge.amount_captured - charge.amount_refunded,
    ...{ payment_intent: charge.payment_intent, reason: "fraudulent", status: "needs_response" },
  };
  charge.disputed = true;
  adjust(books, dispute.id, -dispute.amount);
  books.disputes.set(dispute.id, dispute);
  books.tell("charge.dispute.created", dispute);
  return dispute;
}

/** It is decided. */
export function closeDispute(books: Books, dispute: StripeDispute, isWon: boolean): StripeDispute {
  dispute.status = isWon ? "won" : "lost";
  if (isWon) {
    books.get(books.charges, dispute.charge).disputed = false;
    adjust(books, dispute.id, dispute.amount);
  }
  books.tell("charge.dispute.closed", dispute);
  return dispute;
}
