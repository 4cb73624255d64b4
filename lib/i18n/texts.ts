// Finds the texts of a language. For the server: islands get the few strings they show as props.
import { en } from "./en/all.ts";
import type { Locale } from "../kernel/locale.ts";
import { sv } from "./sv/all.ts";

/** Texts of one language. */
export type Texts = typeof sv;

const TEXTS: Readonly<Record<Locale, Texts>> = { sv, en };

/** The texts in `locale`. */
export function textsFor(locale: Locale): Texts {
  return TEXTS[locale];
}
