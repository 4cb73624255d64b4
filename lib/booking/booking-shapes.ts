// What stored bookings, their events, rows of days and operators' acts look like.
import { FAULTS } from "../fees/fault.ts";
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import {
  all,
  anything,
  byTag,
  either,
  flag,
  instant,
  listOf,
  number,
  orNull,
  record,
  type Shape,
  text,
  word,
} from "../kernel/shape.ts";
import { LOCALES } from "../kernel/locale.ts";
import { PAYMENT_METHODS } from "../payments/payment-method.ts";
import { optionShape } from "../pricing/pricing-shapes.ts";
import { routeShape, tripShape } from "../trip/trip-shapes.ts";
import type {
  Actor,
  BookedTrip,
  BookingDetails,
  BookingEvent,
  BookingFacts,
  BookingStatus,
  BookingSummary,
  Cancellation,
  ChangedEvent,
  ChangedFacts,
  Contact,
  Cover,
  Reservation,
  UndoneEvent,
} from "./booking.ts";
import type { BookedPayment } from "../payments/payment-method.ts";
import type { BookingChanged } from "./booking-changed.ts";
import { BOOKING_STATUSES } from "./booking.ts";
import { type BookingLink, OPPOSITE_LINK } from "./booking-link.ts";
import { CHANGE_FIELDS, type FieldChange } from "./field-change.ts";

const feeVat = word(["none", "included"]);
const contact = record<Contact>({ name: text, phone: text, email: text });
const reservation = record<Reservation>({ vehicleId: text, startMs: number, endMs: number });
const driven = record<{ driverId: string }>({ driverId: text });
const reasoned = record<{ reason: string }>({ reason: text });

const link = record<BookingLink>({
  kind: word(Object.keys(OPPOSITE_LINK)),
  bookingId: text,
  reference: text,
});

const bookedTrip = all(
  tripShape,
  optionShape,
  record<Pick<BookedTrip, "quoteId" | "route" | "tariffVersion" | "timeZoneDataVersion">>({
    quoteId: text,
    route: routeShape,
    tariffVersion: text,
    timeZoneDataVersion: text,
  }),
);

const changed = record<ChangedFacts>({
  contact,
  flightNumber: text,
  note: text,
  trip: bookedTrip,
  reservation,
});

const method = word(PAYMENT_METHODS);
const payment = record<BookedPayment>({ method });

const confirmed = all(
  changed,
  record<Pick<BookingFacts, "id" | "reference" | "locale" | "links" | "payment"> & Cover>({
    id: text,
    reference: text,
    locale: word(LOCALES),
    links: listOf(link),
    payment,
    veiled: flag,
    restricted: flag,
  }),
);

const until = record<{ until: string }>({ until: instant });

const state = byTag<BookingStatus>("status", {
  "awaiting-payment": until,
  confirmed: anything,
  assigned: driven,
  "en-route": driven,
  arrived: driven,
  "on-board": driven,
  completed: driven,
  "no-show": all(driven, record<{ feeOre: number; feeVat: string }>({ feeOre: number, feeVat })),
  cancelled: record<{ cancellation: Cancellation }>({
    cancellation: record<Cancellation>({
      by: word(["customer", "operator"]),
      reason: text,
      feeOre: number,
      feeVat,
      at: instant,
    }),
  }),
  expired: anything,
  lapsed: anything,
});

/** A booking. */
export const bookingShape = all(
  confirmed,
  state,
  record<Pick<BookingFacts, "createdAt" | "changedAt" | "version">>({
    createdAt: instant,
    changedAt: instant,
    version: number,
  }),
);

/** Who caused an event. */
export const actorShape = byTag<Actor["kind"]>("kind", {
  customer: anything,
  operator: record<{ id: string | null; name: string }>({ id: orNull(text), name: text }),
  driver: driven,
  system: anything,
});

const undone = record<UndoneEvent>({ type: text, at: instant });
const moved = record<{ reservation: Reservation }>({ reservation });
const booked = all(moved, record<{ trip: BookedTrip }>({ trip: bookedTrip }));

const EVENTS: { readonly [Type in BookingEvent["type"]]: Shape } = {
  confirmed,
  placed: all(confirmed, until),
  secured: record<{ paymentId: string | null; method: string }>({
    paymentId: orNull(text),
    method,
  }),
  "payment-changed": record<{ paymentId: string | null; method: string }>({
    paymentId: orNull(text),
    method,
  }),
  lapsed: anything,
  rescheduled: booked,
  "details-changed": record<BookingDetails>({ phone: text, flightNumber: text, note: text }),
  assigned: all(driven, moved),
  unassigned: reasoned,
  departed: anything,
  arrived: anything,
  boarded: anything,
  completed: anything,
  cancelled: record<Omit<Cancellation, "at"> & { fault: string | null }>({
    by: word(["customer", "operator"]),
    reason: text,
    feeOre: number,
    feeVat: orNull(feeVat),
    fault: orNull(word(FAULTS)),
  }),
  "no-show": record<{ feeOre: number; feeVat: string }>({ feeOre: number, feeVat }),
  expired: anything,
  changed: all(
    changed,
    record<Pick<ChangedEvent, "changes" | "basis" | "reason">>({
      changes: listOf(
        record<FieldChange>({
          field: word(CHANGE_FIELDS),
          from: either(text, number),
          to: either(text, number),
        }),
      ),
      basis: word(["unchanged", "original-tariff", "new-tariff", "kept"]),
      reason: text,
    }),
  ),
  moved,
  linked: record<{ link: BookingLink }>({ link }),
  overrode: all(reasoned, record<{ refusals: string[] }>({ refusals: listOf(text) })),
  "veil-changed": record<Cover>({ veiled: flag, restricted: flag }),
  revived: all(booked, reasoned),
  undone: record<
    Pick<BookingEvent & { type: "undone" }, "undoes" | "from" | "to" | "undid" | "restored">
  >({
    undoes: text,
    from: number,
    to: number,
    undid: undone,
    restored: all(
      changed,
      state,
      record<Pick<BookingFacts, "links" | "payment">>({ links: listOf(link), payment }),
    ),
  }),
};

/** An event of a booking. */
export const eventShape = all(
  record<{ at: string; actor: Actor }>({ at: instant, actor: actorShape }),
  byTag("type", EVENTS),
);

/** A row of a day. */
export const summaryShape = record<BookingSummary>({
  id: text,
  reference: text,
  status: word(BOOKING_STATUSES),
  pickupMs: number,
  wallTime: text,
  from: text,
  to: text,
  customer: text,
  phone: text,
  veiled: flag,
  restricted: flag,
  passengers: number,
  bags: number,
  wheelchairs: number,
  childSeats: number,
  pets: number,
  extraLuggage: number,
  flightNumber: text,
  note: text,
  vehicleClass: word(VEHICLE_CLASSES),
  distanceMeters: number,
  durationSeconds: number,
  totalOre: number,
  vehicleId: text,
  driverId: orNull(text),
  version: number,
  changedAt: instant,
});

/** What the feed tells of a booking. */
export const changedShape = record<BookingChanged>({
  at: instant,
  type: word(Object.keys(EVENTS)),
  act: orNull(text),
  due: instant,
  undid: orNull(undone),
  summary: summaryShape,
});
