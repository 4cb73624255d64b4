// What the feed tells of bookings.
import { feedKind } from "../kv/feed-row.ts";
import { instant, record, text } from "../kernel/shape.ts";
import type { BookingId } from "./booking.ts";
import type { BookingChanged } from "./booking-changed.ts";
import { changedShape } from "./booking-shapes.ts";
import { sealedChange } from "./sealed-bookings.ts";
import { changeOfToday } from "./stored-summary.ts";

/** Entries of bookings. */
export const bookingChanged = feedKind<BookingChanged>(
  "booking",
  changeOfToday,
  changedShape,
  sealedChange,
);

/** Nobody can tell any more whose booking it was, or it is gone: what holds it in memory lets go of it. */
export interface CustomerForgotten {
  /** The server's instant, ISO in UTC. */
  at: string;
  bookingId: BookingId;
}

/** Entries of bookings whose customer was forgotten. */
export const customerForgotten = feedKind<CustomerForgotten>(
  "customer-forgotten",
  undefined,
  record<CustomerForgotten>({ at: instant, bookingId: text }),
);
