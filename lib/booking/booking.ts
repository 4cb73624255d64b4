// A booking: what was bought, for whom, on which vehicle, and every event of its life.
import type { QuoteId, QuoteOption } from "../pricing/quote.ts";
import type { TripRequest } from "../trip/trip.ts";
import type { Route } from "../routing/route.ts";
import type { DriverId, VehicleClass, VehicleId } from "../fleet/vehicle.ts";
import type { Fault } from "../fees/fault.ts";
import type { Locale } from "../kernel/locale.ts";
import type { BookedPayment } from "../payments/payment-method.ts";
import type { BookingId } from "./booking-id.ts";
import type { BookingLink } from "./booking-link.ts";
import type { FeeVat } from "./fee-vat.ts";
import type { FieldChange, PriceBasis } from "./field-change.ts";
import { isUlid } from "../kernel/ulid.ts";

export type { BookingId } from "./booking-id.ts";

/** States in the order a ride passes them, then the four ways it can end early. */
export const BOOKING_STATUSES = [
  "awaiting-payment",
  "confirmed",
  "assigned",
  "en-route",
  "arrived",
  "on-board",
  "completed",
  "cancelled",
  "no-show",
  "expired",
  "lapsed",
] as const;

/** Where a booking is in its life. */
export type BookingStatus = typeof BOOKING_STATUSES[number];

/** Who caused an event. */
export type Actor =
  /** `id` names the person of who was signed in; guests and events of earlier releases have none. */
  | { kind: "customer"; id?: string }
  /** `id` names the person once operators are people; null until then and in events of earlier releases. */
  | { kind: "operator"; id: string | null; name: string }
  | { kind: "driver"; driverId: DriverId }
  | { kind: "system" };

/** How to reach the customer. */
export interface Contact {
  name: string;
  /** E.164, `+46701234567`. */
  phone: string;
  /** "" when not given. */
  email: string;
}

/** What a customer may change by themselves: it moves no car and no price. */
export interface BookingDetails {
  /** E.164. */
  phone: string;
  flightNumber: string;
  note: string;
}

/** What was bought: the frozen part of the quote that the customer chose. */
export interface BookedTrip extends TripRequest, QuoteOption {
  quoteId: QuoteId;
  route: Route;
  tariffVersion: string;
  timeZoneDataVersion: string;
}

/** The time a vehicle is taken, buffers included; epoch milliseconds, end exclusive. */
export interface Reservation {
  vehicleId: VehicleId;
  startMs: number;
  endMs: number;
}

/** Facts of every booking, whatever its state. */
export interface BookingFacts {
  id: BookingId;
  /** Six characters without the space a person hears: `K4Q7RM`. */
  reference: string;
  contact: Contact;
  /** The flight the customer comes with or goes to, `SK1436`; "" when none was given. */
  flightNumber: string;
  /** The customer's words to the driver, "" when none. */
  note: string;
  locale: Locale;
  trip: BookedTrip;
  reservation: Reservation;
  payment: BookedPayment;
  /** Bookings this one was split into, copied from and so on, oldest first. */
  links: BookingLink[];
  /** True while the identity of the customer is protected: `seen-booking.ts` says who sees what of it. */
  veiled: boolean;
  /** True while the customer has their data restricted: of a ride that is over `seen-booking.ts` then hides the same. */
  restricted: boolean;
  /** Instants, ISO in UTC. */
  createdAt: string;
  changedAt: string;
  /** Number of events so far; grows by one with each. */
  version: number;
}

/** How a booking was cancelled. */
export interface Cancellation {
  by: "customer" | "operator";
  reason: string;
  feeOre: number;
  /** Whether the fee contains VAT, as it was decided then. */
  feeVat: FeeVat;
  at: string;
}

/** What was decided of a cancellation. */
type Decided = Pick<Cancellation, "by" | "reason" | "feeOre">;

/** What a booking has in each of its states beside the facts. */
export type BookingState =
  /** A car is held until somebody has paid, or the time for it is over: `until`, an instant. */
  | { status: "awaiting-payment"; until: string }
  | { status: "confirmed" }
  | { status: "assigned" | "en-route" | "arrived" | "on-board" | "completed"; driverId: DriverId }
  | { status: "no-show"; driverId: DriverId; feeOre: number; feeVat: FeeVat }
  | { status: "cancelled"; cancellation: Cancellation }
  | { status: "expired" }
  /** Nobody paid in time: it never was a booking of anybody. */
  | { status: "lapsed" };

