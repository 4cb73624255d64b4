// The services of this room: what was compared with the provider's books.
import type { Database } from "../kv/open.ts";
import { ReconciliationStore } from "./reconciliation-store.ts";

/** What this room gives to those above it. */
export interface ReconciliationServices {
  reconciliation: ReconciliationStore;
}

/** Composes the room's services. */
export function reconciliationServices(below: { db: Database }): ReconciliationServices {
  return { reconciliation: new ReconciliationStore(below) };
}
