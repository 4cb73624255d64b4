// The services of this room: what the records are made of, and breaches.
import type { AnyFamily } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import { BreachStore } from "./breach-store.ts";

/** What this room gives to those above it. */
export interface ComplianceServices {
  /** Every family that is stored, whichever room's. */
  families: readonly AnyFamily[];
  breaches: BreachStore;
}

/** Composes the room's services; the registry of families stands above every room, so it is handed in. */
export function complianceServices(
  below: { db: Database; families: readonly AnyFamily[] },
): ComplianceServices {
  return { families: below.families, breaches: new BreachStore(below) };
}
