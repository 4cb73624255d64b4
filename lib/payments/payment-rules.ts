// The life of a payment as pure decisions: what was captured is never more than was authorised, that never more than
// the limit, and what goes back never more than was captured.
import { DomainError } from "../errors/domain-error.ts";
import { invariant, unreachable } from "../kernel/invariant.ts";
import { decideRefused, decideRide } from "./ask-rules.ts";
import { movedBy } from "./moved-by.ts";
import {
  type Payment,
  type PaymentChange,
  type PaymentEvent,
  type PaymentFailure,
  type PaymentStatus,
  type Refund,
  refundableOre,
  type RefundId,
  type RefundReason,
} from "./payment.ts";

/** What somebody of ours wants of a payment. */
export type PaymentCommand =
  /** The ride is settled: so much is ours, the rest is let go or goes back. Once; again the same is nothing. */
  | { type: "settle"; keepOre: number; reason: RefundReason }
  | { type: "refund"; refund: Refund }
  | { type: "change-limit"; limitOre: number }
  /** The ride begins at another time: its card is asked for it in that time. */
  | { type: "change-ride"; rideAt: string; authoriseAt: string | null }
  /** A bank has refused the saved card; `due`: what it was asked for, null for a higher price. */
  | { type: "refuse"; due: string | null; failure: PaymentFailure }
  /** Of a settled payment: what is not ours goes back. */
  | { type: "return-rest"; refundId: RefundId }
  /** Nothing was ever taken, and nobody at the provider can say that it is over. */
  | { type: "void" };

/** Statuses nothing has been taken in. */
const UNPAID: ReadonlySet<PaymentStatus> = new Set<PaymentStatus>([
  ...["opened", "needs-action", "card-saved", "failed"] as const,
]);

/** True while its holder may still do or repeat something. */
export function isUnpaid({ status }: Pick<Payment, "status">): boolean {
  return UNPAID.has(status);
}

/** Turns a wish into what follows. Throws DomainError("payment-state") or ("payment-amount"). */
export function decidePayment(
  payment: Payment,
  command: PaymentCommand,
  at: string,
): PaymentChange[] {
  switch (command.type) {
    case "settle":
      return decideSettling(payment, command, at);
    case "refund":
      return decideRefund(payment, command.refund, at);
    case "change-limit":
      return decideLimit(payment, command.limitOre, at);
    case "change-ride":
      return decideRide(payment, command, at);
    case "refuse":
      return decideRefused(payment, command, at);
    case "return-rest":
      return decideRest(payment, command.refundId, at);
    case "void":
      return isUnpaid(payment) ? [{ at, type: "voided", reason: reasonOf(payment) }] : [];
    default:
      return unreachable(command);
  }
}

/** Reasons for which somebody pays less than was agreed. */
const GIVEN: ReadonlySet<RefundReason> = new Set<RefundReason>(["late", "goodwill"]);

/** What of a settled payment has still to go back, in öre; nothing where a bank refused a refund: a person looks then. */
export function restOre(payment: Payment): number {
  const { wish, refunds } = payment;
  if (wish === null || refunds.some(({ status }) => status === "failed")) return 0;
  // What is given back because of lateness or as goodwill is given of what is kept.
  const givenOre = refunds.filter(({ reason }) => GIVEN.has(reason))
    .reduce((sum, { amountOre }) => sum + amountOre, 0);
  const mostOre = refundableOre(payment);
  return Math.max(0, Math.min(mostOre, mostOre + givenOre - wish.keepOre));
}

/** The payment after a change. */
export function evolvePayment(payment: Payment, change: PaymentChange): Payment {
  const after = {
    ...applied(payment, change),
    movedAt: { ...payment.movedAt, ...movedBy(change) },
    ...{ changedAt: change.at, version: payment.version + 1 },
  };
  assertWhole(after);
  return after;
}

/** True for what others hear of. */
export function isTold(change: PaymentChange): change is PaymentEvent {
  return !SILENT.has(change.type);
}

const SILENT: ReadonlySet<PaymentChange["type"]> = new Set<PaymentChange["type"]>([
  ...["known", "refund-known", "wished", "asked", "ride-changed"] as const,
]);

function decideSettling(
  payment: Payment,
  { keepOre, reason }: { keepOre: number; reason: RefundReason },
  at: string,
): PaymentChange[] {
  const { wish, limitOre, authorisedOre, capturedOre, status } = payment;
  if (wish?.keepOre === keepOre) return [];
  // What was taken once cannot be taken again: only less of it can be kept.
  const most = capturedOre > 0 ? capturedOre : status === "authorised" ? authorisedOre : limitOre;
  if (keepOre < 0 || keepOre > Math.min(most, limitOre)) throw amountRefused(most);
  if (status === "voided" && keepOre > 0) throw stateRefused(payment, "settle");
  if (status === "voided") return [];
  return [{ at, type: "wished", wish: { keepOre, reason } }];
}

function decideRefund(payment: Payment, refund: Refund, at: string): PaymentChange[] {
  if (payment.refunds.some(({ id }) => id === refund.id)) return [];
  if (payment.status !== "captured") throw stateRefused(payment, "refund");
  const most = refundableOre(payment);
  const { amountOre } = refund;
  if (!Number.isSafeInteger(amountOre) || amountOre <= 0 || amountOre > most) {
    throw amountRefused(most);
  }
  return [{ at, type: "refund-asked", refund: { ...refund, status: "pending" } }];
}

