// Which version brought each field of the rows of bookkeeping.
import type { BookNote } from "../../lib/bookkeeping/book-note.ts";
import type { EntityBooks } from "../../lib/bookkeeping/entity-books.ts";
import { bookkeepingKeys } from "../../lib/bookkeeping/keys.ts";
import type { PostedBooking, Sale, SaleLine, SaleRef } from "../../lib/bookkeeping/sale.ts";
import type { Voucher } from "../../lib/bookkeeping/voucher.ts";
import type { AnyFamily, Key } from "../../lib/kv/family.ts";
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
  ...{ entityId: 1, date: 1, series: 1, number: 1, text: 1, postedAt: 1 },
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

const NOTE: Fields<BookNote> = { id: 1, at: 1, fact: 1, isPosted: 1 };

/** Each family with its fields. */
export const BOOKKEEPING_ROWS: readonly {
  rows: AnyFamily & { prefix: Key<unknown> };
  fields: StoredFields;
}[] = [
  { rows: bookkeepingKeys.sale, fields: SALE },
  { rows: bookkeepingKeys.voucher, fields: VOUCHER },
  { rows: bookkeepingKeys.documentSeries, fields: BOOKS },
  { rows: bookkeepingKeys.bookNote, fields: NOTE },
  { rows: bookkeepingKeys.bookingPosted, fields: POSTED },
];
