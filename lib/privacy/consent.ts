// A consent: somebody said yes or no to a purpose, to a text that can be shown again.
import type { PersonId } from "../accounts/person.ts";
import type { Locale } from "../kernel/locale.ts";
import type { DataType, LegalBasis, PurposeName } from "./purposes.ts";

/** Where it was said. */
export const CONSENT_SURFACES = ["account", "guest", "program"] as const;

/** One of them. */
export type ConsentSurface = typeof CONSENT_SURFACES[number];

/** What somebody said, once and for all: a change of mind is the next record. */
export interface ConsentRecord {
  /** A ULID. */
  id: string;
  /** Whose, by the keyed mark of the person, the number or the address. */
  mark: string;
  personId: PersonId | null;
  purpose: PurposeName;
  basis: LegalBasis;
  dataTypes: readonly DataType[];
  granted: boolean;
  /** The text that was shown, by its hash; `consentText` has it. */
  textHash: string;
  textVersion: number;
  locale: Locale;
  surface: ConsentSurface;
  at: string;
}

/** What holds now. */
export interface CurrentConsent {
  granted: boolean;
  /** The record that says so. */
  record: string;
  textVersion: number;
  at: string;
}

/** A text as it was shown, kept as long as a record may name it. */
export interface ConsentText {
  purpose: PurposeName;
  version: number;
  locale: Locale;
  title: string;
  text: string;
  dataTypes: readonly DataType[];
  /** When it was shown first, an instant. */
  firstAt: string;
}
