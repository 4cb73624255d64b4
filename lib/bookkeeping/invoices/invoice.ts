// An invoice after it was made out: what of it is paid, given back, and still owed. Who owes it stands on its document alone.
import type { HolderId } from "../../fleet/vehicle.ts";
import type { SaleId } from "../sale.ts";

/** An invoice. */
export interface Invoice {
  /** Of its document. */
  id: SaleId;
  entityId: HolderId;
  document: { series: string; number: number };
  /** Local dates. */
  date: string;
  dueDate: string;
  ocr: string;
  totalOre: number;
  /** Credit notes that cite it; amounts above zero. */
  credits: { id: SaleId; amountOre: number }[];
  payments: InvoicePayment[];
  /** Days on which its buyer was reminded, local. */
  remindedOn: string[];
  bookingIds: string[];
  /** The buyer's mark; "" where nobody is known. */
  mark: string;
}

/** Money that came for one. */
export interface InvoicePayment {
  /** The day it came, local. */
  date: string;
  amountOre: number;
}

/** What is still owed, in öre; below zero what was paid too much. */
export function leftOre({ totalOre, credits, payments }: Invoice): number {
  const creditedOre = credits.reduce((sum, { amountOre }) => sum + amountOre, 0);
  const paidOre = payments.reduce((sum, { amountOre }) => sum + amountOre, 0);
  return totalOre - creditedOre - paidOre;
}

/** The invoice with a credit note; the same when it is known. */
export function credited(invoice: Invoice, id: SaleId, amountOre: number): Invoice {
  if (invoice.credits.some((one) => one.id === id)) return invoice;
  return { ...invoice, credits: [...invoice.credits, { id, amountOre }] };
}

/** Why a payment cannot be noted: there is none, it is more than is owed, its day is still to come. */
export type PaymentFault = "nothing" | "too-much" | "not-yet";

/** What speaks against noting a payment; null: nothing. */
export function paymentFault(
  invoice: Invoice,
  { date, amountOre }: InvoicePayment,
  today: string,
): PaymentFault | null {
  if (amountOre <= 0) return "nothing";
  if (amountOre > leftOre(invoice)) return "too-much";
  return date > today ? "not-yet" : null;
}
