// What moves the balance: money that comes in less Stripe's fee, money that goes back, and what is paid out to the bank.
import type { Books } from "./books.ts";
import type { Charge, Movement } from "./objects.ts";

/** Stripe's price of a Swedish card: 1.5 % and 1.80 kr; stripe.com/se/pricing. */
const FEE_PERCENT = 1.5;
const FEE_FIXED = 180;

/** Money of a charge comes in. */
export function moveIn(books: Books, charge: Charge): void {
  const amount = charge.amount_captured;
  const fee = Math.round(amount * FEE_PERCENT / 100) + FEE_FIXED;
  move(books, { type: isCard(charge) ? "charge" : "payment", amount, fee, source: charge.id });
}

/** Money of a charge goes back; above zero it has come back to us again. */
export function moveBack(books: Books, charge: Charge, source: string, amount: number): void {
  const failed = isCard(charge) ? "refund_failure" : "payment_failure_refund";
  const back = isCard(charge) ? "refund" : "payment_refund";
  move(books, { type: amount > 0 ? failed : back, amount, fee: 0, source });
}

/** A bank takes the money of a charge, or gives it back. */
export function adjust(books: Books, source: string, amount: number): void {
  move(books, { type: "adjustment", amount, fee: 0, source });
}

/** All that stands there goes to the bank. */
export function payOut(books: Books): void {
  const amount = [...books.movements.values()].reduce((sum, { net }) => sum + net, 0);
  if (amount > 0) move(books, { type: "payout", amount: -amount, fee: 0, source: books.id("po") });
}

function move(
  books: Books,
  { type, amount, fee, source }: Pick<Movement, "type" | "amount" | "fee" | "source">,
): void {
  const id = books.id("txn");
  const facts = { id, object: "balance_transaction", created: books.now() } as const;
  const net = amount - fee;
  books.movements.set(id, { ...facts, type, amount, fee, net, source, currency: "sek" });
}

function isCard({ payment_method_details: { type } }: Charge): boolean {
  return type === "card";
}
