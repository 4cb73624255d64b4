// What an operator asked to see, as it stands in a board's address.
import { type BookingId, bookingIdIn } from "../booking/booking.ts";
import { cleanLine } from "../forms/clean-text.ts";
import { formFields } from "../forms/form-fields.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";

/** Longest search read, in characters. */
const MAX_QUERY_LENGTH = 80;

/** What an operator asked to see. */
export interface BoardQuery {
  date: string;
  bookingId: BookingId | null;
  /** The search, "" for none. */
  q: string;
  /** The page of the day or of the search; null is the first. */
  cursor: string | null;
  /** What was booked from this board just now. */
  booked?: BookingId | null;
}

/** What a board's address asks for; a date that is none means today. */
export function readBoardQuery(search: URLSearchParams, now: Temporal.Instant): BoardQuery {
  const fields = formFields(search);
  const date = fields.get("date") ?? "";
  return {
    date: isLocalDate(date) ? date : localDate(now),
    bookingId: bookingIdIn(fields.get("booking")),
    q: cleanLine((fields.get("q") ?? "").slice(0, MAX_QUERY_LENGTH)),
    cursor: fields.get("cursor") ?? null,
    booked: bookingIdIn(fields.get("booked")),
  };
}
