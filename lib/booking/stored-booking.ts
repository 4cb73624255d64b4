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
import { feeVatOf, missedVat } from "./fee-vat.ts";
import type { BookingLink } from "./booking-link.ts";
import type {
  Actor,
  BookedTrip,
  Booking,
  BookingChanged,
  BookingEvent,
  BookingFacts,
  BookingState,
  BookingSummary,
  Cancellation,
  ConfirmedFacts,
  Contact,
  Cover,
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
    Omit<ConfirmedFacts, "contact" | "trip" | "reservation" | "links" | keyof Cover>,
    "id" | "reference" | "note" | "locale"
  >
  & {
    contact: StoredContact;
    trip: StoredBookedTrip;
    reservation: StoredReservation;
    links?: BookingLink[];
    veiled?: boolean;
    restricted?: boolean;
  };
type StoredFacts =
  & StoredConfirmed
  & AnyVersion<
    Omit<BookingFacts, keyof ConfirmedFacts>,
    "createdAt" | "changedAt" | "version"
  >;
type StoredCancellation = AnyVersion<Cancellation, "by" | "reason" | "feeOre" | "at">;
type StoredState =
  | Exclude<BookingState, { status: "cancelled" | "no-show" }>
  | { status: "cancelled"; cancellation: StoredCancellation }
  | AnyVersion<BookingState & { status: "no-show" }, "status" | "driverId" | "feeOre">;
type StoredFee = AnyVersion<BookingEvent & { type: "no-show" }, "type" | "at" | "actor" | "feeOre">;
type StoredEnd = AnyVersion<
  BookingEvent & { type: "cancelled" },
  "type" | "at" | "actor" | "by" | "reason" | "feeOre"
>;
type StoredActor =
  | Exclude<Actor, { kind: "operator" }>
  | AnyVersion<Actor & { kind: "operator" }, "kind" | "name">;
type StoredVeiling = AnyVersion<
  BookingEvent & { type: "veil-changed" },
  "type" | "at" | "actor" | "veiled"
>;
type StoredEvent =
  & { at: string; actor: StoredActor }
  & (
    | { type: "confirmed" } & StoredConfirmed
    | { type: "rescheduled"; trip: StoredBookedTrip; reservation: StoredReservation }
    | StoredFee
    | StoredEnd
    | StoredVeiling
    | Exclude<
      BookingEvent,
      { type: "confirmed" | "rescheduled" | "cancelled" | "no-show" | "veil-changed" }
    >
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
type StoredChange = AnyVersion<Omit<BookingChanged, "summary" | "undid">, "at" | "type"> & {
  undid?: BookingChanged["undid"];
  summary: StoredSummary;
};

/** Raised with every change of a stored shape of this room; all its rows carry it. */
const VERSION = 5;

/** How rows of bookings are read. */
export const storedBooking: StoredForm<Booking> = {
  version: VERSION,
  upgrade: (row) => bookingOfToday(row as StoredFacts & StoredState),
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
  return {
    ...row,
    // Version 3 brought acts; before it nothing could be undone, so nothing had to wait.
    act: row.act ?? null,
    due: row.due ?? row.at,
    undid: row.undid ?? null,
    summary: summaryOfToday(row.summary),
  };
}

function bookingOfToday(row: StoredFacts & StoredState): Booking {
  const { createdAt, changedAt, version } = row;
  const facts = { ...confirmedOfToday(row), createdAt, changedAt, version };
  switch (row.status) {
    case "cancelled":
      return { ...row, ...facts, cancellation: cancellationOfToday(row.cancellation, facts) };
    case "no-show":
      return { ...row, ...facts, feeVat: row.feeVat ?? missedVat(row.feeOre) };
    default:
      return { ...row, ...facts };
  }
}

/** Version 2 brought the VAT of a fee; before it, it follows from the price. */
function cancellationOfToday(
  row: StoredCancellation,
  { trip }: Pick<BookingFacts, "trip">,
): Cancellation {
  return { ...row, feeVat: row.feeVat ?? feeVatOf(row.feeOre, trip.totalOre) };
}

function eventOfToday({ actor, ...stored }: StoredEvent): BookingEvent {
  const row = { ...stored, actor: actorOfToday(actor) };
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
    case "cancelled":
      return { ...row, feeVat: row.feeVat ?? null };
    case "no-show":
      return { ...row, feeVat: row.feeVat ?? missedVat(row.feeOre) };
    case "veil-changed":
      return { ...row, restricted: row.restricted ?? false };
    default:
      return row;
  }
}

function actorOfToday(actor: StoredActor): Actor {
  return actor.kind === "operator" ? { ...actor, id: actor.id ?? null } : actor;
}

function confirmedOfToday(row: StoredConfirmed): ConfirmedFacts {
  return {
    ...row,
    // Version 2 brought it; before it, flights stood in the message.
    flightNumber: row.flightNumber ?? "",
    contact: contactOfToday(row.contact),
    trip: bookedTripOfToday(row.trip),
    reservation: reservationOfToday(row.reservation),
    links: row.links ?? [],
    // Version 4 brought it; before it nobody's identity was protected.
    veiled: row.veiled ?? false,
    // Version 5 brought it; restricted rides of before are marked by a walk over who has restricted theirs.
    restricted: row.restricted ?? false,
  };
}

function contactOfToday(row: StoredContact): Contact {
  return { ...row };
}

/** Before version 2 the need was said by the class alone: who booked a vehicle for a wheelchair has one. */
function bookedTripOfToday(row: StoredBookedTrip): BookedTrip {
  return {
    ...row,
    ...tripOfToday(row),
    ...optionOfToday(row),
    wheelchairs: row.wheelchairs ?? (row.vehicleClass === "wheelchair" ? 1 : 0),
    route: routeOfToday(row.route),
  };
}

function reservationOfToday(row: StoredReservation): Reservation {
  return { ...row };
}

/** Before version 3 a row said less than its booking; the walk over all bookings writes those anew. */
function summaryOfToday(row: StoredSummary): BookingSummary {
  return {
    ...row,
    bags: row.bags ?? 0,
    wheelchairs: row.wheelchairs ?? (row.vehicleClass === "wheelchair" ? 1 : 0),
    childSeats: row.childSeats ?? 0,
    pets: row.pets ?? 0,
    extraLuggage: row.extraLuggage ?? 0,
    flightNumber: row.flightNumber ?? "",
    note: row.note ?? "",
    veiled: row.veiled ?? false,
    restricted: row.restricted ?? false,
    durationSeconds: row.durationSeconds ?? 0,
  };
}
