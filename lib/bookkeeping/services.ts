// The services of this room: the ledger, and whose books there are.
import type { Database } from "../kv/open.ts";
import { LedgerStore } from "./ledger-store.ts";
import type { Company } from "./legal-entity.ts";

/** What this room gives to those above it. */
export interface BookkeepingServices {
  ledger: LedgerStore;
  company: Company;
}

/** Composes the room's services. */
export function bookkeepingServices(
  { db, config: { companyName, companyNumber } }: { db: Database; config: Company },
): BookkeepingServices {
  return { ledger: new LedgerStore(db), company: { companyName, companyNumber } };
}
