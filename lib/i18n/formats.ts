// How each language writes times and numbers. Small, because every island loads it.
import type { Locale } from "../kernel/locale.ts";
import { formatsEn } from "./en/formats.ts";
import { type Formats, formatsSv } from "./sv/formats.ts";

const FORMATS: Readonly<Record<Locale, Formats>> = { sv: formatsSv, en: formatsEn };

/** The formats of `locale`. */
export function formatsOf(locale: Locale): Formats {
  return FORMATS[locale];
}
