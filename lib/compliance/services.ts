// The services of this room: what the records are made of.
import type { AnyFamily } from "../kv/family.ts";

/** What this room gives to those above it. */
export interface ComplianceServices {
  /** Every family that is stored, whichever room's. */
  families: readonly AnyFamily[];
}

/** Composes the room's services; the registry of families stands above every room, so it is handed in. */
export function complianceServices(parts: ComplianceServices): ComplianceServices {
  return { families: parts.families };
}
