// The services of this room: what cancelling and not coming cost.
import type { Database } from "../kv/open.ts";
import { FeeEditionStore } from "./fee-edition-store.ts";

/** What this room gives to those above it. */
export interface FeeServices {
  feeEditions: FeeEditionStore;
}

/** Composes the room's services. */
export function feeServices({ db }: { db: Database }): FeeServices {
  return { feeEditions: new FeeEditionStore(db) };
}
