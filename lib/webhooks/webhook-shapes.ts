// What stored endpoints, and what waits to be told them, look like.
import {
  byTag,
  flag,
  instant,
  listOf,
  number,
  orNull,
  record,
  text,
  word,
} from "../kernel/shape.ts";
import type { SealedText } from "../security/sealed-text.ts";
import { type Delivery, DELIVERY_STATES, type Line } from "./delivery.ts";
import type { Endpoint, EndpointState, FormerEndpoint, SigningSecret } from "./endpoint.ts";
import {
  type BookingNews,
  CUSTOMER_EVENTS,
  WEBHOOK_EVENTS,
  type WebhookBooking,
} from "./webhook-event.ts";

/** An endpoint. */
export const endpointShape = record<Endpoint>({
  id: text,
  url: text,
  events: listOf(word(WEBHOOK_EVENTS)),
  secrets: listOf(record<SigningSecret>({
    sealed: record<SealedText>({ seal: word(["aes-256-gcm/1"]), iv: text, ciphertext: text }),
    madeAt: instant,
    until: orNull(instant),
  })),
  state: byTag<EndpointState["kind"]>("kind", {
    on: record<EndpointState & { kind: "on" }>({ kind: text, since: instant }),
    off: record<EndpointState & { kind: "off" }>({
      kind: text,
      since: instant,
      why: word(["asked", "failing", "gone"]),
    }),
  }),
  createdAt: instant,
  createdBy: text,
});

/** A removed endpoint. */
export const formerShape = record<FormerEndpoint>({
  id: text,
  url: text,
  createdAt: instant,
  removedAt: instant,
});

/** A delivery. */
export const deliveryShape = record<Delivery>({
  id: text,
  endpointId: text,
  bookingId: text,
  eventId: text,
  event: word([...WEBHOOK_EVENTS, ...CUSTOMER_EVENTS]),
  act: orNull(text),
  body: text,
  at: instant,
  due: instant,
  state: word(DELIVERY_STATES),
  attempts: number,
  firstTriedAt: orNull(instant),
  triedAt: orNull(instant),
  status: number,
  said: text,
});

/** Deliveries of a booking that wait. */
export const lineShape = record<Line>({ waiting: listOf(text), dueMs: number, at: instant });

/** What one commit of the feed has to tell. */
export const newsShape = listOf(record<BookingNews>({
  event: word(WEBHOOK_EVENTS),
  act: orNull(text),
  at: instant,
  due: instant,
  booking: record<WebhookBooking>({
    booking: text,
    reference: text,
    version: number,
    status: text,
    pickup: record<WebhookBooking["pickup"]>({ instant, wallTime: text }),
    vehicleClass: text,
    passengers: number,
    distanceMeters: number,
    totalOre: number,
    hasDriver: flag,
  }),
}));
