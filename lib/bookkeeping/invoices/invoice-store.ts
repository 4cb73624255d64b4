// Reads and writes invoices; those that are not paid are found by the day they are due.
import type { BuyerStore } from "../../invoicing/buyer-store.ts";
import type { Database } from "../../kv/open.ts";
import { readEntries, readEntry, readList } from "../../kv/read.ts";
import type { Transaction } from "../../kv/transaction.ts";
import { bookkeepingKeys } from "../keys.ts";
import { type SaleId, saleId } from "../sale.ts";
import { type Invoice, leftOre } from "./invoice.ts";

/** Most open invoices a list has; the oldest are first. */
export const MAX_OPEN_INVOICES = 500;

/** An invoice as it was read. */
export interface StoredInvoice {
  invoice: Invoice;
  versionstamp: string;
}

/** Reads invoices. */
export class InvoiceStore {
  readonly #db: Pick<Database, "read" | "write">;

  constructor(db: Pick<Database, "read" | "write">) {
    this.#db = db;
  }

  /** An invoice as it stands, or null. */
  async get(id: SaleId): Promise<StoredInvoice | null> {
    const { value, versionstamp } = await readEntry(this.#db.write, bookkeepingKeys.invoice(id));
    return value === null || versionstamp === null ? null : { invoice: value, versionstamp };
  }

  /** Those that are not paid, the one that was due first before all others. */
  async open(): Promise<Invoice[]> {
    const { prefix } = bookkeepingKeys.openInvoice;
    const rows = await readList(this.#db.read, { prefix }, MAX_OPEN_INVOICES);
    const keys = rows.map(({ value }) => bookkeepingKeys.invoice(saleId(value)));
    return (await readEntries(this.#db.read, keys)).flatMap(({ value }) => value ?? []);
  }
}

/** Adds an invoice as it is now to a commit; one that is settled leaves its buyer's debts. */
export async function writeInvoice(
  { buyers }: { buyers: Pick<BuyerStore, "free"> },
  tx: Transaction,
  { before, after }: { before: StoredInvoice | null; after: Invoice },
): Promise<void> {
  const key = bookkeepingKeys.invoice(after.id);
  tx.check(key, before?.versionstamp ?? null).set(key, after);
  const open = bookkeepingKeys.openInvoice(after.dueDate, after.id);
  if (leftOre(after) > 0) {
    tx.set(open, after.id);
    return;
  }
  tx.delete(open);
  if (after.mark !== "") await buyers.free(tx, after.mark, after.bookingIds);
}
