// A booking: what was bought, for whom, on which vehicle, and every event of its life.
import type { QuoteId, QuoteOption } from "../pricing/quote.ts";
import type { TripRequest } from "../trip/trip.ts";
import type { Route } from "../routing/route.ts";
import type { DriverId, VehicleClass, VehicleId } from "../fleet/vehicle.ts";
import type { Locale } from "../kernel/locale.ts";
import type { FeeVat } from "./fee-vat.ts";
import { isUlid } from "../kernel/ulid.ts";

/** Id of a booking, a ULID. */
export type BookingId = string & { readonly __brand: "BookingId" };

/** States in the order a ride passes them, then the three ways it can end early. */
export const BOOKING_STATUSES = [
  "confirmed",
  "assigned",
  "en-route",
  "arrived",
  "on-board",
  "completed",
  "cancelled",
  "no-show",
  "expired",
] as const;

/** Where a booking is in its life. */
export type BookingStatus = typeof BOOKING_STATUSES[number];

/** Who caused an event. */
export type Actor =
  | { kind: "customer" }
  | { kind: "operator"; name: string }
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

/** What a booking has in each of its states beside the facts. */
export type BookingState =
  | { status: "confirmed" }
  | { status: "assigned" | "en-route" | "arrived" | "on-board" | "completed"; driverId: DriverId }
  | { status: "no-show"; driverId: DriverId; feeOre: number; feeVat: FeeVat }
  | { status: "cancelled"; cancellation: Cancellation }
  | { status: "expired" };

/** A booking in one of its states; only the facts of that state exist. */
export type Booking = BookingFacts & BookingState;

/** What is known when a booking is made; all else follows from its events. */
export type ConfirmedFacts = Omit<BookingFacts, "createdAt" | "changedAt" | "version">;

/** What happened to a booking. Append-only; `at` is the server's instant, ISO in UTC. */
export type BookingEvent =
  & { at: string; actor: Actor }
  & (
    | { type: "confirmed" } & ConfirmedFacts
    | { type: "rescheduled"; trip: BookedTrip; reservation: Reservation }
    | { type: "details-changed" } & BookingDetails
    | { type: "assigned"; driverId: DriverId; reservation: Reservation }
    | { type: "unassigned"; reason: string }
    | { type: "departed" }
    | { type: "arrived" }
    | { type: "boarded" }
    | { type: "completed" }
    | {
      type: "cancelled";
      by: "customer" | "operator";
      reason: string;
      feeOre: number;
      /** Null in events of releases that did not decide it; the price of the booking says it. */
      feeVat: FeeVat | null;
    }
    | { type: "no-show"; feeOre: number; feeVat: FeeVat }
    | { type: "expired" }
  );

/** A wish to change a booking; `decide` turns it into events or refuses. */
export type BookingCommand =
  | { type: "reschedule"; trip: BookedTrip; reservation: Reservation }
  | { type: "change-details" } & BookingDetails
  | { type: "assign"; driverId: DriverId; reservation: Reservation }
  | { type: "unassign"; reason: string }
  | { type: "depart" }
  | { type: "arrive" }
  | { type: "board" }
  | { type: "complete" }
  | {
    type: "cancel";
    by: "customer" | "operator";
    reason: string;
    feeOre: number;
    feeVat: FeeVat;
  }
  | { type: "mark-no-show"; feeOre: number; feeVat: FeeVat }
  | { type: "expire" };

/** Everything that can be done to a booking. */
export type BookingAction = BookingCommand["type"];

/** What a board row shows of a booking: small, so lists and live updates stay light. */
export interface BookingSummary {
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
  vehicleClass: VehicleClass;
  distanceMeters: number;
  totalOre: number;
  vehicleId: VehicleId;
  driverId: DriverId | null;
  version: number;
  changedAt: string;
}

/** What the feed tells: a booking was made or changed. */
export interface BookingChanged {
  /** The server's instant, ISO in UTC. */
  at: string;
  type: BookingEvent["type"];
  /** The booking as it is after it. */
  summary: BookingSummary;
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
