// The families of bookkeeping: sales, vouchers, and how far the books have come. They stand in the product's own database, on the
// machine it runs on (docs/bookkeeping.md says what that means for where bookkeeping may be stored).
import type { HolderId } from "../fleet/vehicle.ts";
import { family } from "../kv/family.ts";
import {
  booksShape,
  noteShape,
  postedShape,
  saleRefShape,
  saleShape,
  voucherShape,
} from "./bookkeeping-shapes.ts";
import type { BookNote, NoteId } from "./book-note.ts";
import type { ArchivedDocument, DocumentPart } from "./documents/archived-document.ts";
import { archivedDocumentShape, documentPartShape } from "./documents/document-shapes.ts";
import { sealedDocument, sealedPart } from "./documents/sealed-documents.ts";
import type { EntityBooks } from "./entity-books.ts";
import type { Invoice } from "./invoices/invoice.ts";
import { invoiceShape } from "./invoices/invoice-shapes.ts";
import { text } from "../kernel/shape.ts";
import type { DocumentSeries, PostedBooking, Sale, SaleId, SaleRef } from "./sale.ts";
import type { Voucher, VoucherSeries } from "./voucher.ts";

const BOOKKEEPING = { until: "rule", rule: "bookkeeping" } as const;

/** Families of this room. */
export const bookkeepingKeys = {
  /** Sales and what was given back, by the day they are booked on. */
  sale: family<[entity: HolderId, date: string, id: SaleId], Sale>("sale", {
    privacy: "C2",
    subject: "driver",
    kept: BOOKKEEPING,
    unsealed: "facts of rides without a person",
    shape: saleShape,
  }),
  /** By the number of its document. */
  saleDocument: family<[entity: HolderId, series: DocumentSeries, number: number], SaleRef>(
    "saleDocument",
    { privacy: "C1", subject: "nobody", kept: BOOKKEEPING, shape: saleRefShape },
  ),
  /** Vouchers, by the day they are booked on. */
  voucher: family<
    [entity: HolderId, date: string, series: VoucherSeries, number: number],
    Voucher
  >("voucher", { privacy: "C1", subject: "nobody", kept: BOOKKEEPING, shape: voucherShape }),
  /** The next number of each series of an entity. */
  documentSeries: family<[entity: HolderId], EntityBooks>("documentSeries", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: booksShape,
  }),
  /** What the books were told by people and by other rooms, and whether it is booked. */
  bookNote: family<[id: NoteId], BookNote>("bookNote", {
    privacy: "C1",
    subject: "nobody",
    kept: BOOKKEEPING,
    shape: noteShape,
  }),
  /** What is booked of a booking: whoever books it again finds that it is. */
  bookingPosted: family<[bookingId: string], PostedBooking>("bookingPosted", {
    privacy: "C1",
    subject: "nobody",
    kept: BOOKKEEPING,
    shape: postedShape,
  }),
  /** What each document says, by the sale it is of. */
  archivedDocument: family<[id: SaleId], ArchivedDocument>("archivedDocument", {
    privacy: "C3",
    subject: "customer",
    kept: BOOKKEEPING,
    sealed: sealedDocument,
    shape: archivedDocumentShape,
  }),
  /** Invoices: what of each is paid, given back, and owed. */
  invoice: family<[id: SaleId], Invoice>("invoice", {
    privacy: "C2",
    subject: "customer",
    kept: BOOKKEEPING,
    unsealed: "facts of rides without a person",
    shape: invoiceShape,
  }),
  /** Those that are not paid, by the day they are due. */
  openInvoice: family<[dueDate: string, id: SaleId], string>("openInvoice", {
    privacy: "C1",
    subject: "nobody",
    kept: BOOKKEEPING,
    shape: text,
  }),
  /** Its bytes by its day, in parts that fit a row. */
  documentPart: family<[date: string, id: SaleId, part: number], DocumentPart>("documentPart", {
    privacy: "C3",
    subject: "customer",
    kept: BOOKKEEPING,
    sealed: sealedPart,
    shape: documentPartShape,
  }),
} as const;
