// What the feed tells of bookings.
import { type FeedBody, feedKind } from "../kv/feed-row.ts";
import type { BookingEvent, BookingSummary } from "./booking.ts";

/** A booking was made or changed. */
export interface BookingChanged extends FeedBody {
  type: BookingEvent["type"];
  /** The booking as it is after it. */
  summary: BookingSummary;
}

/** Entries of bookings. */
export const bookingChanged = feedKind<BookingChanged>("booking");
