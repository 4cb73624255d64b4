// Browser-safe.
// Everything the product says in Swedish, by where it is said. Its shape is the shape of every language.
import { bookingSv } from "./sv-booking.ts";
import { errorsSv } from "./sv-errors.ts";
import { fieldErrorsSv } from "./sv-field-errors.ts";
import { helpSv } from "./sv-help.ts";
import { legalSv } from "./sv-legal.ts";
import { pricesSv } from "./sv-prices.ts";
import { quoteSv } from "./sv-quote.ts";
import { shellSv } from "./sv-shell.ts";
import { tripSv } from "./sv-trip.ts";

/** The Swedish texts. */
export const sv = {
  shell: shellSv,
  trip: tripSv,
  fieldErrors: fieldErrorsSv,
  quote: quoteSv,
  prices: pricesSv,
  booking: bookingSv,
  errors: errorsSv,
  help: helpSv,
  legal: legalSv,
};
