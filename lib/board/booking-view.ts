// What the board's pane shows of a booking: chosen fields only, so nothing else can leak into a page.
import type {
  Actor,
  BookingEvent,
  BookingId,
  BookingStatus,
  BookingSummary,
} from "../booking/booking.ts";
import { summarise } from "../booking/summarise.ts";
import { hiddenBy, type SeenBooking, seenHistory } from "../booking/seen-booking.ts";
import type { BookingLink } from "../booking/booking-link.ts";
import type { FieldChange } from "../booking/field-change.ts";
import type { DriverId, VehicleClass, VehicleId } from "../fleet/vehicle.ts";
import { type Stop, stopLabel } from "../places/place.ts";
import type { FareLine } from "../pricing/quote.ts";
import type { Extras } from "../trip/trip.ts";
import type { Fault } from "../fees/fault.ts";
import type { Locale } from "../kernel/locale.ts";
import { unreachable } from "../kernel/invariant.ts";
import { shownPhoneNumber } from "../forms/phone-number.ts";

/** One end of the trip. */
export interface StopView {
  label: string;
  /** The resolved place, "" when the label already says it. */
  place: string;
  /** The customer's own words, "" when none. */
  words: string;
}

/** One event, with the facts the route line shows. */
export interface HistoryEntry {
  type: BookingEvent["type"];
  at: string;
  actor: Actor;
  driverId: DriverId | null;
  vehicleId: VehicleId | null;
  /** New local pickup of a reschedule, else "". */
  wallTime: string;
  reason: string;
  feeOre: number | null;
  /** Field by field what an operator changed. */
  changes: FieldChange[];
  /** The booking it was tied to. */
  link: BookingLink | null;
}

/** A booking with its history, as the pane and the API give it. */
export interface BookingView {
  id: BookingId;
  reference: string;
  status: BookingStatus;
  version: number;
  locale: Locale;
  /** True when the customer's identity is protected: then names, numbers, words and places are "". */
  veiled: boolean;
  /** True when they are "" because the customer has their data restricted and the ride is over. */
  restricted: boolean;
  /** `shownPhone` is the number as people write it; only the server knows how each country does. */
  contact: { name: string; phone: string; shownPhone: string; email: string };
  /** `SK1436`, "" when none. */
  flightNumber: string;
  note: string;
  from: StopView;
  to: StopView;
  pickupMs: number;
  wallTime: string;
  passengers: number;
  bags: number;
  wheelchairs: number;
  extras: Extras;
  vehicleClass: VehicleClass;
  distanceMeters: number;
  durationSeconds: number;
  isEstimate: boolean;
  lines: FareLine[];
  totalOre: number;
  vatOre: number;
  isFixedPrice: boolean;
  vehicleId: VehicleId;
  driverId: DriverId | null;
  /** What cancelling now, and not coming, would cost by the terms; öre. */
  cancellationFeeOre: number;
  /** What cancelling now costs by who was at fault; öre. */
  faultFeesOre: Readonly<Record<Fault, number>>;
  noShowFeeOre: number;
  /** Bookings this one was split into, copied from and so on. */
  links: BookingLink[];
  history: HistoryEntry[];
  /** Its row in a list at the same moment, so that a list beside it never says anything else. */
  row: BookingSummary;
}

/** The fees that depend on the terms; they come from the rules as values. */
export type ViewFees = Pick<
  BookingView,
  "cancellationFeeOre" | "faultFeesOre" | "noShowFeeOre"
>;

/** The view of a booking and its events, oldest first. */
export function bookingView(
  booking: SeenBooking,
  events: readonly BookingEvent[],
  fees: ViewFees,
): BookingView {
  const { trip, contact } = booking;
  return {
    id: booking.id,
    reference: booking.reference,
    status: booking.status,
    version: booking.version,
    locale: booking.locale,
    ...hiddenBy(booking),
    contact: {
      name: contact.name,
      phone: contact.phone,
      shownPhone: shownPhoneNumber(contact.phone),
      email: contact.email,
    },
    flightNumber: booking.flightNumber,
    note: booking.note,
    from: stopView(trip.from),
    to: stopView(trip.to),
    pickupMs: Date.parse(trip.pickup.instant),
    wallTime: trip.pickup.wallTime,
    passengers: trip.passengers,
    bags: trip.bags,
    wheelchairs: trip.wheelchairs,
    extras: trip.extras,
    vehicleClass: trip.vehicleClass,
    distanceMeters: trip.route.distanceMeters,
    durationSeconds: trip.route.durationSeconds,
    isEstimate: trip.route.isEstimate,
    lines: trip.lines,
    totalOre: trip.totalOre,
    vatOre: trip.vatOre,
    isFixedPrice: trip.isFixedPrice,
    vehicleId: booking.reservation.vehicleId,
    driverId: "driverId" in booking ? booking.driverId : null,
    ...fees,
    links: booking.links,
    history: seenHistory(booking, events).map(historyEntry),
    row: summarise(booking),
  };
}

function stopView(stop: Stop): StopView {
  const label = stopLabel(stop);
  const place = stop.area === "" ? stop.name : `${stop.name}, ${stop.area}`;
  return { label, place: place === label ? "" : place, words: stop.words.trim() };
}

/** What the route line shows of an event. */
export function historyEntry(event: BookingEvent): HistoryEntry {
  const entry: HistoryEntry = {
    type: event.type,
    at: event.at,
    actor: event.actor,
    driverId: null,
    vehicleId: null,
    wallTime: "",
    reason: "",
    feeOre: null,
    changes: [],
    link: null,
  };
  switch (event.type) {
    case "assigned":
      return { ...entry, driverId: event.driverId, vehicleId: event.reservation.vehicleId };
    case "rescheduled":
      return { ...entry, wallTime: event.trip.pickup.wallTime };
    case "unassigned":
      return { ...entry, reason: event.reason };
    case "cancelled":
      return { ...entry, reason: event.reason, feeOre: event.feeOre };
    case "no-show":
      return { ...entry, feeOre: event.feeOre };
    case "changed": {
      const { changes, reason, reservation: { vehicleId } } = event;
      return { ...entry, changes, reason, vehicleId };
    }
    case "moved":
      return { ...entry, vehicleId: event.reservation.vehicleId };
    case "linked":
      return { ...entry, link: event.link };
    case "overrode":
      return { ...entry, reason: event.reason };
    case "revived": {
      const { reason, trip, reservation: { vehicleId } } = event;
      return { ...entry, reason, vehicleId, wallTime: trip.pickup.wallTime };
    }
    case "confirmed":
    case "placed":
      // A booking that came out of another names it from the start.
      return { ...entry, link: event.links[0] ?? null };
    case "undone":
    case "veil-changed":
    case "details-changed":
    case "departed":
    case "arrived":
    case "boarded":
    case "completed":
    case "expired":
    case "secured":
    case "payment-changed":
    case "lapsed":
      return entry;
    default:
      return unreachable(event);
  }
}
