// The sale of a booking that holds, and what is booked of the booking once there is another.
import type { OpenBooks, SoldInBooks } from "./open-books.ts";
import type { PostedBooking, Sale } from "./sale.ts";

/** The sale that holds, with what was given back of it. */
export async function standingSale(
  books: Pick<OpenBooks, "sales">,
  { sales, standing }: PostedBooking,
): Promise<{ original: Sale | null; credits: Sale[] }> {
  const found = standing === null ? [] : await books.sales(sales);
  return {
    original: found.find(({ id }) => id === standing) ?? null,
    credits: found.filter(({ credits }) => credits === standing),
  };
}

/** What is booked once a sale is entered, and which of them holds then. */
export function withSale(
  posted: PostedBooking,
  { sale: { entityId, date, id }, through }: SoldInBooks,
  standing: PostedBooking["standing"],
): PostedBooking {
  const sales = [...posted.sales, { entityId, date, id }];
  return keptThrough({ ...posted, sales, standing }, through);
}

/** It is kept as long as the last day must be that something of it is booked on; "" is no day. */
export function keptThrough(posted: PostedBooking, date: string): PostedBooking {
  return date > posted.keptFor ? { ...posted, keptFor: date } : posted;
}
