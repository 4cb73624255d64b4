// The services of this room: whose identity is protected.
import type { Database } from "../kv/open.ts";
import { VeilStore } from "./veil-store.ts";

/** What this room gives to those above it. */
export interface VeilServices {
  veils: VeilStore;
}

/** Composes the room's services. */
export function veilServices({ db }: { db: Database }): VeilServices {
  return { veils: new VeilStore(db) };
}
