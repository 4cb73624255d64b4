// What stored sales, vouchers and the state of the books look like.
import {
  anything,
  flag,
  instant,
  listOf,
  named,
  number,
  orMissing,
  orNull,
  record,
  type Shape,
  text,
  word,
} from "../kernel/shape.ts";
import { ACCOUNTS } from "./account.ts";
import type { BookNote } from "./book-note.ts";
import type { EntityBooks } from "./entity-books.ts";
import {
  DOCUMENT_SERIES,
  type DocumentNumber,
  type PostedBooking,
  type PostedPayment,
  type Sale,
  SALE_KINDS,
  SALE_METHODS,
  type SaleLine,
  type SaleRef,
} from "./sale.ts";
import {
  type Voucher,
  VOUCHER_SERIES,
  VOUCHER_TEXTS,
  type VoucherEntry,
  type VoucherSource,
} from "./voucher.ts";

const accounts: ReadonlySet<unknown> = new Set(ACCOUNTS);
const account: Shape = (value) => accounts.has(value);

/** Where a sale stands. */
export const saleRefShape = record<SaleRef>({ entityId: text, date: text, id: text });

/** A sale. */
export const saleShape = record<Sale>({
  ...{ entityId: text, date: text, id: text, bookingId: text },
  kind: word(SALE_KINDS),
  at: instant,
  lines: listOf(record<SaleLine>({
    ...{ code: text, label: named(text) },
    ...{ amountOre: number, vatRatePercent: number, vatOre: number },
  })),
  ...{ totalOre: number, vatOre: number },
  method: word(SALE_METHODS),
  ...{ vehicleId: text, driverId: orNull(text) },
  ...{ distanceMeters: number, durationSeconds: number },
  credits: orNull(text),
  document: record<DocumentNumber>({ series: word(DOCUMENT_SERIES), number }),
});

/** A voucher. */
export const voucherShape = record<Voucher>({
  ...{ entityId: text, date: text, happenedOn: text, number, postedAt: instant },
  series: word(VOUCHER_SERIES),
  text: word(VOUCHER_TEXTS),
  entries: listOf(record<VoucherEntry>({ account, amountOre: number, holderId: orMissing(text) })),
  source: record<VoucherSource>({ kind: text, id: text }),
});

/** What is booked of a booking. */
export const postedShape = record<PostedBooking>({
  version: number,
  sales: listOf(saleRefShape),
  standing: orNull(text),
  payments: listOf(record<PostedPayment>({
    ...{ id: text, capturedOre: number, dispute: text },
    method: word(SALE_METHODS),
    refunds: listOf(record<PostedPayment["refunds"][number]>({
      ...{ id: text, amountOre: number, reason: text },
    })),
  })),
  keptFor: text,
});

/** How far the books of an entity have come. */
export const booksShape = record<EntityBooks>({ next: anything, closedThrough: text });

/** A note: what it tells is looked at where it is told. */
export const noteShape = record<BookNote>({
  ...{ id: text, at: instant, isPosted: flag, keptFor: text },
  fact: record<{ type: string }>({ type: text }),
});
