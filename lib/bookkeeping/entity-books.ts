// How far the books of one legal entity have come: the next number of each series, and up to which day they are closed. Pure.
import { localDate } from "../kernel/wall-time.ts";
import type { DocumentSeries } from "./sale.ts";
import type { VoucherSeries } from "./voucher.ts";

/** What has numbers without a gap: documents and vouchers. */
export type Series = `document ${DocumentSeries}` | `voucher ${VoucherSeries}`;

/** The state of the books. */
export interface EntityBooks {
  /** The next number of each series; the first is 1. */
  next: Partial<Record<Series, number>>;
  /** The last day, local, on which nothing is booked any more; "" while there is none. */
  closedThrough: string;
}

/** Books in which nothing stands. */
export const EMPTY_BOOKS: EntityBooks = { next: {}, closedThrough: "" };

/** The next number of a series, and the books after it was given. */
export function nextNumber(
  books: EntityBooks,
  series: Series,
): { number: number; books: EntityBooks } {
  const number = books.next[series] ?? 1;
  return { number, books: { ...books, next: { ...books.next, [series]: number + 1 } } };
}

/** The day something is booked on: its own, or the first that is still open. */
export function bookedOn({ closedThrough }: EntityBooks, at: string): string {
  const date = localDate(Temporal.Instant.from(at));
  if (date > closedThrough) return date;
  return Temporal.PlainDate.from(closedThrough).add({ days: 1 }).toString();
}
