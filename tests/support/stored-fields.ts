// Every field of every stored type, with the version of its room's rows that brought it: a field that is
// missing here does not compile.
import type { DriverCheck } from "../../lib/fleet/driver-check.ts";
import type {
  BookedTrip,
  Booking,
  BookingEvent,
  BookingFacts,
  BookingStatus,
  BookingSummary,
  Cancellation,
  ConfirmedFacts,
  Contact,
  Reservation,
} from "../../lib/booking/booking.ts";
import type { BookingChanged } from "../../lib/booking/booking-changed.ts";
import type { ActSpan, OperatorAct } from "../../lib/booking/operator-act.ts";
import type { Outage, VehicleOutages } from "../../lib/fleet/outage.ts";
import type { PermitHolder } from "../../lib/fleet/permit-holder.ts";
import type { Span, VehicleDay } from "../../lib/fleet/vehicle-day.ts";
import type { Driver, Vehicle } from "../../lib/fleet/vehicle.ts";
import type { PickupTime } from "../../lib/kernel/wall-time.ts";
import type { IdempotencyRecord } from "../../lib/kv/idempotency-record.ts";
import type { DeadJob, Job } from "../../lib/kv/job.ts";
import type { Landmark } from "../../lib/places/landmark.ts";
import type { LandmarkChanged, LandmarkEdit } from "../../lib/places/landmark-edit.ts";
import type { Point, Stop } from "../../lib/places/place.ts";
import type { FareLine, Quote, QuoteOption } from "../../lib/pricing/quote.ts";
import type { TariffDraft } from "../../lib/pricing/tariff-draft.ts";
import type { Tariff } from "../../lib/pricing/tariff.ts";
import type { Route } from "../../lib/routing/route.ts";
import type { Extras, TripRequest } from "../../lib/trip/trip.ts";

/** The version that brought a field; the fields of a part; those of each item of a list. */
export type Since = number | StoredFields | readonly [StoredFields];

/** The fields of a stored object by their names. */
export interface StoredFields {
  readonly [field: string]: Since;
}

/** Every field of a stored type. */
export type Fields<Row> = { readonly [Field in keyof Row]-?: Since };
type OneOf<Union, Field extends keyof Union, Tag> = Union extends unknown
  ? Tag extends Union[Field] ? Union : never
  : never;

const POINT: Fields<Point> = { lat: 1, lng: 1 };
const LANDMARK: Fields<Landmark> = {
  id: 1,
  kind: 1,
  name: 1,
  nameEn: 1,
  area: 1,
  town: 1,
  point: POINT,
  weight: 1,
  aliases: 1,
  tiedTo: 1,
  source: 1,
};
const STOP: Fields<Stop> = { placeId: 1, kind: 1, name: 1, area: 1, point: POINT, words: 1 };
const PICKUP: Fields<PickupTime> = { wallTime: 1, timeZone: 1, instant: 1 };
const EXTRAS: Fields<Extras> = { childSeats: 1, pets: 1, extraLuggage: 1 };
const TRIP: Fields<TripRequest> = {
  from: STOP,
  to: STOP,
  pickup: PICKUP,
  passengers: 1,
  bags: 1,
  wheelchairs: 2,
  extras: EXTRAS,
};
const ROUTE: Fields<Route> = {
  distanceMeters: 1,
  durationSeconds: 1,
  geometry: 1,
  engine: 1,
  dataVersion: 1,
  isEstimate: 1,
};
const LINE: Fields<FareLine> = {
  code: 1,
  label: 1,
  amountOre: 1,
  vatRatePercent: 1,
  vatOre: 1,
};
const OPTION: Fields<Omit<QuoteOption, "terms">> = {
  vehicleClass: 1,
  lines: [LINE],
  totalOre: 1,
  vatOre: 1,
  isFixedPrice: 1,
  comparisonPriceOre: 1,
  bindingMaximumOre: 1,
};
const BOOKED_TRIP: Fields<Omit<BookedTrip, "terms">> = {
  ...TRIP,
  ...OPTION,
  quoteId: 1,
  route: ROUTE,
  tariffVersion: 1,
  timeZoneDataVersion: 1,
};
const CONTACT: Fields<Contact> = { name: 1, phone: 1, email: 1 };
const RESERVATION: Fields<Reservation> = { vehicleId: 1, startMs: 1, endMs: 1 };
const CONFIRMED: Fields<ConfirmedFacts> = {
  id: 1,
  reference: 1,
  contact: CONTACT,
  flightNumber: 2,
  note: 1,
  locale: 1,
  trip: BOOKED_TRIP,
  reservation: RESERVATION,
  links: 3,
  payment: 6,
  veiled: 4,
  restricted: 5,
};
const FACTS: Fields<BookingFacts> = { ...CONFIRMED, createdAt: 1, changedAt: 1, version: 1 };
const CANCELLATION: Fields<Cancellation> = { by: 1, reason: 1, feeOre: 1, feeVat: 2, at: 1 };
const DRIVEN = { ...FACTS, status: 1, driverId: 1 };
const EVENT = { type: 1, at: 1, actor: 1 };
const SPAN: Fields<Span> = { bookingId: 1, startMs: 1, endMs: 1 };
const JOB: Fields<Job> = { id: 1, kind: 1, payload: 1, attempts: 1, lastError: 1 };

