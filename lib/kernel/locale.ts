// The languages of the product. Nothing is guessed over a person's choice.

/** Languages the product speaks, in the order they are offered. Each has a folder in `lib/i18n`. */
export const LOCALES = ["sv", "en"] as const;

/** A language of the product. */
export type Locale = typeof LOCALES[number];

/** The company's own language: what is spoken until a person has chosen. */
export const DEFAULT_LOCALE: Locale = "sv";

/** A text in every language of the product. */
export type Label = Readonly<Record<Locale, string>>;

/** Narrows any value to a Locale, or null. */
export function parseLocale(value: unknown): Locale | null {
  return LOCALES.find((locale) => locale === value) ?? null;
}

/** The languages besides `locale`, for whoever wants another one. */
export function otherLocales(locale: Locale): Locale[] {
  return LOCALES.filter((other) => other !== locale);
}

/** A label in every language, made one by one. */
export function labelOf(textIn: (locale: Locale) => string): Label {
  return byLocale(textIn);
}

/** One value a language, made one by one. */
export function byLocale<Value>(make: (locale: Locale) => Value): Readonly<Record<Locale, Value>> {
  const made: unknown[][] = LOCALES.map((locale) => [locale, make(locale)]);
  return Object.fromEntries(made);
}

/** A stored label in `locale`; one from before the language was added speaks the company's own. */
export function labelIn(label: Label, locale: Locale): string {
  const texts: Partial<Label> = label;
  return texts[locale] ?? label[DEFAULT_LOCALE];
}
