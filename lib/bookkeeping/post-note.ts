// Enters a note into the books, and the credit notes it asks for.
import type { NoteId } from "./book-note.ts";
import { takeBack } from "./invoices/take-back.ts";
import type { OpenBooks } from "./open-books.ts";

/** Enters it, unless it is entered. */
export async function postNote(books: OpenBooks, id: NoteId): Promise<void> {
  const note = await books.postNote(id);
  if (note?.fact.type !== "invoice-credited") return;
  const invoice = await books.invoice(note.fact.invoiceId);
  if (invoice !== null) await takeBack(books, invoice, note.at);
}
