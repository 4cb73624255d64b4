// Who sees what of a booking whose customer's identity is protected, or whose data are restricted: the one place that decides it. A page, a file, a message
// or an answer takes a `SeenBooking`, and only here is one made, so that each of them must say for whom it is.
import type { Booking, BookingEvent, Cover } from "./booking.ts";
import { coverOf } from "./booking-facts.ts";
import { isOver } from "./booking-rules.ts";
import { quoteId } from "../pricing/quote.ts";
import type { FieldChange } from "./field-change.ts";
import { forgottenBooking, forgottenChange, forgottenEvent } from "./forgotten-booking.ts";

/** From when on a protected customer's places are shown to the driver who fetches them, in milliseconds before the pickup. */
export const DRIVER_WINDOW_MS = 60 * 60_000;

const SEEN: unique symbol = Symbol("seen");

/** A booking as somebody may see it: made here and nowhere else. None is ever written back. */
export type SeenBooking = Booking & {
  readonly [SEEN]: {
    /** True when whom it is for is hidden. */
    isHidden: boolean;
  };
};

/** True for a booking as somebody sees it. */
export function isSeen(booking: Booking): boolean {
  return SEEN in booking;
}

/** The history of a booking as its viewer may see it: of a protected one no words, no former name, number or place. */
export function seenHistory(
  { [SEEN]: { isHidden } }: SeenBooking,
  events: readonly BookingEvent[],
): readonly BookingEvent[] {
  return isHidden ? events.map(forgottenEvent) : events;
}

/** What a change would change, as the viewer may see it. */
export function seenChanges(
  { [SEEN]: { isHidden } }: SeenBooking,
  changes: readonly FieldChange[],
): FieldChange[] {
  return isHidden ? changes.map(forgottenChange) : [...changes];
}

/** As lists, boards, files, searches and the people who work here see it. */
export function seenByStaff(booking: Booking): SeenBooking {
  return seen(booking, isHiddenFromStaff(booking));
}

/** True when the people who work here are not shown whom it is for. */
export function isHiddenFromStaff(booking: Pick<Booking, "veiled" | "restricted" | "status">) {
  return booking.veiled || isPutAway(booking);
}

/** Why the people who work here are not shown whom it is for, as rows of lists say it. */
export function hiddenBy(booking: Pick<Booking, "veiled" | "restricted" | "status">): Cover {
  return { veiled: booking.veiled, restricted: isPutAway(booking) };
}

/** As the person it is for sees it, on their own pages and in what is written to them. */
export function seenByOwner(booking: Booking): SeenBooking {
  return seen(booking, false);
}

/**
 * As whoever has the ticket's link sees it: links are passed on. Who it is for sees all of it once they have shown that the
 * booking is theirs.
 */
export function seenByLink(booking: Booking, isOwner: boolean): SeenBooking {
  return seen(booking, booking.veiled && !isOwner);
}

/** As it is shown once, to who has given a reason that stands in the audit log. */
export function seenForReason(booking: Booking): SeenBooking {
  return seen(booking, false);
}

/**
 * As the driver sees it who drives it: the two places from an hour before the pickup until the ride is over, and never who
 * it is; who must be reached is reached through the operators.
 */
export function seenByDriver(booking: Booking, nowMs: number): SeenBooking {
  const hidden = seenByStaff(booking);
  if (!booking.veiled || !isFetchedNow(booking, nowMs)) return hidden;
  const { from, to } = booking.trip;
  return { ...hidden, trip: { ...hidden.trip, from, to } };
}

/** True for a ride that is stored and no more: it is over, and its customer has their data restricted (Article 18). */
function isPutAway({ restricted, status }: Pick<Booking, "restricted" | "status">): boolean {
  return restricted && isOver(status);
}

/** States in which the driver is on the way, whatever the clock says. */
const UNDER_WAY: ReadonlySet<Booking["status"]> = new Set(["en-route", "arrived", "on-board"]);

function isFetchedNow({ status, trip, reservation }: Booking, nowMs: number): boolean {
  if (UNDER_WAY.has(status)) return true;
  return status === "assigned" && nowMs < reservation.endMs &&
    nowMs >= Date.parse(trip.pickup.instant) - DRIVER_WINDOW_MS;
}

function seen(booking: Booking, isHidden: boolean): SeenBooking {
  if (!isHidden) return { ...booking, [SEEN]: { isHidden } };
  const nobody = forgottenBooking(booking);
  // The quote has the places, and is shown to whoever names it.
  const trip = { ...nobody.trip, quoteId: quoteId("") };
  return { ...nobody, ...coverOf(booking), trip, [SEEN]: { isHidden } };
}
