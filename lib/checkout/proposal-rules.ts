// What may be given back by whom, and what follows from it. Pure.
import { hasPersonalNumber } from "../forms/personal-number.ts";
import { type Payment, refundableOre, type RefundReason } from "../payments/payment.ts";
import {
  MAX_REFUND_NOTE_LENGTH,
  type ProposalFault,
  type RefundProposal,
} from "./refund-proposal.ts";

/** Reasons for which the customer pays less than was sold, so that a credit note follows; others were never the price. */
const LOWERS_SALE: ReadonlySet<RefundReason> = new Set<RefundReason>([
  ...["late", "goodwill", "error", "no-vehicle"] as const,
]);

/** Why an amount of a payment cannot go back, or null. */
export function refundFault(payment: Payment | null, amountOre: number): ProposalFault | null {
  if (payment === null) return "no-payment";
  if (payment.status !== "captured") return "not-taken";
  if (!Number.isSafeInteger(amountOre) || amountOre <= 0) return "amount-none";
  return amountOre > refundableOre(payment) ? "amount-high" : null;
}

/** Why a note is none, or null. */
export function noteFault(note: string): ProposalFault | null {
  if (note === "") return "note-missing";
  if (note.length > MAX_REFUND_NOTE_LENGTH) return "note-long";
  return hasPersonalNumber(note) ? "note-personal" : null;
}

/** True when somebody may give it back alone: what they gave of the booking before counts, so that parts are no way around it. */
export function isWithinLimit(
  { by, amountOre }: Pick<RefundProposal, "by" | "amountOre">,
  before: readonly RefundProposal[],
  limitOre: number,
): boolean {
  const givenOre = before.filter((one) => one.by === by && one.state === "asked")
    .reduce((sum, one) => sum + one.amountOre, 0);
  return givenOre + amountOre <= limitOre;
}

/** What is looked at before it is done. */
export interface RefundPreview {
  amountOre: number;
  /** What the customer will have paid then. */
  paidOre: number;
  /** Whether a credit note lowers the sale. */
  hasCreditNote: boolean;
  /** Whether a second person has to say yes. */
  needsSecond: boolean;
}

/** It, of a payment it can be of. */
export function refundPreview(
  payment: Payment,
  wanted: Pick<RefundProposal, "amountOre" | "reason" | "by">,
  before: readonly RefundProposal[],
  limitOre: number,
): RefundPreview {
  const { amountOre, reason } = wanted;
  return {
    amountOre,
    paidOre: refundableOre(payment) - amountOre,
    hasCreditNote: LOWERS_SALE.has(reason),
    needsSecond: !isWithinLimit(wanted, before, limitOre),
  };
}
