// What a customer is told of what happened to their booking, by which channels, when, and until when it has a point.
import type { Booking, BookingEvent } from "../booking/booking.ts";
import { assignedDriver } from "../booking/booking-facts.ts";
import { holdsVehicle, isOver } from "../booking/booking-rules.ts";
import { HOME_ZONE } from "../kernel/wall-time.ts";
import { stopLabel } from "../places/place.ts";
import { CHANNEL_NAMES, type ChannelName } from "./channel.ts";
import type { OutboxMessage, RideTopic, Topic } from "./message.ts";

/** How long changes wait for others of the same moment, in milliseconds: a sheet of an operator is saved in parts. */
export const JOIN_MS = 20_000;
/** Hours in which telephones stay silent, in Sweden: from the first on, before the second. */
export const QUIET_HOURS = { from: 21, until: 8 } as const;
/** A ride that is no further away than that concerns its customer at any hour. */
export const CLOSE_MS = 12 * 60 * 60_000;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What each topic is: which ways it goes, and whether it waits for the morning. */
interface TopicRule {
  channels: readonly ChannelName[];
  /** It waits a moment, so that several changes are one message. */
  joins: boolean;
  /** It is about this moment, or was asked for just now. */
  isUrgent: boolean;
  /** False for what a ride can do without: it goes to those alone who said yes. */
  isNeeded: boolean;
}

const RULE: TopicRule = { channels: CHANNEL_NAMES, joins: false, isUrgent: false, isNeeded: true };

const NOTICE: TopicRule = { ...RULE, channels: ["mail", "sms"], isUrgent: true };

/** The rule of every topic. */
export const TOPIC_RULES: Readonly<Record<Topic, TopicRule>> = {
  confirmation: { ...RULE, channels: ["mail", "sms"], isUrgent: true },
  change: { ...RULE, joins: true },
  revival: RULE,
  cancellation: RULE,
  "no-show": { ...RULE, channels: ["mail"] },
  driver: { ...RULE, channels: ["mail", "push"], joins: true },
  "on-the-way": { ...RULE, isUrgent: true },
  arrived: { ...RULE, channels: ["sms", "push"], isUrgent: true },
  reminder: { ...RULE, channels: ["mail", "push"], isNeeded: false },
  "ticket-link": { ...RULE, channels: ["mail", "sms"], isUrgent: true },
  receipt: { ...RULE, channels: ["mail"] },
  "credit-note": { ...RULE, channels: ["mail"] },
  invitation: { ...NOTICE, isUrgent: false },
  "sign-in-code": NOTICE,
  recovery: NOTICE,
  "verify-reach": NOTICE,
  "already-registered": NOTICE,
  "security-changed": NOTICE,
  "data-request": NOTICE,
  "protection-changed": NOTICE,
};

/**
 * What somebody is told who knew the booking as `known` (null: not at all) and of whom `events` happened since; null:
 * nothing.
 */
export function topicOf(
  known: Booking | null,
  now: Booking,
  events: readonly BookingEvent[],
): RideTopic | null {
  switch (now.status) {
    case "cancelled": {
      if (known?.status === "cancelled") return null;
      // What was made and taken back at once was never ordered.
      return known === null && events.at(-1)?.type === "undone" ? null : "cancellation";
    }
    case "no-show":
      return known?.status === "no-show" ? null : "no-show";
    // They sit in the car, or nobody knows whether they did.
    case "on-board":
    case "completed":
    case "expired":
    // Nobody is told of a booking before it is one.
    case "awaiting-payment":
    case "lapsed":
      return null;
  }
  if (known === null || known.status === "awaiting-payment") return "confirmation";
  if (!holdsVehicle(known)) return "revival";
  if (isChanged(known, now)) return "change";
  return newsOfCar(known, now);
}

function newsOfCar(known: Booking, now: Booking): RideTopic | null {
  const driver = assignedDriver(now);
  if (driver === null) return null;
  if (now.status !== known.status) {
    if (now.status === "en-route") return "on-the-way";
    if (now.status === "arrived") return "arrived";
  }
  const isOther = driver !== assignedDriver(known) ||
    now.reservation.vehicleId !== known.reservation.vehicleId;
  return isOther ? "driver" : null;
}

