// A payment of a booking: what may be taken, what was, and what was given back. Amounts and ids of ours and of the
// provider; whose money it is only the booking says, and nothing of a card is ever here.
import type { HolderId } from "../fleet/vehicle.ts";
import type { PaymentMethod } from "./payment-method.ts";
import type { FeedBody } from "../kv/feed-row.ts";

/** A ULID. */
export type PaymentId = string & { readonly __brand: "PaymentId" };

/** A ULID. */
export type RefundId = string & { readonly __brand: "RefundId" };

/** Where one is: opened: nothing asked yet; needs-action: its holder must do something; captured: also a part of it. */
export const PAYMENT_STATUSES = [
  "opened",
  "needs-action",
  /** Authorised later, when the ride is near enough. */
  "card-saved",
  "authorised",
  "captured",
  "voided",
  /** It may be tried again. */
  "failed",
] as const;

/** One of them. */
export type PaymentStatus = typeof PAYMENT_STATUSES[number];

/** Why money goes back. */
export const REFUND_REASONS = [
  "cancelled",
  "no-vehicle",
  "late",
  "goodwill",
  "error",
  "duplicate",
  "dispute",
  /** The ride costs less at the time it was moved to. */
  "moved",
] as const;

/** One of them. */
export type RefundReason = typeof REFUND_REASONS[number];

/** Who wanted money to go back; who of them stands in the audit log. */
export const REFUND_ACTORS = ["customer", "operator", "system"] as const;

/** One of them. */
export type RefundActor = typeof REFUND_ACTORS[number];

/** How far a refund has come. */
export const REFUND_STATUSES = ["pending", "succeeded", "failed"] as const;

/** Money that goes back. */
export interface Refund {
  id: RefundId;
  amountOre: number;
  reason: RefundReason;
  status: typeof REFUND_STATUSES[number];
  /** What the provider calls it, once it has it. */
  providerId: string | null;
  at: string;
  by: RefundActor;
}

/** Why a try came to nothing, in the provider's codes: `card_declined`, `insufficient_funds`. */
export interface PaymentFailure {
  code: string;
  declineCode: string | null;
}

/** How a dispute stands: while it is open the money is away, and so it is once it is lost. */
export const DISPUTE_STATES = ["open", "won", "lost"] as const;

/** What the holder's bank has taken back. */
export interface Dispute {
  amountOre: number;
  state: typeof DISPUTE_STATES[number];
}

/** What the provider calls what belongs to a payment. */
export interface ProviderIds {
  customerId: string | null;
  /** The one intent that may become money; an earlier one is cancelled before another is opened. */
  intentId: string | null;
  setupIntentId: string | null;
  /** The page of the provider's own. */
  sessionId: string | null;
  paymentMethodId: string | null;
  chargeId: string | null;
}

/** What is to become of it now that the ride is settled: how much of it is ours, 0 for nothing. */
export interface PaymentWish {
  keepOre: number;
  reason: RefundReason;
}

/** A payment. */
export interface Payment {
  id: PaymentId;
  bookingId: string;
  method: PaymentMethod;
  /** Whose sale it is: the permit holder; null while no car is certain. */
  entityId: HolderId | null;
  /** Most that may be taken. */
  limitOre: number;
  status: PaymentStatus;
  authorisedOre: number;
  capturedOre: number;
  refunds: readonly Refund[];
  dispute: Dispute | null;
  provider: ProviderIds;
  failure: PaymentFailure | null;
  /** When the ride begins; null where nobody has said. */
  rideAt: string | null;
  /** When a saved card is to be authorised; null where that is done at once. */
  authoriseAt: string | null;
  /** The last of the planned times that the card was asked for with nobody there, see ask-rules; null for none. */
  askedFor: string | null;
  /** Until when what is authorised can be captured; null where nothing is. */
  authorisedUntil: string | null;
  wish: PaymentWish | null;
  /** When its money moved, as instants: `captured`, `disputed`, `dispute-closed`, and each refund by its id. */
  movedAt: Readonly<Record<string, string>>;
  openedAt: string;
  changedAt: string;
  version: number;
}

/** What happens to a payment and others hear of. */
export type PaymentEvent =
  & { at: string }
  & (
    | { type: "opened"; method: PaymentMethod; limitOre: number }
    | { type: "action-needed" }
    | { type: "card-saved"; paymentMethodId: string }
    | { type: "authorised"; amountOre: number; until: string | null }
    /** Of all that was captured; Swish: at once. */
    | { type: "captured"; amountOre: number }
    | { type: "refund-asked"; refund: Refund }
    | { type: "refunded"; refundId: RefundId; amountOre: number; reason: RefundReason }
    | { type: "refund-failed"; refundId: RefundId; amountOre: number }
    | { type: "voided"; reason: RefundReason }
    | { type: "failed"; code: string; declineCode: string | null }
    /** The saved card was, with nobody there; whatever stood before stands on. */
    | { type: "ask-refused"; code: string; declineCode: string | null }
    | { type: "disputed"; amountOre: number }
    | { type: "dispute-closed"; won: boolean; amountOre: number }
    | { type: "limit-changed"; limitOre: number }
  );

/** Something happened to a payment; the sums are as they were then. */
export interface PaymentChanged extends FeedBody {
  paymentId: PaymentId;
  bookingId: string;
  method: PaymentMethod;
  entityId: HolderId | null;
  event: PaymentEvent;
  capturedOre: number;
  refundedOre: number;
}

/** What else changes in its row and is nobody else's: what the provider calls it, and what is wanted of it. */
export type PaymentChange =
  | PaymentEvent
  | { at: string; type: "known"; ids: Partial<ProviderIds> }
  | { at: string; type: "refund-known"; refundId: RefundId; providerId: string }
  | { at: string; type: "wished"; wish: PaymentWish }
  | { at: string; type: "asked"; due: string }
  | { at: string; type: "ride-changed"; rideAt: string; authoriseAt: string | null };

/** Brands a string as PaymentId. */
export function paymentId(id: string): PaymentId {
  return id as PaymentId;
}

/** Brands a string as RefundId. */
export function refundId(id: string): RefundId {
  return id as RefundId;
}

/** What goes back or has gone, in öre: what is on its way counts. */
export function refundedOre({ refunds }: Pick<Payment, "refunds">): number {
  return refunds.filter(({ status }) => status !== "failed")
    .reduce((sum, { amountOre }) => sum + amountOre, 0);
}

/** What can still go back, in öre; what the holder's bank has taken cannot. */
export function refundableOre(
  payment: Pick<Payment, "refunds" | "capturedOre" | "dispute">,
): number {
  const { dispute, capturedOre } = payment;
  const takenOre = dispute === null || dispute.state === "won" ? 0 : dispute.amountOre;
  return Math.max(0, capturedOre - takenOre - refundedOre(payment));
}
