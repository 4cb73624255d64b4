// What the feed tells of bookings.
import { feedKind } from "../kv/feed-row.ts";
import type { BookingChanged } from "./booking.ts";
import { changedShape } from "./booking-shapes.ts";
import { sealedChange } from "./sealed-bookings.ts";
import { changeOfToday } from "./stored-booking.ts";

/** Entries of bookings. */
export const bookingChanged = feedKind<BookingChanged>(
  "booking",
  changeOfToday,
  changedShape,
  sealedChange,
);
