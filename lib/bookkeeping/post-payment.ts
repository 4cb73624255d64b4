// Enters what happened to a payment into the books, and what is given back of a sale with it.
import type { Payment, PaymentId } from "../payments/payment.ts";
import type { PaymentStore } from "../payments/payment-store.ts";
import type { OpenBooks } from "./open-books.ts";
import { loweredBy, paidOre, paymentSteps, unposted } from "./payment-posting.ts";
import { keptThrough, standingSale, withSale } from "./standing-sale.ts";
import type { PostedBooking, SaleKind } from "./sale.ts";
import { creditOf, standingOre } from "./sale-rules.ts";

/** What entering a payment needs. */
export interface PostPaymentDeps {
  payments: Pick<PaymentStore, "get">;
}

/** Enters a payment as it is now. */
export async function postPayment(
  { payments }: PostPaymentDeps,
  books: OpenBooks,
  id: PaymentId,
): Promise<void> {
  const stored = await payments.get(id);
  if (stored !== null) await postPaymentRow(books, stored.payment);
}

/** Enters a payment; what is booked of it already is not booked again. */
export async function postPaymentRow(books: OpenBooks, payment: Payment): Promise<void> {
  let posted = await books.posted(payment.bookingId);
  if (posted === null) return;
  const before = posted.payments.find(({ id }) => id === payment.id) ?? unposted(payment);
  const others = posted.payments.filter(({ id }) => id !== payment.id);
  const steps = paymentSteps(before, payment);
  for (const { at, voucher, after } of steps) {
    const booked = keptThrough(posted, await books.post(voucher, at));
    posted = await lowerSale(books, { ...booked, payments: [...others, after] }, at);
  }
  if (steps.length > 0) books.setPosted(payment.bookingId, posted);
}

/** Gives back of the sale that stands what the customer got back of its price. */
export async function lowerSale(
  books: OpenBooks,
  posted: PostedBooking,
  at: string,
): Promise<PostedBooking> {
  const { original, credits } = await standingSale(books, posted);
  const { amountOre, reason } = loweredBy(posted.payments);
  if (original === null || amountOre === 0) return posted;
  const soldOre = standingOre(original, credits);
  const creditedOre = original.totalOre - soldOre;
  const creditOre = Math.min(amountOre - creditedOre, soldOre - paidOre(posted.payments));
  if (creditOre <= 0) return posted;
  const kind: SaleKind = reason === "late"
    ? "lateness"
    : reason === "goodwill"
    ? "goodwill"
    : "credit";
  const credit = await books.sell(creditOf(original, credits, { at, kind, amountOre: creditOre }));
  return withSale(posted, credit, original.id);
}
