// What the feed tells of a booking: small, and of a covered customer nothing that names them.
import type { BookingEvent, BookingSummary, UndoneEvent } from "./booking.ts";

/** What the feed tells: a booking was made or changed. */
export interface BookingChanged {
  /** The server's instant, ISO in UTC. */
  at: string;
  type: BookingEvent["type"];
  /** The operator's act it belongs to, or null; `undone` entries name the act that was undone. */
  act: string | null;
  /** Nothing of it leaves the house before this instant, ISO in UTC, and then by `leaveHouse` only. */
  due: string;
  /** Of `undone` entries what no longer counts, else null. */
  undid: UndoneEvent | null;
  /** The booking as it is after it. */
  summary: BookingSummary;
}
