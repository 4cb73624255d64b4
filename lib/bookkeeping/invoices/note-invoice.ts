// Use cases of who keeps the books: an invoice was paid, its buyer was reminded, it is taken back.
import type { BuyerStore } from "../../invoicing/buyer-store.ts";
import { RequestError } from "../../errors/request-error.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { RandomBytes } from "../../kernel/ids.ts";
import { HOME_ZONE, localDate } from "../../kernel/wall-time.ts";
import { commitWithRetry, Unwritten } from "../../kv/commit.ts";
import type { Database } from "../../kv/open.ts";
import type { Transaction } from "../../kv/transaction.ts";
import { noteInBooks } from "../note-in-books.ts";
import type { SaleId } from "../sale.ts";
import {
  type Invoice,
  type InvoicePayment,
  leftOre,
  type PaymentFault,
  paymentFault,
} from "./invoice.ts";
import { type InvoiceStore, writeInvoice } from "./invoice-store.ts";

/** What noting needs. */
export interface NoteInvoiceDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  invoices: Pick<InvoiceStore, "get">;
  buyers: Pick<BuyerStore, "free">;
}

/** What was seen when somebody pressed: what was done to it since is not done again. */
export interface SeenInvoice {
  id: SaleId;
  leftOre: number;
}

/** Why nothing was noted: beside what is wrong with a payment, somebody was faster, or there is money to be sent back first. */
export type InvoiceFault = PaymentFault | "changed" | "paid";

/** Notes money that came; why it cannot be noted, or null. Throws RequestError("not-found"). */
export function noteInvoicePayment(
  deps: NoteInvoiceDeps,
  seen: SeenInvoice,
  payment: InvoicePayment,
): Promise<InvoiceFault | null> {
  const { amountOre, date } = payment;
  return change(deps, seen, (invoice, tx) => {
    const fault = paymentFault(invoice, payment, localDate(deps.clock.now()));
    if (fault !== null) return fault;
    const [bookingId = ""] = invoice.bookingIds;
    // Booked on the day the money came, whatever the hour.
    const noon = { timeZone: HOME_ZONE, plainTime: "12:00" };
    const at = Temporal.PlainDate.from(date).toZonedDateTime(noon).toInstant().toString();
    noteInBooks(deps, tx, { type: "invoice-paid", bookingId, amountOre }, at);
    return { ...invoice, payments: [...invoice.payments, payment] };
  });
}

/** Writes down that its buyer was reminded today. Answers and throws as noteInvoicePayment does. */
export function noteReminder(
  deps: NoteInvoiceDeps,
  seen: SeenInvoice,
): Promise<InvoiceFault | null> {
  const today = localDate(deps.clock.now());
  return change(deps, seen, (invoice) => {
    const others = invoice.remindedOn.filter((date) => date !== today);
    return { ...invoice, remindedOn: [...others, today] };
  });
}

/** Takes back what is left of an invoice: the books make its credit notes. Answers and throws as noteInvoicePayment does. */
export function creditInvoice(
  deps: NoteInvoiceDeps,
  seen: SeenInvoice,
): Promise<InvoiceFault | null> {
  return change(deps, seen, (invoice, tx) => {
    if (invoice.payments.length > 0) return "paid";
    noteInBooks(deps, tx, { type: "invoice-credited", invoiceId: seen.id });
    // Written as it is: of two who take it back at once the second finds it taken back, or nothing to take.
    return invoice;
  });
}

async function change(
  deps: NoteInvoiceDeps,
  seen: SeenInvoice,
  to: (invoice: Invoice, tx: Transaction) => Invoice | InvoiceFault,
): Promise<InvoiceFault | null> {
  const { value } = await commitWithRetry<InvoiceFault | null>(deps.db, async (tx) => {
    const before = await deps.invoices.get(seen.id);
    if (before === null) throw new RequestError("not-found", {});
    if (leftOre(before.invoice) !== seen.leftOre) return new Unwritten("changed");
    const after = to(before.invoice, tx);
    if (typeof after === "string") return new Unwritten(after);
    await writeInvoice(deps, tx, { before, after });
    return null;
  });
  return value;
}
