// The two languages. Swedish is the default; nothing is guessed over a person's choice.

/** Languages the product speaks. */
export const LOCALES = ["sv", "en"] as const;

/** A language of the product. */
export type Locale = typeof LOCALES[number];

/** BCP 47 tags for Intl: English as it is written in Sweden. */
export const INTL_LOCALE: Readonly<Record<Locale, string>> = { sv: "sv-SE", en: "en-GB" };

/** Narrows any value to a Locale, or null. */
export function parseLocale(value: unknown): Locale | null {
  return LOCALES.find((locale) => locale === value) ?? null;
}
