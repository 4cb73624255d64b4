// What the page can say about a trip before it is sent; the sentences are the server's.
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { FieldCheck } from "../../parts/form-errors.ts";

/** The pickup can be read. */
export function pickupChecks(locale: Locale): FieldCheck[] {
  const { dateInvalid, timeInvalid } = textsFor(locale).fieldErrors;
  return [
    { field: "date", rule: "date", text: dateInvalid },
    { field: "time", rule: "clock", text: timeInvalid },
  ];
}

/** Nothing is missing and the pickup can be read. */
export function tripChecks(locale: Locale): FieldCheck[] {
  const { fromMissing, toMissing } = textsFor(locale).fieldErrors;
  return [
    { field: "from", rule: "filled", text: fromMissing },
    { field: "to", rule: "filled", text: toMissing },
    ...pickupChecks(locale),
  ];
}
