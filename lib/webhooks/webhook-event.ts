// What a subscriber is told of a booking: the events, and what each says. Nothing in it names a person or a place: a
// subscriber learns what happens to which booking, when it is and what it costs. docs/webhooks.md describes it.
import type { BookingStatus } from "../booking/booking.ts";
import type { BookingChanged } from "../booking/booking-changed.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";

/** Every event, in the order a ride passes them. */
export const WEBHOOK_EVENTS = [
  "booking.confirmed",
  "booking.changed",
  "booking.revived",
  "booking.assigned",
  "booking.unassigned",
  "booking.departed",
  "booking.arrived",
  "booking.boarded",
  "booking.completed",
  "booking.cancelled",
  "booking.no-show",
  "booking.expired",
] as const;

/** One of them. */
export type WebhookEvent = typeof WEBHOOK_EVENTS[number];

/** What every subscriber is told of bookings it was told of, whatever it asked for: the law says so (GDPR, Article 19). */
export const CUSTOMER_EVENTS = [
  "customer.erased",
  "customer.rectified",
  "customer.restricted",
  "customer.unrestricted",
] as const;

/** One of them. */
export type CustomerEvent = typeof CUSTOMER_EVENTS[number];

/** The version of what is sent; a field that means something else from now on makes the next one. */
export const SCHEMA_VERSION = 1;

/** What is posted. */
export interface WebhookPayload {
  type: WebhookEvent | "webhook.test";
  schema: typeof SCHEMA_VERSION;
  /** The same at every try, and in the header `webhook-id`. */
  id: string;
  /** When it happened, ISO in UTC. */
  timestamp: string;
  /** The booking as it is after it; null in a test. */
  data: WebhookBooking | null;
}

/** What is posted of the customer of a booking: by what the receiver finds what it has, and nothing else. */
export interface CustomerPayload {
  type: CustomerEvent;
  schema: typeof SCHEMA_VERSION;
  id: string;
  timestamp: string;
  data: { booking: string; reference: string };
}

/** A booking as subscribers see it. */
export interface WebhookBooking {
  booking: string;
  reference: string;
  /** Grows with each change: an older one says less than what is known. */
  version: number;
  status: BookingStatus;
  /** When the customer is met: an instant, and the time in Sweden. */
  pickup: { instant: string; wallTime: string };
  vehicleClass: VehicleClass;
  passengers: number;
  distanceMeters: number;
  /** VAT included. */
  totalOre: number;
  /** True once somebody is to drive it. */
  hasDriver: boolean;
}

/** Something that happened to a booking, as it waits to be told. */
export interface BookingNews {
  event: WebhookEvent;
  /** The operator's act it belongs to, or null: one that is undone is never told. */
  act: string | null;
  /** Instants: when it happened, and before which nothing of it leaves the house. */
  at: string;
  due: string;
  booking: WebhookBooking;
}

/** What the change of a booking is called outside; null for what concerns nobody there. */
const EVENT_OF: Readonly<Record<BookingChanged["type"], WebhookEvent | null>> = {
  confirmed: "booking.confirmed",
  // Nobody outside hears of a booking before it is one.
  placed: null,
  secured: "booking.confirmed",
  "payment-changed": "booking.changed",
  lapsed: null,
  rescheduled: "booking.changed",
  changed: "booking.changed",
  // It may have lost its driver with its car.
  moved: "booking.changed",
  revived: "booking.revived",
  assigned: "booking.assigned",
  unassigned: "booking.unassigned",
  departed: "booking.departed",
  arrived: "booking.arrived",
  boarded: "booking.boarded",
  completed: "booking.completed",
  cancelled: "booking.cancelled",
  "no-show": "booking.no-show",
  expired: "booking.expired",
  // Telephone, flight and the words to the driver are between the customer and us.
  "details-changed": null,
  // Nobody outside learns who is protected, nor since when.
  "veil-changed": null,
  linked: null,
  overrode: null,
  undone: null,
};

/** What is told of an entry of the feed, or null. */
export function newsOf({ type, act, at, due, summary }: BookingChanged): BookingNews | null {
  const event = EVENT_OF[type];
  if (event === null) return null;
  const { id, reference, version, status, pickupMs, wallTime, vehicleClass } = summary;
  const { passengers, distanceMeters, totalOre, driverId } = summary;
  const pickup = { instant: new Date(pickupMs).toISOString(), wallTime };
  const trip = { pickup, vehicleClass, passengers, distanceMeters, totalOre };
  const hasDriver = driverId !== null;
  return {
    event,
    act,
    at,
    due,
    booking: { booking: id, reference, version, status, ...trip, hasDriver },
  };
}

/** Names an event for good: made of the booking and its version. */
export function eventId({ booking: { booking, version } }: Pick<BookingNews, "booking">): string {
  return `evt-${booking}-${version}`;
}

/** What is posted of it. */
export function payloadOf(news: BookingNews): WebhookPayload {
  const { event: type, at: timestamp, booking: data } = news;
  return { type, schema: SCHEMA_VERSION, id: eventId(news), timestamp, data };
}

/** What a receiver is told of the customer of one booking. */
export interface CustomerNews {
  event: CustomerEvent;
  booking: string;
  reference: string;
  /** The request it follows from: one is restricted more than once, and erased once. */
  requestId: string;
  at: string;
}

/** What is posted of it; one id for good. */
export function customerPayload(
  { event, booking, reference, requestId, at }: CustomerNews,
): CustomerPayload {
  const what = event === "customer.erased" ? "erased" : `${event.split(".")[1]}-${requestId}`;
  const facts = { type: event, schema: SCHEMA_VERSION } as const;
  return { ...facts, id: `evt-${booking}-${what}`, timestamp: at, data: { booking, reference } };
}
