// The services of this room: settlements with owner-drivers.
import type { Database } from "../kv/open.ts";
import { SettlementStore } from "./settlement-store.ts";

/** What this room gives to those above it. */
export interface SettlementServices {
  settlements: SettlementStore;
}

/** Composes the room's services. */
export function settlementServices({ db }: { db: Database }): SettlementServices {
  return { settlements: new SettlementStore(db) };
}