function isChanged(known: Booking, now: Booking): boolean {
  return isWeighty(known, now) ||
    JSON.stringify(smallFacts(known)) !== JSON.stringify(smallFacts(now));
}

/** True when time, place, price or car are others: worth a telephone's sound. */
export function isWeighty(known: Booking, now: Booking): boolean {
  return JSON.stringify(weightyFacts(known)) !== JSON.stringify(weightyFacts(now));
}

function weightyFacts({ trip }: Booking): unknown[] {
  const { pickup, from, to, passengers, vehicleClass, totalOre } = trip;
  return [pickup.instant, stopLabel(from), stopLabel(to), passengers, vehicleClass, totalOre];
}

function smallFacts({ contact, flightNumber, note }: Booking): unknown[] {
  return [contact.name, contact.phone, contact.email, flightNumber, note];
}

/** The channels a topic takes. */
export function channelsFor(
  topic: RideTopic,
  known: Booking | null,
  now: Booking,
): readonly ChannelName[] {
  const { channels } = TOPIC_RULES[topic];
  const isQuiet = topic === "change" && known !== null && !isWeighty(known, now);
  return isQuiet ? channels.filter((channel) => channel === "mail") : channels;
}

/** What deciding when needs. */
export interface Timing {
  topic: Topic;
  channel: ChannelName;
  /** When the first of what it tells happened, and from when on all of it may leave the house; epoch milliseconds. */
  firstMs: number;
  leavesMs: number;
  pickupMs: number;
  /** True when the customer did it: they are awake. */
  isOwn: boolean;
}

/** When a message is due, in epoch milliseconds. */
export function dueAtMs({ topic, channel, firstMs, leavesMs, pickupMs, isOwn }: Timing): number {
  const { joins, isUrgent } = TOPIC_RULES[topic];
  const readyMs = joins ? Math.max(leavesMs, firstMs + JOIN_MS) : leavesMs;
  const isClose = pickupMs - readyMs <= CLOSE_MS;
  const mayRing = channel === "mail" || isUrgent || isOwn || isClose;
  return mayRing ? readyMs : afterQuietHours(readyMs);
}

/** The moment itself, or when telephones may ring again. */
export function afterQuietHours(epochMs: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(HOME_ZONE);
  const { from, until } = QUIET_HOURS;
  if (local.hour >= until && local.hour < from) return epochMs;
  const morning = local.hour >= from ? local.add({ days: 1 }) : local;
  return morning.withPlainTime({ hour: until }).epochMilliseconds;
}

/** Until when a message is worth sending, in epoch milliseconds. */
export function deadlineMs(
  topic: RideTopic,
  { atMs, pickupMs, durationSeconds }: { atMs: number; pickupMs: number; durationSeconds: number },
): number {
  switch (topic) {
    case "confirmation":
    case "change":
    case "revival":
      return Math.max(pickupMs + durationSeconds * 1_000, atMs + HOUR_MS);
    case "driver":
      return Math.max(pickupMs, atMs + HOUR_MS);
    case "on-the-way":
      return atMs + 30 * MINUTE_MS;
    case "arrived":
      return atMs + 15 * MINUTE_MS;
    case "reminder":
      return pickupMs - 30 * MINUTE_MS;
    case "cancellation":
    case "no-show":
    case "receipt":
    case "credit-note":
      return atMs + 72 * HOUR_MS;
    case "ticket-link":
      return atMs + 24 * HOUR_MS;
  }
}

/** True when what a message tells of a booking is still so. */
export function hasPoint(
  { bookingId, topic, version }: Pick<OutboxMessage, "bookingId" | "topic" | "version">,
  booking: Booking | null,
): boolean {
  if (bookingId === null) return true;
  if (booking === null) return false;
  switch (topic) {
    case "cancellation":
    case "no-show":
      // Brought back since: the next message says so.
      return booking.version === version || !holdsVehicle(booking) || isOver(booking.status);
    case "on-the-way":
      return booking.status === "en-route";
    case "arrived":
      return booking.status === "arrived";
    case "driver":
      return booking.status === "assigned";
    case "confirmation":
    case "change":
    case "revival":
    case "reminder":
    case "ticket-link":
      return holdsVehicle(booking) && !isOver(booking.status);
    default:
      return true;
  }
}
