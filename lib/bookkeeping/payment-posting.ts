// How the money of payments is booked, in the books of the company that takes it: pure. What is booked of a payment is compared
// with the payment as it is, so that what was told twice, or not at all, comes to the same.
import type { Payment, Refund, RefundReason } from "../payments/payment.ts";
import type { PaymentMethod } from "../payments/payment-method.ts";
import type { AccountNumber } from "./account.ts";
import { HOUSE } from "./legal-entity.ts";
import type { PostedPayment } from "./sale.ts";
import { balanced, type VoucherDraft, type VoucherEntry, type VoucherText } from "./voucher.ts";

/** Reasons for which a customer pays less than was sold; others give back what was never the price. */
const LOWERING: ReadonlySet<RefundReason> = new Set<RefundReason>([
  ...["late", "goodwill", "error", "no-vehicle", "dispute"] as const,
]);

/** What is to be booked of a payment, and what is booked of it after that. */
export interface PaymentSteps {
  vouchers: VoucherDraft[];
  after: PostedPayment;
}

/** A payment of which nothing is booked. */
export function unposted({ id, method }: Pick<Payment, "id" | "method">): PostedPayment {
  return { id, method, capturedOre: 0, refunds: [], dispute: "none" };
}

/** What is still to be booked of a payment as it is. Money that a driver takes is booked with the sale. */
export function paymentSteps(before: PostedPayment, payment: Payment): PaymentSteps {
  const places = placesOf(payment.method);
  if (places === null) return { vouchers: [], after: before };
  const { money, claim } = places;
  const move = (text: VoucherText, amountOre: number, from: AccountNumber, to: AccountNumber) =>
    voucherOf(payment, text, [{ account: to, amountOre }, {
      account: from,
      amountOre: -amountOre,
    }]);
  const vouchers: VoucherDraft[] = [];
  const capturedOre = payment.capturedOre - before.capturedOre;
  if (capturedOre !== 0) vouchers.push(move("captured", capturedOre, claim, money));
  const known = new Set(before.refunds.map(({ id }) => id));
  const refunds = payment.refunds.filter(({ id, status }) =>
    status === "succeeded" && !known.has(id)
  );
  for (const { amountOre } of refunds) vouchers.push(move("refunded", amountOre, money, claim));
  // A bank may send back what had arrived: it is with us again, and what it lowered stays so for the next try.
  const isBack = isSentBack(payment);
  const sentBack = before.refunds.filter(isBack);
  for (const { amountOre } of sentBack) {
    vouchers.push(move("refund-sent-back", amountOre, claim, money));
  }
  const disputed = payment.dispute?.amountOre ?? 0;
  const dispute = payment.dispute?.state ?? "none";
  if (dispute !== "none" && before.dispute === "none") {
    vouchers.push(move("disputed", disputed, money, 1515));
  }
  const isOpen = before.dispute === "none" || before.dispute === "open";
  if (isOpen && dispute === "won") vouchers.push(move("dispute-won", disputed, 1515, money));
  if (isOpen && dispute === "lost") vouchers.push(move("dispute-lost", disputed, 1515, 6351));
  const posted = refunds.map(({ id, amountOre, reason }) => ({ id, amountOre, reason }));
  const after: PostedPayment = {
    ...before,
    capturedOre: payment.capturedOre,
    refunds: [...before.refunds.filter((one) => !isBack(one)), ...posted],
    dispute,
  };
  return { vouchers, after };
}

function isSentBack({ refunds }: Payment): (one: { id: string }) => boolean {
  const failed = new Set(
    refunds.filter(({ status }) => status === "failed").map(({ id }): string => id),
  );
  return ({ id }) => failed.has(id);
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

/** Where the money of a method is, and where it is missed until the sale is booked. */
function placesOf(method: PaymentMethod): { money: AccountNumber; claim: AccountNumber } | null {
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

function voucherOf(
  { id }: Payment,
  text: VoucherText,
  entries: readonly VoucherEntry[],
): VoucherDraft {
  const source = { kind: "payment", id } as const;
  return { entityId: HOUSE, series: "B", text, entries: balanced(entries), source };
}
