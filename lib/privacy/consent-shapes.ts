// What stored consents look like.
import { LOCALES } from "../kernel/locale.ts";
import { flag, instant, listOf, number, orNull, record, text, word } from "../kernel/shape.ts";
import {
  CONSENT_SURFACES,
  type ConsentRecord,
  type ConsentText,
  type CurrentConsent,
} from "./consent.ts";
import { DATA_TYPES, LEGAL_BASES, PURPOSE_NAMES } from "./purposes.ts";

/** A record. */
export const consentRecordShape = record<ConsentRecord>({
  id: text,
  mark: text,
  personId: orNull(text),
  purpose: word(PURPOSE_NAMES),
  basis: word(LEGAL_BASES),
  dataTypes: listOf(word(DATA_TYPES)),
  granted: flag,
  textHash: text,
  textVersion: number,
  locale: word(LOCALES),
  surface: word(CONSENT_SURFACES),
  at: instant,
});

/** What holds now. */
export const currentConsentShape = record<CurrentConsent>({
  granted: flag,
  record: text,
  textVersion: number,
  at: instant,
});

/** A text. */
export const consentTextShape = record<ConsentText>({
  purpose: word(PURPOSE_NAMES),
  version: number,
  locale: word(LOCALES),
  title: text,
  text,
  dataTypes: listOf(word(DATA_TYPES)),
  firstAt: instant,
});
