// What the page can say about who travels before the booking is sent; the sentences are the server's.
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { FieldCheck } from "../../parts/form-errors.ts";

/** Name and telephone number are there. What a number is only the server knows: its table weighs too much. */
export function contactChecks(locale: Locale): FieldCheck[] {
  const { nameMissing, phoneMissing } = textsFor(locale).fieldErrors;
  return [
    { field: "name", rule: "filled", text: nameMissing },
    { field: "phone", rule: "filled", text: phoneMissing },
  ];
}
