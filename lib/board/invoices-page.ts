// Invoices that are not paid, the one that was due first on top, and what who keeps the books can note of each.
import type { OperatorSession } from "../accounts/session.ts";
import type { Company } from "../bookkeeping/legal-entity.ts";
import { legalEntities } from "../bookkeeping/legal-entity.ts";
import type { DocumentStore } from "../bookkeeping/documents/document-store.ts";
import { type Invoice, leftOre } from "../bookkeeping/invoices/invoice.ts";
import type { InvoiceStore } from "../bookkeeping/invoices/invoice-store.ts";
import {
  creditInvoice,
  type InvoiceFault,
  type NoteInvoiceDeps,
  noteInvoicePayment,
  noteReminder,
} from "../bookkeeping/invoices/note-invoice.ts";
import { saleId } from "../bookkeeping/sale.ts";
import { bookingId } from "../booking/booking.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { showMarks } from "../kernel/acting.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** Most the page shows: their documents are read for their buyers. */
export const MAX_SHOWN_INVOICES = 100;

/** What the page needs. */
export interface InvoicesPageDeps extends FramedDeps, NoteInvoiceDeps {
  invoices: InvoiceStore;
  documents: Pick<DocumentStore, "ofSales">;
  bookings: Pick<BookingStore, "getAll">;
  company: Company;
  fleet: Pick<FleetStore, "all">;
}

/** One on the page. */
export interface ShownInvoice {
  invoice: Invoice;
  leftOre: number;
  seller: string;
  /** "" where nobody is named on it. */
  buyer: string;
}

/** The page. */
export interface InvoicesPage extends Framed {
  shown: readonly ShownInvoice[];
  hasMore: boolean;
  /** Of all that are shown, and of those that should have been paid. */
  sums: { openOre: number; overdueOre: number };
  today: string;
  mayNote: boolean;
  fault: InvoiceFault | null;
}

/** Reads it. */
export async function loadInvoices(
  deps: InvoicesPageDeps,
  operator: OperatorSession,
  fault: InvoiceFault | null = null,
): Promise<InvoicesPage> {
  const open = await deps.invoices.open();
  const some = open.slice(0, MAX_SHOWN_INVOICES);
  const [frame, documents, fleet] = await Promise.all([
    framed(deps, operator),
    deps.documents.ofSales(some),
    deps.fleet.all(),
    showBuyers(deps, some),
  ]);
  const buyers = new Map(documents.map(({ id, content }) => [id, content.buyer?.name ?? ""]));
  const sellers = new Map(legalEntities(deps.company, fleet).map(({ id, name }) => [id, name]));
  const today = localDate(deps.clock.now());
  const shown = some.map((invoice) => ({
    ...{ invoice, leftOre: leftOre(invoice), buyer: buyers.get(invoice.id) ?? "" },
    seller: sellers.get(invoice.entityId) ?? invoice.entityId,
  }));
  const overdue = shown.filter(({ invoice }) => invoice.dueDate < today);
  return {
    ...{ ...frame, shown, hasMore: open.length > some.length, today, fault },
    sums: { openOre: sumOf(shown), overdueOre: sumOf(overdue) },
    mayNote: operator.rights.includes("close-books"),
  };
}

/** Says whose data invoices show: a buyer may be a person, and is known by the rides. */
export async function showBuyers(
  { bookings }: { bookings: Pick<BookingStore, "getAll"> },
  invoices: readonly Invoice[],
): Promise<void> {
  for (const { id } of invoices) showMarks([], `invoice/${id}`);
  await bookings.getAll(invoices.flatMap(({ bookingIds }) => bookingIds.map(bookingId)));
}

/** Notes what a form says; why nothing was noted, or null. Throws RequestError("not-found") for no invoice. */
export async function answerInvoiceForm(
  deps: NoteInvoiceDeps,
  fields: ReadonlyMap<string, string>,
): Promise<InvoiceFault | null> {
  const seen = {
    id: saleId(fields.get("invoice") ?? ""),
    leftOre: Number(fields.get("left") ?? ""),
  };
  switch (fields.get("action")) {
    case "remind":
      return await noteReminder(deps, seen);
    case "credit":
      return await creditInvoice(deps, seen);
    default: {
      const date = fields.get("date") ?? "";
      const amountOre = oreIn(fields.get("amount") ?? "");
      if (!isLocalDate(date) || amountOre === null) return "nothing";
      return await noteInvoicePayment(deps, seen, { date, amountOre });
    }
  }
}

/** Kronor as they are typed, with a comma or a point: `495`, `1 495,50`; null for what is no amount. */
function oreIn(typed: string): number | null {
  const text = typed.replace(/[\s\u00a0]/g, "").replace(",", ".");
  return /^\d{1,7}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : null;
}

function sumOf(shown: readonly ShownInvoice[]): number {
  return shown.reduce((sum, one) => sum + one.leftOre, 0);
}