/** A booking in each status. */
export const BOOKING_FIELDS: {
  readonly [Status in BookingStatus]: Fields<OneOf<Booking, "status", Status>>;
} = {
  confirmed: { ...FACTS, status: 1 },
  assigned: DRIVEN,
  "en-route": DRIVEN,
  arrived: DRIVEN,
  "on-board": DRIVEN,
  completed: DRIVEN,
  cancelled: { ...FACTS, status: 1, cancellation: CANCELLATION },
  "no-show": { ...DRIVEN, feeOre: 1, feeVat: 2 },
  expired: { ...FACTS, status: 1 },
  "awaiting-payment": { ...FACTS, status: 6, until: 6 },
  lapsed: { ...FACTS, status: 6 },
};

/** Each type of event. */
export const EVENT_FIELDS: {
  readonly [Type in BookingEvent["type"]]: Fields<OneOf<BookingEvent, "type", Type>>;
} = {
  confirmed: { ...EVENT, ...CONFIRMED },
  rescheduled: { ...EVENT, trip: BOOKED_TRIP, reservation: RESERVATION },
  "details-changed": { ...EVENT, phone: 2, flightNumber: 2, note: 2 },
  assigned: { ...EVENT, driverId: 1, reservation: RESERVATION },
  unassigned: { ...EVENT, reason: 1 },
  departed: EVENT,
  arrived: EVENT,
  boarded: EVENT,
  completed: EVENT,
  cancelled: { ...EVENT, by: 1, reason: 1, feeOre: 1, feeVat: 2, fault: 7 },
  "no-show": { ...EVENT, feeOre: 1, feeVat: 2 },
  expired: EVENT,
  placed: { ...EVENT, ...CONFIRMED, until: 6 },
  secured: { ...EVENT, paymentId: 6, method: 6 },
  "payment-changed": { ...EVENT, paymentId: 6, method: 6 },
  lapsed: EVENT,
  changed: {
    ...EVENT,
    contact: CONTACT,
    flightNumber: 3,
    note: 3,
    trip: BOOKED_TRIP,
    reservation: RESERVATION,
    changes: 3,
    basis: 3,
    reason: 3,
  },
  moved: { ...EVENT, reservation: RESERVATION },
  linked: { ...EVENT, link: 3 },
  overrode: { ...EVENT, refusals: 3, reason: 3 },
  "veil-changed": { ...EVENT, veiled: 4, restricted: 5 },
  revived: { ...EVENT, trip: BOOKED_TRIP, reservation: RESERVATION, reason: 3 },
  undone: { ...EVENT, undoes: 3, from: 3, to: 3, undid: 3, restored: 3 },
};

/** A row of the board. */
export const SUMMARY_FIELDS: Fields<BookingSummary> = {
  id: 1,
  reference: 1,
  status: 1,
  pickupMs: 1,
  wallTime: 1,
  from: 1,
  to: 1,
  customer: 1,
  phone: 1,
  veiled: 4,
  restricted: 5,
  passengers: 1,
  bags: 3,
  wheelchairs: 3,
  childSeats: 3,
  pets: 3,
  extraLuggage: 3,
  flightNumber: 3,
  note: 3,
  vehicleClass: 1,
  distanceMeters: 1,
  durationSeconds: 3,
  totalOre: 1,
  vehicleId: 1,
  driverId: 1,
  version: 1,
  changedAt: 1,
};

