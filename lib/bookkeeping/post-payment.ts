// Enters what happened to a payment into the books, and what is given back of a sale with it.
import type { Payment, PaymentId } from "../payments/payment.ts";
import type { PaymentStore } from "../payments/payment-store.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { OpenBooks } from "./open-books.ts";
import { loweredBy, paidOre, paymentSteps, unposted } from "./payment-posting.ts";
import { standingSale, withSale } from "./standing-sale.ts";
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
  { id, at }: { id: PaymentId; at: string },
): Promise<void> {
  const stored = await payments.get(id);
  if (stored !== null) await postPaymentRow(books, stored.payment, at);
}

/** Enters a payment; what is booked of it already is not booked again. */
export async function postPaymentRow(
  books: OpenBooks,
  payment: Payment,
  at: string,
): Promise<void> {
  const posted = await books.posted(payment.bookingId);
  if (posted === null) return;
  const before = posted.payments.find(({ id }) => id === payment.id) ?? unposted(payment);
  const { vouchers, after } = paymentSteps(before, payment);
  if (vouchers.length === 0) return;
  for (const voucher of vouchers) await books.post(voucher, at);
  const others = posted.payments.filter(({ id }) => id !== payment.id);
  const date = localDate(Temporal.Instant.from(at));
  const next = {
    ...posted,
    payments: [...others, after],
    keptFor: date > posted.keptFor ? date : posted.keptFor,
  };
  books.setPosted(payment.bookingId, await lowerSale(books, next, at));
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
  return withSale(posted, credit, { standing: original.id, on: "" });
}
