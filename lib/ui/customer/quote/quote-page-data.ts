// What the price page needs besides the quote itself.
import type { VehicleClass } from "../../../fleet/vehicle.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import type { Clock } from "../../../kernel/clock.ts";
import { type RandomBytes, ulid } from "../../../kernel/ids.ts";
import { invariant } from "../../../kernel/invariant.ts";
import type { Quote } from "../../../pricing/quote.ts";
import { localDate } from "../../../kernel/wall-time.ts";
import { type ContactValues, EMPTY_CONTACT } from "./contact-values.ts";

/** Everything of the price page but the language. */
export interface QuotePageData {
  quote: Quote;
  chosen: VehicleClass;
  contact: ContactValues;
  errors: readonly FieldError[];
  /** The same on every try of one purchase. */
  idempotencyKey: string;
  /** Today's date in Stockholm. */
  today: string;
}

/** What was sent with the form, when it was sent. */
export interface SentForm {
  contact?: ContactValues;
  errors?: readonly FieldError[];
  idempotencyKey?: string;
  /** The class asked for; the first offered one when it is not offered. */
  wanted?: string | null;
}

/** Joins a quote with what was sent, or with an empty form and a new idempotency key. */
export function quotePageData(
  { clock, randomBytes }: { clock: Clock; randomBytes: RandomBytes },
  quote: Quote,
  { contact = EMPTY_CONTACT, errors = [], idempotencyKey, wanted }: SentForm = {},
): QuotePageData {
  const [first] = quote.options;
  invariant(first !== undefined, "A quote offers at least one class");
  const now = clock.now();
  const option = quote.options.find(({ vehicleClass }) => vehicleClass === wanted) ?? first;
  return {
    quote,
    chosen: option.vehicleClass,
    contact,
    errors,
    idempotencyKey: idempotencyKey ?? ulid(now.epochMilliseconds, randomBytes),
    today: localDate(now),
  };
}
