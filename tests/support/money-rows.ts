// Rows of money that waits for somebody, as many as one wants.
import { bookkeepingKeys } from "../../lib/bookkeeping/keys.ts";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import { saleId } from "../../lib/bookkeeping/sale.ts";
import { checkoutKeys } from "../../lib/checkout/keys.ts";
import { nextDate } from "../../lib/kernel/local-date.ts";
import type { Transaction } from "../../lib/kv/transaction.ts";
import { reconciliationKeys } from "../../lib/reconciliation/keys.ts";
import { freshDay } from "../../lib/reconciliation/reconciled-day.ts";

/** A compared day, the `nth` before `date`, a difference and an unpaid invoice of `date`, and a refund of a booking that waits. */
export function addMoneyRows(
  tx: Transaction,
  { at, nth, id, date, bookingId }: {
    at: string;
    nth: number;
    id: string;
    date: string;
    bookingId: string;
  },
): void {
  const day = nextDate(date, -nth);
  tx.set(reconciliationKeys.reconciledDay(day), freshDay(day, at));
  tx.set(reconciliationKeys.difference(id), {
    ...{ id, kind: "unknown-charge", date, foundAt: at, note: "" },
    ...{ providerId: null, paymentId: null, bookingId: null, theirs: null, ours: null },
    ...{ settledAt: null, settledBy: null },
  });
  tx.set(reconciliationKeys.differenceByDay(date, id), id);
  tx.set(reconciliationKeys.openDifference(id), id);
  tx.set(checkoutKeys.refundProposal(bookingId, id), {
    ...{ id, bookingId, paymentId: "p", amountOre: 100, note: "", reason: "goodwill", by: "a", at },
    ...{ state: "waiting", decidedBy: null, decidedAt: null },
  });
  tx.set(checkoutKeys.waitingProposal(id), bookingId);
  const invoice = saleId(id);
  tx.set(bookkeepingKeys.invoice(invoice), {
    ...{ id: invoice, entityId: HOUSE, document: { series: "F", number: nth + 1 } },
    ...{ date, dueDate: date, ocr: "", totalOre: 100, credits: [], payments: [], remindedOn: [] },
    ...{ bookingIds: [bookingId], mark: "" },
  });
  tx.set(bookkeepingKeys.openInvoice(date, invoice), invoice);
}
