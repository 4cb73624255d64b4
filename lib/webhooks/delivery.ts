// One event on its way to one endpoint.
import { CUSTOMER_EVENTS, type CustomerEvent, type WebhookEvent } from "./webhook-event.ts";

/** Where one is: on its way, taken, given up, or taken back before it left. */
export const DELIVERY_STATES = ["waiting", "delivered", "dead", "withdrawn"] as const;

/** One of them. */
export type DeliveryState = typeof DELIVERY_STATES[number];

/** A delivery. */
export interface Delivery {
  /** Sorts by when the event happened; made of the event, so that it is there once. */
  id: string;
  endpointId: string;
  bookingId: string;
  eventId: string;
  event: WebhookEvent | CustomerEvent;
  act: string | null;
  /** What is posted, as JSON. */
  body: string;
  at: string;
  /** Nothing of it leaves before this instant. */
  due: string;
  state: DeliveryState;
  attempts: number;
  /** Instants: the first try since it was last sent anew, and the last. */
  firstTriedAt: string | null;
  triedAt: string | null;
  /** Status of the last answer, 0 when there was none; what went wrong, in technical words. */
  status: number;
  said: string;
}

/** The deliveries of one booking to one endpoint that wait for their turn, in order. */
export interface Line {
  waiting: readonly string[];
  /** When the first of them is tried, epoch milliseconds; names its row among those that are due. */
  dueMs: number;
  /** When something was put into it last, an instant. */
  at: string;
}

/** How long a delivery is kept, in milliseconds. */
export const DELIVERY_KEPT_MS = 30 * 24 * 60 * 60_000;
/** How long a receiver may take nothing, in milliseconds. */
export const GIVE_UP_MS = 3 * 24 * 60 * 60_000;

/** The id of a delivery: its time first. */
export function deliveryId({ at, eventId }: Pick<Delivery, "at" | "eventId">): string {
  return `${Date.parse(at).toString(36).padStart(9, "0")}-${eventId}`;
}

/** What becomes of a try. */
export type Outcome =
  | { kind: "delivered"; status: number }
  | { kind: "failed"; status: number; said: string }
  /** The endpoint says that it is there no longer. */
  | { kind: "gone" }
  /** It was left alone: nothing was tried. */
  | { kind: "left-alone" };

/** True for what nobody may have left out: it asks for nothing but what a customer has a right to. */
export function isOwed({ event }: Pick<Delivery, "event">): boolean {
  return CUSTOMER_EVENTS.some((one) => one === event);
}
