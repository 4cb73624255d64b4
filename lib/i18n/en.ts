// Browser-safe.
// Everything the product says in English; the compiler holds it to the shape of the Swedish texts.
import { bookingEn } from "./en-booking.ts";
import { errorsEn } from "./en-errors.ts";
import { fieldErrorsEn } from "./en-field-errors.ts";
import { helpEn } from "./en-help.ts";
import { legalEn } from "./en-legal.ts";
import { pricesEn } from "./en-prices.ts";
import { quoteEn } from "./en-quote.ts";
import { shellEn } from "./en-shell.ts";
import { tripEn } from "./en-trip.ts";
import type { sv } from "./sv.ts";

/** The English texts. */
export const en: typeof sv = {
  shell: shellEn,
  trip: tripEn,
  fieldErrors: fieldErrorsEn,
  quote: quoteEn,
  prices: pricesEn,
  booking: bookingEn,
  errors: errorsEn,
  help: helpEn,
  legal: legalEn,
};