/** A booking in one of its states; only the facts of that state exist. */
export type Booking = BookingFacts & BookingState;

/** What is known when a booking is made, paid for or not; all else follows from its events. */
export type ConfirmedFacts = Omit<BookingFacts, "createdAt" | "changedAt" | "version">;

/** What covers whom a booking is for. */
export type Cover = Pick<BookingFacts, "veiled" | "restricted">;

/** What an operator's change leaves of everything it may touch. */
export type ChangedFacts = Pick<
  BookingFacts,
  "contact" | "flightNumber" | "note" | "trip" | "reservation"
>;

/** What was taken back and when it had happened. */
export interface UndoneEvent {
  type: string;
  at: string;
}

/** What an undone act gives back: everything but what makes the booking this one. */
export type RestoredBooking =
  & ChangedFacts
  & Pick<BookingFacts, "links" | "payment">
  & BookingState;

/** What happened to a booking. Append-only; `at` is the server's instant, ISO in UTC. */
export type BookingEvent =
  & { at: string; actor: Actor }
  & (
    | { type: "confirmed" } & ConfirmedFacts
    | { type: "placed"; until: string } & ConfirmedFacts
    /** The money is there, or promised; `paymentId` is null where nothing is paid beforehand. */
    | { type: "secured"; paymentId: string | null } & BookedPayment
    /** A ride that is booked is paid in another way. */
    | { type: "payment-changed"; paymentId: string | null } & BookedPayment
    | { type: "lapsed" }
    | { type: "rescheduled"; trip: BookedTrip; reservation: Reservation }
    | { type: "details-changed" } & BookingDetails
    | { type: "assigned"; driverId: DriverId; reservation: Reservation }
    | { type: "unassigned"; reason: string }
    | { type: "departed" }
    | { type: "arrived" }
    | { type: "boarded" }
    | { type: "completed" }
    /** The VAT is null in events of releases that did not decide it, the fault in those and where it was not said. */
    | { type: "cancelled"; feeVat: FeeVat | null; fault: Fault | null } & Decided
    | { type: "no-show"; feeOre: number; feeVat: FeeVat }
    | { type: "expired" }
    | ChangedEvent
    | { type: "moved"; reservation: Reservation }
    | { type: "linked"; link: BookingLink }
    /** What spoke against the car that was given all the same, by codes, and why it was given. */
    | { type: "overrode"; refusals: string[]; reason: string }
    /** Whether the customer's identity is protected, and their data restricted, from here on. */
    | { type: "veil-changed" } & Cover
    | { type: "revived"; trip: BookedTrip; reservation: Reservation; reason: string }
    /** `undoes` is the act; its events are those of versions `from + 1` to `to`, `undid` the last of them. */
    | {
      type: "undone";
      undoes: string;
      from: number;
      to: number;
      undid: UndoneEvent;
      restored: RestoredBooking;
    }
  );

/** An operator changed facts: each with its value before and after, so that nobody overwrites unseen. */
export type ChangedEvent = ChangedFacts & {
  type: "changed";
  changes: FieldChange[];
  basis: PriceBasis;
  /** Why the price was kept, "" when it was not. */
  reason: string;
};

/** What a board row shows of a booking: small, and, by its cover, neither who it is for nor where; `hiddenBy` says why. */
export interface BookingSummary extends Cover {
  id: BookingId;
  reference: string;
  status: BookingStatus;
  pickupMs: number;
  wallTime: string;
  from: string;
  to: string;
  customer: string;
  phone: string;
  passengers: number;
  bags: number;
  wheelchairs: number;
  childSeats: number;
  pets: number;
  extraLuggage: number;
  /** `SK1436`, "" when none. */
  flightNumber: string;
  /** How the words to the driver begin, on one line; "" when none. */
  note: string;
  vehicleClass: VehicleClass;
  distanceMeters: number;
  /** Driving time as it was planned; 0 when the row does not know. */
  durationSeconds: number;
  totalOre: number;
  vehicleId: VehicleId;
  driverId: DriverId | null;
  version: number;
  changedAt: string;
}

/** Longest reason for a cancellation that is kept, in characters. */
export const MAX_REASON_LENGTH = 200;

/** Brands a string as BookingId. */
export function bookingId(id: string): BookingId {
  return id as BookingId;
}

/** The booking a path names, or null when it cannot be one: ids are ULIDs. */
export function bookingIdIn(text: string | undefined): BookingId | null {
  return text !== undefined && isUlid(text) ? bookingId(text) : null;
}
