// What a person is told about an error: the sentence of its code, else that of its category.
import type { ErrorCategory } from "../errors/error-category.ts";
import type { Locale } from "../kernel/locale.ts";
import { textsFor } from "./texts.ts";

/** A sentence without facts; codes with facts have their own words where they are answered. */
export function errorText(code: string, category: ErrorCategory, locale: Locale): string {
  const { problems, errors } = textsFor(locale);
  const known: Readonly<Record<string, string>> = problems;
  const text = Object.hasOwn(problems, code) ? known[code] : undefined;
  return text === undefined || text.includes("{") ? errors.byCategory[category] : text;
}
