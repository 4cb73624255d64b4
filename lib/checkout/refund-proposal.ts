// Money somebody who works here wants to give back: asked for at once as far as their role goes, else when a second person
// has said yes.
import type { RefundReason } from "../payments/payment.ts";

/** Where one is. */
export const PROPOSAL_STATES = [
  /** For a second person. */
  "waiting",
  /** It is asked for; how far it has come its refund says, which has the same id. */
  "asked",
  "declined",
] as const;

/** Reasons somebody may give; the others the product finds by itself. */
export const PROPOSED_REASONS = [
  ...["goodwill", "late", "error", "duplicate", "no-vehicle"] as const,
] as const satisfies readonly RefundReason[];

/** One of them. */
export type ProposedReason = typeof PROPOSED_REASONS[number];

/** One. */
export interface RefundProposal {
  /** A ULID, made with the form: a form that is sent twice is one. */
  id: string;
  bookingId: string;
  paymentId: string;
  amountOre: number;
  reason: ProposedReason;
  /** Why, in their own words. */
  note: string;
  /** Id of the person. */
  by: string;
  at: string;
  state: typeof PROPOSAL_STATES[number];
  /** Id of who decided about one that waited; null for all others. */
  decidedBy: string | null;
  decidedAt: string | null;
}

/** Longest note, in characters. */
export const MAX_REFUND_NOTE_LENGTH = 500;

/** Why nothing was done. */
export type ProposalFault =
  /** There is none, or it is of another booking. */
  | "no-payment"
  /** Nothing was taken yet. */
  | "not-taken"
  | "amount-none"
  /** More than can still go back. */
  | "amount-high"
  | "note-missing"
  | "note-long"
  /** Numbers of people do not belong there. */
  | "note-personal"
  /** Somebody has decided. */
  | "decided"
  /** Nobody says yes to what they wanted themselves. */
  | "own"
  /** It is more than who decides may give back. */
  | "above-limit";
