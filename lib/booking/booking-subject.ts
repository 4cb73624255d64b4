// Whoever a booking is for, as rows of other rooms name them that are about it.
import type { SubjectOfRow } from "../kv/family.ts";
import { bookingId } from "./booking.ts";
import { bookingKeys } from "./keys.ts";

/** The subject of everything about a booking. */
export function subjectOfBooking(id: string): SubjectOfRow {
  return { like: bookingKeys.booking(bookingId(id)) };
}
