// The sale of a booking that holds, and what is booked of the booking once there is another.
import type { OpenBooks } from "./open-books.ts";
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

/** What is booked once a sale is entered; `on` is a day of the booking that it must be kept as long as. */
export function withSale(
  posted: PostedBooking,
  { entityId, date, id }: Sale,
  { standing, on }: { standing: PostedBooking["standing"]; on: string },
): PostedBooking {
  const keptFor = [posted.keptFor, date, on].sort().at(-1) ?? date;
  return { ...posted, sales: [...posted.sales, { entityId, date, id }], standing, keptFor };
}
