// Finds the words of what is down in a language.
import { downEn } from "./en/down.ts";
import type { Locale } from "../kernel/locale.ts";
import { downSv, type DownTexts } from "./sv/down.ts";

const TEXTS: Readonly<Record<Locale, DownTexts>> = { sv: downSv, en: downEn };

/** The words in `locale`. */
export function downTexts(locale: Locale): DownTexts {
  return TEXTS[locale];
}
