// Rows of bookings that an earlier release wrote: a new field gets its value on old rows here.
import type { AnyVersion } from "../kernel/any-version.ts";
import type { StoredForm } from "../kv/family.ts";
import type { FeedBody } from "../kv/feed-row.ts";
import { optionOfToday, type StoredOption } from "../pricing/stored-pricing.ts";
import {
  routeOfToday,
  type StoredRoute,
  type StoredTrip,
  tripOfToday,
} from "../trip/stored-trip.ts";
import type {
  BookedTrip,
  Booking,
  BookingChanged,
  BookingEvent,
  BookingFacts,
  BookingState,
  BookingSummary,
  ConfirmedFacts,
  Contact,
  Reservation,
} from "./booking.ts";

type StoredContact = AnyVersion<Contact, "name" | "phone" | "email">;
type StoredReservation = AnyVersion<Reservation, "vehicleId" | "startMs" | "endMs">;
type BookedAlone = Omit<BookedTrip, keyof StoredTrip | keyof StoredOption | "route">;
type StoredBookedTrip =
  & AnyVersion<BookedAlone, "quoteId" | "tariffVersion" | "timeZoneDataVersion">
  & StoredTrip
  & StoredOption
  & { route: StoredRoute };
type StoredConfirmed =
  & AnyVersion<
    Omit<ConfirmedFacts, "contact" | "trip" | "reservation">,
    "id" | "reference" | "note" | "locale"
  >
  & { contact: StoredContact; trip: StoredBookedTrip; reservation: StoredReservation };
type StoredFacts =
  & StoredConfirmed
  & AnyVersion<
    Omit<BookingFacts, keyof ConfirmedFacts>,
    "createdAt" | "changedAt" | "version"
  >;
type StoredEvent =
  & Pick<BookingEvent, "at" | "actor">
  & (
    | { type: "confirmed" } & StoredConfirmed
    | { type: "rescheduled"; trip: StoredBookedTrip; reservation: StoredReservation }
    | Exclude<BookingEvent, { type: "confirmed" | "rescheduled" }>
  );
type StoredSummary = AnyVersion<
  BookingSummary,
  | "id"
  | "reference"
  | "status"
  | "pickupMs"
  | "wallTime"
  | "from"
  | "to"
  | "customer"
  | "phone"
  | "passengers"
  | "vehicleClass"
  | "distanceMeters"
  | "totalOre"
  | "vehicleId"
  | "driverId"
  | "version"
  | "changedAt"
>;
type StoredChange = AnyVersion<Omit<BookingChanged, "summary">, "at" | "type"> & {
  summary: StoredSummary;
};

/** Raised with every change of a stored shape of this room; all its rows carry it. */
const VERSION = 1;

/** How rows of bookings are read. */
export const storedBooking: StoredForm<Booking> = {
  version: VERSION,
  upgrade: (row) => bookingOfToday(row as StoredFacts & BookingState),
};

/** How rows of events are read. */
export const storedEvent: StoredForm<BookingEvent> = {
  version: VERSION,
  upgrade: (row) => eventOfToday(row as StoredEvent),
};

/** How rows of the board's index are read. */
export const storedSummary: StoredForm<BookingSummary> = {
  version: VERSION,
  upgrade: (row) => summaryOfToday(row as StoredSummary),
};

/** What the feed tells of a booking, whichever release told it: its entries carry no version. */
export function changeOfToday(body: FeedBody): BookingChanged {
  const row = body as StoredChange;
  return { ...row, summary: summaryOfToday(row.summary) };
}

function bookingOfToday(row: StoredFacts & BookingState): Booking {
  return { ...row, ...confirmedOfToday(row) };
}

function eventOfToday(row: StoredEvent): BookingEvent {
  switch (row.type) {
    case "confirmed":
      return { ...row, ...confirmedOfToday(row) };
    case "rescheduled":
      return {
        ...row,
        trip: bookedTripOfToday(row.trip),
        reservation: reservationOfToday(row.reservation),
      };
    case "assigned":
      return { ...row, reservation: reservationOfToday(row.reservation) };
    default:
      return row;
  }
}

function confirmedOfToday(row: StoredConfirmed): ConfirmedFacts {
  return {
    ...row,
    contact: contactOfToday(row.contact),
    trip: bookedTripOfToday(row.trip),
    reservation: reservationOfToday(row.reservation),
  };
}

function contactOfToday(row: StoredContact): Contact {
  return { ...row };
}

function bookedTripOfToday(row: StoredBookedTrip): BookedTrip {
  return {
    ...row,
    ...tripOfToday(row),
    ...optionOfToday(row),
    route: routeOfToday(row.route),
  };
}

function reservationOfToday(row: StoredReservation): Reservation {
  return { ...row };
}

function summaryOfToday(row: StoredSummary): BookingSummary {
  return { ...row };
}
