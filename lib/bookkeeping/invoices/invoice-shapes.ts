// What stored invoices look like.
import { listOf, number, record, text } from "../../kernel/shape.ts";
import type { Invoice, InvoicePayment } from "./invoice.ts";

/** An invoice. */
export const invoiceShape = record<Invoice>({
  ...{ id: text, entityId: text, date: text, dueDate: text, ocr: text, totalOre: number },
  document: record<Invoice["document"]>({ series: text, number }),
  credits: listOf(record<Invoice["credits"][number]>({ id: text, amountOre: number })),
  payments: listOf(record<InvoicePayment>({ date: text, amountOre: number })),
  ...{ remindedOn: listOf(text), bookingIds: listOf(text), mark: text },
});
