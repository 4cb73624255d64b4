// The services of this room: settlements with owner-drivers.
import type { Database } from "../kv/open.ts";
import { SettlementStore } from "./settlement-store.ts";

/** What this room gives to those above it. */
export interface SettlementServices {
  settlements: SettlementStore;
  /** What is paid from; null while nobody has said. */
  payerAccount: { iban: string; bic: string } | null;
}

/** Composes the room's services. */
export function settlementServices(
  { db, config: { payerIban: iban, payerBic: bic } }: {
    db: Database;
    config: { payerIban: string; payerBic: string };
  },
): SettlementServices {
  return {
    settlements: new SettlementStore(db),
    payerAccount: iban === "" || bic === "" ? null : { iban, bic },
  };
}
