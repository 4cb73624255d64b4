// The flight of a trip to or from an airport, asked for the same on the price page and beside the ticket.
import type { Locale } from "../../kernel/locale.ts";
import { textsFor } from "../../i18n/texts.ts";
import { TextField } from "../parts/Field.tsx";

/** Properties of FlightNumberField. */
export interface FlightNumberFieldProps {
  locale: Locale;
  value: string;
  error: string | undefined;
}

/** A part of a longer text could pass for another flight: what is pasted is not cut where a flight number ends. */
const MAX_PASTED = 300;

/** The optional field. */
export function FlightNumberField({ locale, value, error }: FlightNumberFieldProps) {
  const { quote } = textsFor(locale);
  return (
    <TextField
      name="flightNumber"
      isCode
      label={quote.flightNumber}
      value={value}
      maxLength={MAX_PASTED}
      optional={quote.optional}
      hint={quote.flightNumberHint}
      error={error}
    />
  );
}