function decideRest(payment: Payment, id: RefundId, at: string): PaymentChange[] {
  const amountOre = restOre(payment);
  if (payment.status !== "captured" || amountOre === 0) return [];
  const asked = { id, amountOre, reason: reasonOf(payment), status: "pending" } as const;
  return [{ at, type: "refund-asked", refund: { ...asked, providerId: null, at, by: "system" } }];
}

function reasonOf({ wish }: Payment): RefundReason {
  return wish?.reason ?? "cancelled";
}

function decideLimit(payment: Payment, limitOre: number, at: string): PaymentChange[] {
  if (limitOre === payment.limitOre) return [];
  if (payment.capturedOre > 0 || payment.status === "voided") {
    throw stateRefused(payment, "change-limit");
  }
  // What is authorised stays so, and a higher authorisation may be under way: how much is kept is said when the ride is settled.
  const isHeld = payment.status === "authorised" && limitOre < payment.limitOre;
  if (limitOre < payment.authorisedOre || isHeld) return [];
  return [{ at, type: "limit-changed", limitOre }];
}

function applied(payment: Payment, change: PaymentChange): Payment {
  const { status, failure } = payment;
  switch (change.type) {
    case "opened":
      return { ...payment, method: change.method, limitOre: change.limitOre };
    case "action-needed":
      return { ...payment, status: "needs-action", failure: null };
    case "card-saved":
      return savedCard(payment, change);
    case "authorised": {
      const { amountOre: authorisedOre, until: authorisedUntil } = change;
      // Of the same hold, made anew: its bank has refused more all the same.
      const isAsBefore = status === "authorised" && authorisedOre === payment.authorisedOre &&
        authorisedOre < payment.limitOre;
      const held = { ...payment, authorisedOre, authorisedUntil };
      return { ...held, status: "authorised", failure: isAsBefore ? failure : null };
    }
    case "captured":
      return { ...payment, status: "captured", capturedOre: change.amountOre };
    case "voided":
      return { ...payment, status: "voided", authorisedUntil: null };
    case "failed":
    case "ask-refused": {
      const { code, declineCode, type } = change;
      const then = type === "failed" ? type : status;
      return { ...payment, status: then, failure: { code, declineCode } };
    }
    case "asked":
      return { ...payment, askedFor: change.due };
    case "ride-changed":
      return { ...payment, rideAt: change.rideAt, authoriseAt: change.authoriseAt };
    case "disputed":
      return { ...payment, dispute: { amountOre: change.amountOre, state: "open" } };
    case "dispute-closed":
      return {
        ...payment,
        dispute: { amountOre: change.amountOre, state: change.won ? "won" : "lost" },
      };
    case "limit-changed":
      return {
        ...payment,
        limitOre: change.limitOre,
        failure: status === "failed" ? failure : null,
      };
    case "known":
      return { ...payment, provider: { ...payment.provider, ...change.ids } };
    case "wished":
      return { ...payment, wish: change.wish };
    case "refund-asked":
      return { ...payment, refunds: [...payment.refunds, change.refund] };
    case "refunded":
      return withRefund(payment, change.refundId, { status: "succeeded" });
    case "refund-failed":
      return withRefund(payment, change.refundId, { status: "failed" });
    case "refund-known":
      return withRefund(payment, change.refundId, { providerId: change.providerId });
    default:
      return unreachable(change);
  }
}

/** Saved, or saved again: what it held has ended or was let go of, and it is due unless the ride is far ahead. */
function savedCard(
  payment: Payment,
  { at, paymentMethodId }: PaymentChange & { type: "card-saved" },
): Payment {
  const { authoriseAt, status } = payment;
  const isAhead = authoriseAt !== null && Date.parse(authoriseAt) > Date.parse(at);
  return {
    ...payment,
    ...{ status: "card-saved", failure: null, authorisedOre: 0, authorisedUntil: null },
    authoriseAt: status !== "authorised" || isAhead ? authoriseAt : at,
    askedFor: null,
    provider: { ...payment.provider, paymentMethodId },
  };
}

function withRefund(payment: Payment, id: Refund["id"], fields: Partial<Refund>): Payment {
  const refunds = payment.refunds.map((one) => one.id === id ? { ...one, ...fields } : one);
  return { ...payment, refunds };
}

/** The provider would have to be wrong for one of these not to hold: nothing is written then, and a person looks. */
function assertWhole({ limitOre, authorisedOre, capturedOre, refunds, id }: Payment): void {
  const back = refunds.filter(({ status }) => status !== "failed");
  const backOre = back.reduce((sum, { amountOre }) => sum + amountOre, 0);
  invariant(authorisedOre <= limitOre, `More is authorised than may be taken: payment ${id}`);
  invariant(capturedOre <= authorisedOre, `More was captured than authorised: payment ${id}`);
  invariant(backOre <= capturedOre, `More goes back than was captured: payment ${id}`);
}

function stateRefused({ status }: Payment, action: PaymentCommand["type"]): DomainError {
  return new DomainError("payment-state", { action, paymentStatus: status });
}

function amountRefused(mostOre: number): DomainError {
  return new DomainError("payment-amount", { mostOre });
}
