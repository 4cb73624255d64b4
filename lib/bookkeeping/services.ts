// The services of this room: the ledger, and whose books there are.
import type { Database } from "../kv/open.ts";
import { DocumentStore } from "./documents/document-store.ts";
import type { Invoicing, PostalAddress } from "./documents/document.ts";
import { InvoiceStore } from "./invoices/invoice-store.ts";
import { LedgerStore } from "./ledger-store.ts";
import type { Company } from "./legal-entity.ts";

/** What this room gives to those above it. */
export interface BookkeepingServices {
  ledger: LedgerStore;
  company: Company;
  documents: DocumentStore;
  invoices: InvoiceStore;
  invoicing: Invoicing;
}

/** What the room stands on. */
interface BookkeepingParts {
  db: Database;
  config: Company & { companyAddress: PostalAddress | null; bankgiro: string; invoiceDays: number };
}

/** Composes the room's services. */
export function bookkeepingServices({ db, config }: BookkeepingParts): BookkeepingServices {
  const { companyName, companyNumber, companyAddress, bankgiro, invoiceDays } = config;
  return {
    ledger: new LedgerStore(db),
    company: { companyName, companyNumber },
    documents: new DocumentStore(db),
    invoices: new InvoiceStore(db),
    invoicing: { address: companyAddress, bankgiro, days: invoiceDays },
  };
}
