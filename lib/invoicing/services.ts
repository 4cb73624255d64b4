// The services of this room: who bookings are invoiced to.
import type { Database } from "../kv/open.ts";
import { BuyerStore } from "./buyer-store.ts";

/** What this room gives to those above it. */
export interface InvoicingServices {
  buyers: BuyerStore;
}

/** Composes the room's services. */
export function invoicingServices(parts: { db: Database; reachKey: CryptoKey }): InvoicingServices {
  return { buyers: new BuyerStore(parts) };
}
