// The form of a booking taken on the telephone: what stands in it, and what it asks for.
import type { FieldError } from "../forms/field-error.ts";
import { readPhoneNumber } from "../forms/phone-number.ts";
import { type Locale, parseLocale } from "../kernel/locale.ts";
import { dateOf, timeOf } from "../kernel/wall-time.ts";
import { readPickupWords } from "../trip/pickup-words.ts";
import type { PickupMoment } from "../trip/pickup-words.ts";
import { type TripFormValues, tripFormValues } from "../trip/trip-input.ts";
import { emptyTrip, submittedTrip } from "../trip/trip-values.ts";

/** Fields beside the trip's. */
const ORDER_FIELDS = [
  "phone",
  "name",
  "email",
  "when",
  "vehicleClass",
  "flightNumber",
  "note",
  "language",
  "quoteId",
  "readClass",
  "idempotencyKey",
  // The number that may hold more than others: somebody was told, and presses again.
  "exceeds",
  "back",
] as const;

/** What stood in each field; "" when absent. */
export type OrderValues = TripFormValues & Record<typeof ORDER_FIELDS[number], string>;

/** Longest text of a field that is read, in characters. */
const MAX_FIELD = 1_000;

/** An order nobody has written in; its idempotency key is the same on every try. */
export function emptyOrder(now: Temporal.Instant, idempotencyKey: string): OrderValues {
  return {
    ...emptyTrip(now),
    date: "",
    time: "",
    bags: "0",
    ...ownFields(new Map()),
    idempotencyKey,
  };
}

/** The form as it was sent, with what `when` says read as date and time. */
export function orderValues(
  fields: ReadonlyMap<string, string>,
  moment: PickupMoment,
): OrderValues {
  const own = ownFields(fields);
  const wallTime = readPickupWords(own.when, moment);
  const [date, time] = wallTime === null ? ["", ""] : [dateOf(wallTime), timeOf(wallTime)];
  return { ...submittedTrip(fields), ...own, date, time };
}

function ownFields(
  fields: ReadonlyMap<string, string>,
): Record<typeof ORDER_FIELDS[number], string> {
  const values = ORDER_FIELDS.map((name) => [name, (fields.get(name) ?? "").slice(0, MAX_FIELD)]);
  return Object.fromEntries(values);
}

/** What a link puts into an order: everything but who it is and what was promised. */
export function givenOrder(query: ReadonlyMap<string, string>): Partial<OrderValues> {
  const trip = Object.entries(tripFormValues(query));
  const own = ["phone", "name", "email", "when", "vehicleClass", "note", "flightNumber", "back"]
    .map((
      name,
    ) => [name, (query.get(name) ?? "").slice(0, MAX_FIELD)] as const);
  const given = [...trip, ...own].filter(([name, value]) => {
    return value !== "" && name !== "date" && name !== "time";
  });
  return Object.fromEntries(given);
}

/** The caller's number as E.164, or null while it is none. */
export function callerNumber({ phone }: Pick<OrderValues, "phone">): string | null {
  const read = readPhoneNumber(phone);
  return read.ok ? read.value : null;
}

/** The language of the customer's ticket. */
export function ticketLanguage({ language }: Pick<OrderValues, "language">, own: Locale): Locale {
  return parseLocale(language) ?? own;
}

/** Errors worth a word while somebody is still filling in: what is missing yet is none. */
export function whileWriting<Error extends FieldError>(errors: readonly Error[]): Error[] {
  return errors.filter(({ field, code }) =>
    !code.endsWith("Missing") && !(field === "date" && code === "dateInvalid")
  );
}
