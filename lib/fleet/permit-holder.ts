// Permit holders: who holds the taxitrafiktillstånd a vehicle is driven under.
import type { HolderId, InService } from "./vehicle.ts";

/** What a permit holder is in law. */
export const HOLDER_KINDS = [
  "limited-company",
  "partnership",
  "association",
  "sole-trader",
  "other",
] as const;

/** One of them. */
export type HolderKind = typeof HOLDER_KINDS[number];

/** A legal entity or a sole trader with a permit. */
export interface PermitHolder extends InService {
  id: HolderId;
  name: string;
  /** Ten digits, `556012-5790`. That of a sole trader is a personnummer. */
  organisationNumber: string;
  kind: HolderKind;
  /** Number of the taxitrafiktillstånd, as Transportstyrelsen writes it; "" while nobody has said. */
  permitNumber: string;
  /** Whom to ask for there, "" for nobody in particular. */
  contact: string;
  /** E.164, "" when none. */
  phone: string;
  /** "" when none. */
  email: string;
}
