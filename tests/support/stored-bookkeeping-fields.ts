// Which version brought each field of the rows of bookkeeping.
import type { BookNote } from "../../lib/bookkeeping/book-note.ts";
import type {
  ArchivedDocument,
  DocumentPart,
} from "../../lib/bookkeeping/documents/archived-document.ts";
import type { EntityBooks } from "../../lib/bookkeeping/entity-books.ts";
import type { Invoice } from "../../lib/bookkeeping/invoices/invoice.ts";
import { bookkeepingKeys } from "../../lib/bookkeeping/keys.ts";
import type { PostedBooking, Sale, SaleLine, SaleRef } from "../../lib/bookkeeping/sale.ts";
import type { Voucher } from "../../lib/bookkeeping/voucher.ts";
import type { FortnoxLink } from "../../lib/fortnox/fortnox.ts";
import { fortnoxKeys } from "../../lib/fortnox/keys.ts";
import { invoicingKeys } from "../../lib/invoicing/keys.ts";
import type { AnyFamily, Key } from "../../lib/kv/family.ts";
import { BUYER_FIELDS, CLAIMS_FIELDS } from "./stored-invoicing-fields.ts";
import type { Fields, StoredFields } from "./stored-fields.ts";

const REF: Fields<SaleRef> = { entityId: 1, date: 1, id: 1 };

const LINE: Fields<SaleLine> = {
  ...{ code: 1, label: 1, amountOre: 1, vatRatePercent: 1, vatOre: 1 },
};

const SALE: Fields<Sale> = {
  ...REF,
  ...{ bookingId: 1, kind: 1, at: 1, lines: [LINE], totalOre: 1, vatOre: 1, method: 1 },
  ...{ vehicleId: 1, driverId: 1, distanceMeters: 1, durationSeconds: 1, credits: 1 },
  document: { series: 1, number: 1 },
};

const VOUCHER: Fields<Voucher> = {
  ...{ entityId: 1, date: 1, happenedOn: 1, series: 1, number: 1, text: 1, postedAt: 1 },
  entries: [{ account: 1, amountOre: 1, holderId: 1 }],
  source: { kind: 1, id: 1 },
};

const BOOKS: Fields<EntityBooks> = { next: 1, closedThrough: 1 };

const POSTED: Fields<PostedBooking> = {
  ...{ version: 1, sales: [REF], standing: 1, keptFor: 1 },
  payments: [{
    id: 1,
    method: 1,
    capturedOre: 1,
    refunds: [{ id: 1, amountOre: 1, reason: 1 }],
    dispute: 1,
  }],
};

const NOTE: Fields<BookNote> = { id: 1, at: 1, fact: 1, isPosted: 1, keptFor: 1 };

/** Of a document of the archive. */
export const DOCUMENT_FIELDS: Fields<ArchivedDocument> = {
  ...{ id: 1, date: 1, locale: 1, sha256: 1, parts: 1, archivedAt: 1 },
  content: {
    ...{ series: 1, number: 1, date: 1, kind: 1, of: 1, totalOre: 1, vatOre: 1, method: 1 },
    seller: {
      ...{ name: 1, organisationNumber: 1, vatNumber: 1, permitNumber: 1 },
      address: { street: 1, postcode: 1, city: 1 },
    },
    buyer: {
      ...{ name: 1, organisationNumber: 1, reference: 1, peppolId: 1 },
      ...{ street: 1, postcode: 1, city: 1 },
    },
    ride: { distanceMeters: 1, durationSeconds: 1, registration: 1, driverCode: 1 },
    lines: [{ ...LINE, date: 1, reference: 1 }],
    vat: [{ ratePercent: 1, baseOre: 1, vatOre: 1 }],
    credits: { series: 1, number: 1, date: 1 },
    terms: { dueDate: 1, ocr: 1, bankgiro: 1 },
  },
};

/** Of its bytes. */
export const DOCUMENT_PART_FIELDS: Fields<DocumentPart> = { base64: 1 };

/** Of a link to Fortnox. */
export const FORTNOX_FIELDS: Fields<FortnoxLink> = {
  tokens: { access: 1, refresh: 1, accessUntil: 1 },
  ...{ connectedAt: 1, start: { from: 1, series: 1 } },
  through: { date: 1, series: 1, number: 1 },
  sending: { date: 1, series: 1, number: 1 },
  ...{ sent: 1, busyUntil: 1, paceFullAtMs: 1 },
  trouble: { kind: 1, at: 1, said: 1 },
};

const INVOICE: Fields<Invoice> = {
  ...{ id: 1, entityId: 1, date: 1, dueDate: 1, ocr: 1, totalOre: 1 },
  document: { series: 1, number: 1 },
  credits: [{ id: 1, amountOre: 1 }],
  payments: [{ date: 1, amountOre: 1 }],
  ...{ remindedOn: 1, bookingIds: 1, mark: 1 },
};

/** Each family with its fields. */
export const BOOKKEEPING_ROWS: readonly {
  rows: AnyFamily & { prefix: Key<unknown> };
  fields: StoredFields;
}[] = [
  { rows: invoicingKeys.bookedBuyer, fields: BUYER_FIELDS },
  { rows: invoicingKeys.buyerClaims, fields: CLAIMS_FIELDS },
  { rows: bookkeepingKeys.invoice, fields: INVOICE },
  { rows: bookkeepingKeys.sale, fields: SALE },
  { rows: bookkeepingKeys.voucher, fields: VOUCHER },
  { rows: bookkeepingKeys.documentSeries, fields: BOOKS },
  { rows: bookkeepingKeys.bookNote, fields: NOTE },
  { rows: bookkeepingKeys.bookingPosted, fields: POSTED },
  { rows: bookkeepingKeys.archivedDocument, fields: DOCUMENT_FIELDS },
  { rows: bookkeepingKeys.documentPart, fields: DOCUMENT_PART_FIELDS },
  { rows: fortnoxKeys.fortnoxLink, fields: FORTNOX_FIELDS },
];
