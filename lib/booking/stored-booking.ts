// Rows of bookings that an earlier release wrote: a new field gets its value on old rows here.
import type { AnyVersion } from "../kernel/any-version.ts";
import type { StoredForm } from "../kv/family.ts";
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
  BookingEvent,
  BookingFacts,
  BookingState,
  Cancellation,
  ChangedFacts,
  ConfirmedFacts,
  Contact,
  Cover,
  Reservation,
} from "./booking.ts";
import type { BookedPayment } from "../payments/payment-method.ts";

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
    Omit<ConfirmedFacts, "contact" | "trip" | "reservation" | "links" | "payment" | keyof Cover>,
    "id" | "reference" | "note" | "locale"
  >
  & {
    contact: StoredContact;
    trip: StoredBookedTrip;
    reservation: StoredReservation;
    links?: BookingLink[];
    payment?: BookedPayment;
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
type StoredUndo =
  & AnyVersion<
    Omit<BookingEvent & { type: "undone" }, "restored">,
    "type" | "at" | "actor" | "undoes" | "from" | "to" | "undid"
  >
  & {
    restored: ChangedFacts & Pick<BookingFacts, "links"> & BookingState & {
      payment?: BookedPayment;
    };
  };
type StoredEvent =
  & { at: string; actor: StoredActor }
  & (
    | { type: "confirmed" } & StoredConfirmed
    | { type: "placed"; until: string } & StoredConfirmed
    | { type: "rescheduled"; trip: StoredBookedTrip; reservation: StoredReservation }
    | StoredFee
    | StoredEnd
    | StoredVeiling
    | StoredUndo
    | Exclude<
      BookingEvent,
      {
        type:
          | "confirmed"
          | "placed"
          | "rescheduled"
          | "cancelled"
          | "no-show"
          | "veil-changed"
          | "undone";
      }
    >
  );
/** Raised with every change of a stored shape of this room; all its rows carry it. */
export const VERSION = 7;

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
    case "placed":
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
      return { ...row, feeVat: row.feeVat ?? null, fault: row.fault ?? null };
    case "no-show":
      return { ...row, feeVat: row.feeVat ?? missedVat(row.feeOre) };
    case "veil-changed":
      return { ...row, restricted: row.restricted ?? false };
    case "undone":
      return { ...row, restored: { ...row.restored, payment: paymentOfToday(row.restored) } };
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
    payment: paymentOfToday(row),
    // Version 4 brought it; before it nobody's identity was protected.
    veiled: row.veiled ?? false,
    // Version 5 brought it; restricted rides of before are marked by a walk over who has restricted theirs.
    restricted: row.restricted ?? false,
  };
}

/** Version 6 brought it; before it every ride was paid in the car. */
function paymentOfToday({ payment }: { payment?: BookedPayment }): BookedPayment {
  return payment ?? { method: "car" };
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
