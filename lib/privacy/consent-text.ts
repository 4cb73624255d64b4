// The text somebody is asked with: as it is shown, and the hash a record of consent names it by.
import { textsFor } from "../i18n/texts.ts";
import { tokenHash } from "../kernel/ids.ts";
import type { Locale } from "../kernel/locale.ts";
import type { ConsentText } from "./consent.ts";
import type { Purpose } from "./purposes.ts";

/** The text of a purpose in a language. */
export function consentTextOf(
  { name, version, dataTypes }: Purpose,
  locale: Locale,
): Omit<ConsentText, "firstAt"> {
  const { title, text } = textsFor(locale).dataPurposes.of[name];
  return { purpose: name, version, locale, title, text, dataTypes };
}

/** SHA-256 of everything that was shown, URL-safe base64. */
export function consentHash(
  { purpose, version, locale, title, text, dataTypes }: Omit<ConsentText, "firstAt">,
): string {
  return tokenHash(JSON.stringify([purpose, version, locale, title, text, dataTypes]));
}