/** What the feed tells of a booking. */
export const CHANGE_FIELDS: Fields<BookingChanged> = {
  at: 1,
  type: 1,
  act: 3,
  due: 3,
  undid: 3,
  summary: SUMMARY_FIELDS,
};

/** An operator's act. */
export const ACT_FIELDS: Fields<OperatorAct> = {
  id: 1,
  kind: 1,
  actor: 1,
  at: 1,
  due: 1,
  spans: [{ bookingId: 1, from: 1, to: 1 } satisfies Fields<ActSpan>],
  outage: 1,
  outcome: 1,
};

/** A vehicle's outages. */
export const OUTAGES_FIELDS: Fields<VehicleOutages> = {
  outages: [{ id: 1, startMs: 1, endMs: 1, reason: 1, by: 1 } satisfies Fields<Outage>],
};

/** A quote. */
export const QUOTE_FIELDS: Fields<Quote> = {
  id: 1,
  trip: TRIP,
  route: ROUTE,
  options: [OPTION],
  tariffVersion: 1,
  timeZoneDataVersion: 1,
  createdAt: 1,
  expiresAt: 1,
  reschedules: 1,
  signature: 1,
};

/** A tariff. */
export const TARIFF_FIELDS: Fields<Tariff> = {
  version: 1,
  validFrom: 1,
  validUntil: 1,
  currency: 1,
  vatRatePercent: 1,
  rounding: 2,
  rates: 1,
  extras: { childSeatOre: 1, petOre: 1, extraLuggageOre: 1 } satisfies Fields<Tariff["extras"]>,
  zones: 1,
  fixedPrices: 1,
  surcharges: 1,
};

/** A draft of a tariff. */
export const TARIFF_DRAFT_FIELDS: Fields<TariffDraft> = {
  ...{ id: 1, revision: 1, name: 1, tariff: 1, state: 1, story: 1, authors: 2, approvedBy: 2 },
};

/** A vehicle. */
export const VEHICLE_FIELDS: Fields<Vehicle> = {
  ...{ id: 1, name: 1, number: 2 },
  vehicleClass: 1,
  registration: 1,
  holderId: 2,
  formerHolders: [{ holderId: 4, until: 4 }],
  phone: 2,
  seats: 2,
  wheelchairs: 2,
  equipment: 2,
  ...{ inTraffic: 1, regime: 4 },
  from: 2,
  until: 2,
};

/** A permit holder. */
export const HOLDER_FIELDS: Fields<PermitHolder> = {
  ...{ id: 1, name: 1, organisationNumber: 1, kind: 1, from: 1, until: 1 },
  ...{ permitNumber: 3, contact: 3, phone: 3, email: 3 },
};

/** A driver. */
export const DRIVER_FIELDS: Fields<Driver> = {
  id: 1,
  name: 1,
  driverCode: 1,
  vehicleId: 1,
  otherVehicleIds: 2,
  phone: 2,
  licence: 2,
  note: 2,
  from: 2,
  until: 2,
};

/** That a paper of a driver was looked at. */
export const DRIVER_CHECK_FIELDS: Fields<DriverCheck> = {
  ...{ kind: 1, checkedOn: 1, goodUntil: 1, by: 1, at: 1 },
};

/** A vehicle's day. */
export const VEHICLE_DAY_FIELDS: Fields<VehicleDay> = { spans: [SPAN] };

/** A job. */
export const JOB_FIELDS = JOB;

/** A job that failed too often. */
export const DEAD_JOB_FIELDS: Fields<DeadJob> = { ...JOB, diedAt: 2 };

/** What is remembered of a request. */
export const IDEMPOTENCY_FIELDS: Fields<IdempotencyRecord> = {
  bodyHash: 1,
  resultId: 1,
  expiresAt: 1,
};

/** Of an operator's landmark. */
export const LANDMARK_EDIT_FIELDS: Fields<LandmarkEdit> = {
  landmark: LANDMARK,
  isRetired: 1,
  version: 1,
};

/** Of what was done to a landmark. */
export const LANDMARK_CHANGE_FIELDS: Fields<LandmarkChanged> = {
  at: 1,
  type: 1,
  operatorName: 1,
  before: LANDMARK,
  after: LANDMARK,
};
