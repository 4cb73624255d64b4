// The families of bookings and their indexes.
import { ulidMs } from "../kernel/ids.ts";
import { listOf, text } from "../kernel/shape.ts";
import type { DriverId } from "../fleet/vehicle.ts";
import { family } from "../kv/family.ts";
import { MAX_LEAD_DAYS } from "../pricing/quote-rules.ts";
import type { QuoteId } from "../pricing/quote.ts";
import {
  type Booking,
  type BookingEvent,
  type BookingId,
  bookingId,
  type BookingSummary,
} from "./booking.ts";
import { actShape } from "./act-shapes.ts";
import { bookingShape, eventShape, summaryShape } from "./booking-shapes.ts";
import type { ActId, OperatorAct } from "./operator-act.ts";
import { sealedAct, sealedBooking, sealedEvent, sealedSummary } from "./sealed-bookings.ts";
import { storedBooking, storedEvent } from "./stored-booking.ts";
import { storedSummary } from "./stored-summary.ts";

/** How long a used quote's mark is kept, in milliseconds: longer than any quote can be bought. */
export const QUOTE_MARK_KEPT_MS = 2 * 24 * 60 * 60_000;

/** How long the bookings of a number are counted after the last of them was made: each pickup is within a year. */
export const HELD_KEPT_MS = (MAX_LEAD_DAYS + 1) * 24 * 60 * 60_000;

/** How long it is kept which operator did what, in milliseconds: two years, as long as a customer may come back to a ride. */
export const ACT_KEPT_MS = 2 * 366 * 24 * 60 * 60_000;

/** Bookings; rows about one are sealed for whoever it is for. */
const booking = family<[id: BookingId], Booking>("booking", {
  privacy: "C3",
  subject: "customer",
  kept: { until: "rule", rule: "bookkeeping" },
  stored: storedBooking,
  sealed: sealedBooking,
  shape: bookingShape,
});

/** Families of this room. */
export const bookingKeys = {
  booking,
  bookingEvent: family<[id: BookingId, version: number], BookingEvent>("bookingEvent", {
    privacy: "C3",
    subject: "customer",
    kept: { until: "rule", rule: "bookkeeping" },
    stored: storedEvent,
    sealed: sealedEvent((id) => booking(bookingId(id))),
    shape: eventShape,
  }),
  /** By a keyed hash of the reference, of one length. */
  bookingByMark: family<[mark: string], BookingId>("bookingByMark", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "rule", rule: "bookkeeping" },
    shape: text,
  }),
  /** By the reference itself, of earlier releases; a walk writes them by their marks. */
  bookingByReference: family<[reference: string], BookingId>("bookingByReference", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "rule", rule: "bookkeeping" },
    shape: text,
  }),
  /** Whose bookings are, by keyed marks of persons, addresses and numbers. */
  bookingByOwner: family<[mark: string, id: BookingId], BookingId>("bookingByOwner", {
    privacy: "C3",
    subject: "customer",
    kept: { until: "rule", rule: "customer" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** Covering index of the board: one local pickup date, ordered by pickup. */
  bookingByDay: family<[date: string, pickupMs: number, id: BookingId], BookingSummary>(
    "bookingByDay",
    {
      privacy: "C3",
      subject: "customer",
      kept: { until: "rule", rule: "bookkeeping" },
      stored: storedSummary,
      sealed: sealedSummary,
      shape: summaryShape,
    },
  ),
  /** A driver's rides, by local pickup date and pickup; ids alone. */
  bookingByDriver: family<
    [driver: DriverId, date: string, pickupMs: number, id: BookingId],
    BookingId
  >("bookingByDriver", {
    privacy: "C2",
    subject: "driver",
    kept: { until: "rule", rule: "bookkeeping" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** What operators did, and whether it was undone or has left the house; asked by every sender. */
  operatorAct: family<[id: ActId], OperatorAct>("operatorAct", {
    privacy: "C2",
    subject: "operator",
    kept: { until: "expiry", atMostMs: ACT_KEPT_MS },
    endsMs: ({ at }) => Date.parse(at) + ACT_KEPT_MS,
    sealed: sealedAct,
    shape: actShape,
  }),
  /** Bookings a telephone number or a person (a keyed hash) may still hold, oldest first; some of them may be over. */
  heldBookings: family<[phone: string], BookingId[]>("heldBookings", {
    privacy: "C2",
    subject: "customer",
    kept: { until: "expiry", atMostMs: HELD_KEPT_MS },
    endsMs: (ids) => ids.length === 0 ? 0 : ulidMs(ids.at(-1) ?? "") + HELD_KEPT_MS,
    unsealed: "keyed marks, ids and times only",
    shape: listOf(text),
  }),
  /** Present once the quote has been bought; claimed by check(null). */
  quoteBought: family<[id: QuoteId], BookingId>("quoteBought", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: QUOTE_MARK_KEPT_MS },
    endsMs: (_, key) => ulidMs(String(key.at(-1))) + QUOTE_MARK_KEPT_MS,
    shape: text,
  }),
} as const;
