// Takes back in the books what is left of an invoice: a credit note that cites it.
import type { OpenBooks } from "../open-books.ts";
import { creditOf, standingOre } from "../sale-rules.ts";
import { standingSale, withSale } from "../standing-sale.ts";
import type { Invoice } from "./invoice.ts";

/** Enters it; what was taken back meanwhile is not taken back again. */
export async function takeBack(books: OpenBooks, invoice: Invoice, at: string): Promise<void> {
  for (const bookingId of invoice.bookingIds) {
    const posted = await books.posted(bookingId);
    if (posted === null) continue;
    const { original, credits } = await standingSale(books, posted);
    if (original === null || original.id !== invoice.id) continue;
    const amountOre = standingOre(original, credits);
    if (amountOre <= 0) continue;
    const credit = creditOf(original, credits, { at, kind: "credit", amountOre });
    books.setPosted(bookingId, withSale(posted, await books.sell(credit), null));
  }
}
