// What a document that is archived does to the invoices, in the same commit: one that is to be paid is a new one, a credit note
// lowers the one it cites.
import type { BuyerStore } from "../../invoicing/buyer-store.ts";
import type { Transaction } from "../../kv/transaction.ts";
import type { DocumentContent } from "../documents/document.ts";
import type { Sale } from "../sale.ts";
import { credited } from "./invoice.ts";
import { type InvoiceStore, writeInvoice } from "./invoice-store.ts";

/** What entering needs. */
export interface EnterDocumentDeps {
  invoices: Pick<InvoiceStore, "get">;
  buyers: Pick<BuyerStore, "free">;
}

/** Enters the document of a sale; `ofBooking` are all sales of its booking, `mark` is the buyer's. */
export async function enterDocument(
  deps: EnterDocumentDeps,
  tx: Transaction,
  { sale, content, ofBooking, mark }: {
    sale: Sale;
    content: DocumentContent;
    ofBooking: readonly Sale[];
    mark: string;
  },
): Promise<void> {
  const { id, entityId, document, totalOre, bookingId } = sale;
  if (content.terms !== null) {
    const { dueDate, ocr } = content.terms;
    const credits = ofBooking.filter((one) => one.credits === id)
      .map((one) => ({ id: one.id, amountOre: -one.totalOre }));
    const made = { id, entityId, document, date: content.date, dueDate, ocr, totalOre, credits };
    const after = { ...made, payments: [], remindedOn: [], bookingIds: [bookingId], mark };
    await writeInvoice(deps, tx, { before: null, after });
    return;
  }
  // A credit note that is drawn before its invoice is in the list above.
  const before = sale.credits === null ? null : await deps.invoices.get(sale.credits);
  if (before === null) return;
  const after = credited(before.invoice, id, -totalOre);
  if (after !== before.invoice) await writeInvoice(deps, tx, { before, after });
}
