// How the money of payments is booked, in the books of the company that takes it: pure. What is booked of a payment is compared
// with the payment as it is, so that what was told twice, or not at all, comes to the same.
import type { Payment, Refund, RefundReason } from "../payments/payment.ts";
import type { PaymentMethod } from "../payments/payment-method.ts";
import type { AccountNumber } from "./account.ts";
import { HOUSE } from "./legal-entity.ts";
import type { PostedPayment } from "./sale.ts";
import { balanced, type VoucherDraft, type VoucherText } from "./voucher.ts";

/** Reasons for which a customer pays less than was sold; others give back what was never the price. */
const LOWERING: ReadonlySet<RefundReason> = new Set<RefundReason>([
  ...["late", "goodwill", "error", "no-vehicle", "dispute"] as const,
]);

/** One move of money that is not booked yet. */
export interface PaymentStep {
  /** When it happened, instant in UTC: whoever reads it days later books it on its own day. */
  at: string;
  voucher: VoucherDraft;
  /** What is booked of the payment after it. */
  after: PostedPayment;
}

/** A payment of which nothing is booked. */
export function unposted({ id, method }: Pick<Payment, "id" | "method">): PostedPayment {
  return { id, method, capturedOre: 0, refunds: [], dispute: "none" };
}

/**
 * What is still to be booked of a payment as it is, in the order it happened in. Money that a driver takes is booked with
 * the sale.
 */
export function paymentSteps(before: PostedPayment, payment: Payment): PaymentStep[] {
  const places = placesOf(payment.method);
  if (places === null) return [];
  const moves = [
    ...capturedMoves(before, payment, places),
    ...refundMoves(before, payment, places),
    ...disputeMoves(before, payment, places),
  ];
  const dated = moves.map((move) => ({
    ...move,
    at: payment.movedAt[move.name] ?? payment.changedAt,
  }));
  let after = before;
  return dated.sort((a, b) => Temporal.Instant.compare(a.at, b.at)).map((move) => {
    after = move.then(after);
    return { at: move.at, voucher: voucherOf(payment, move), after };
  });
}

/** Where money is, and where it is missed until the sale is booked. */
interface Places {
  money: AccountNumber;
  claim: AccountNumber;
}

interface Move {
  /** Under which the payment says when it happened. */
  name: string;
  text: VoucherText;
  amountOre: number;
  from: AccountNumber;
  to: AccountNumber;
  then: (posted: PostedPayment) => PostedPayment;
}

function capturedMoves(
  before: PostedPayment,
  { capturedOre }: Payment,
  { money, claim }: Places,
): Move[] {
  const amountOre = capturedOre - before.capturedOre;
  if (amountOre === 0) return [];
  const then = (posted: PostedPayment) => ({ ...posted, capturedOre });
  return [{ name: "captured", text: "captured", amountOre, from: claim, to: money, then }];
}

function refundMoves(
  before: PostedPayment,
  { refunds }: Payment,
  { money, claim }: Places,
): Move[] {
  const known = new Set<string>(before.refunds.map(({ id }) => id));
  const arrived = refunds.filter(({ id, status }) => status === "succeeded" && !known.has(id));
  // A bank may send back what had arrived: it is with us again, and what it lowered stays so for the next try.
  const sentBack = refunds.filter(({ id, status }) => status === "failed" && known.has(id));
  return [
    ...arrived.map(({ id, amountOre, reason }): Move => ({
      ...{ name: id, text: "refunded", amountOre, from: money, to: claim },
      then: (posted) => ({ ...posted, refunds: [...posted.refunds, { id, amountOre, reason }] }),
    })),
    ...sentBack.map(({ id, amountOre }): Move => ({
      ...{ name: id, text: "refund-sent-back", amountOre, from: claim, to: money },
      then: (posted) => ({ ...posted, refunds: posted.refunds.filter((one) => one.id !== id) }),
    })),
  ];
}

function disputeMoves(before: PostedPayment, { dispute }: Payment, { money }: Places): Move[] {
  if (dispute === null) return [];
  const { amountOre, state } = dispute;
  const opened: Move = {
    ...{ name: "disputed", text: "disputed", amountOre, from: money, to: 1515 },
    then: (posted) => ({ ...posted, dispute: "open" }),
  };
  const isOver = before.dispute === "won" || before.dispute === "lost";
  return [
    ...(before.dispute === "none" ? [opened] : []),
    ...(isOver || state === "open" ? [] : [closedMove(state, amountOre, money)]),
  ];
}

function closedMove(state: "won" | "lost", amountOre: number, money: AccountNumber): Move {
  const text = state === "won" ? "dispute-won" : "dispute-lost";
  const then = (posted: PostedPayment) => ({ ...posted, dispute: state });
  return {
    name: "dispute-closed",
    text,
    amountOre,
    from: 1515,
    to: state === "won" ? money : 6351,
    then,
  };
}

/** What a customer has paid and not got back, in öre. */
export function paidOre(payments: readonly PostedPayment[]): number {
  return payments.reduce((sum, { capturedOre, refunds }) => sum + capturedOre - sumOf(refunds), 0);
}

/** What was given back because less was to be paid than was sold: the sum, and the newest reason. */
export function loweredBy(
  payments: readonly PostedPayment[],
): { amountOre: number; reason: RefundReason | null } {
  const lowering = payments.flatMap(({ refunds }) => refunds)
    .filter(({ reason }) => LOWERING.has(reason));
  return { amountOre: sumOf(lowering), reason: lowering.at(-1)?.reason ?? null };
}

function sumOf(refunds: readonly Pick<Refund, "amountOre">[]): number {
  return refunds.reduce((sum, { amountOre }) => sum + amountOre, 0);
}

/** The places of a method; null where a driver takes the money. */
function placesOf(method: PaymentMethod): Places | null {
  switch (method) {
    case "card":
      return { money: 1580, claim: 2420 };
    case "swish":
      return { money: 1584, claim: 2420 };
    case "invoice":
      return { money: 1930, claim: 1510 };
    case "car":
      return null;
  }
}

function voucherOf({ id }: Payment, { text, amountOre, from, to }: Move): VoucherDraft {
  const entries = [{ account: to, amountOre }, { account: from, amountOre: -amountOre }];
  const source = { kind: "payment", id } as const;
  return { entityId: HOUSE, series: "B", text, entries: balanced(entries), source };
}
