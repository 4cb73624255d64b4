// What operators do beside moving a ride along, as pure decisions: change facts, move it to another car, tie bookings
// together, bring one back, and take an act back.
import { invariant, unreachable } from "../kernel/invariant.ts";
import type {
  Booking,
  BookingEvent,
  BookingFacts,
  RestoredBooking,
  UndoneEvent,
} from "./booking.ts";
import type { BookingCommand, Override } from "./booking-command.ts";
import { assignedDriver, coverOf, factsOf, stateOf, unaskedPayment } from "./booking-facts.ts";
import type { CommandMeta } from "./command-meta.ts";

/** Commands this file decides. */
export type ActCommand = BookingCommand & {
  type: "change" | "move" | "link" | "revive" | "set-veil";
};

/** Events this file turns into state. */
export type ActEvent = BookingEvent & {
  type: "changed" | "moved" | "linked" | "overrode" | "revived" | "veil-changed" | "undone";
};

/** Turns a command that the table of states allows into its events. */
export function decideAct(
  booking: Booking,
  command: ActCommand,
  meta: CommandMeta,
): BookingEvent[] {
  switch (command.type) {
    case "change": {
      const { type: _, ...changed } = command;
      const event: BookingEvent = { ...meta, type: "changed", ...changed };
      return [...freed(booking, command.reservation.vehicleId, meta), event];
    }
    case "move": {
      const { driverId, reservation, override = null } = command;
      const overrode = overrodeEvent(override, meta);
      const moved: BookingEvent = driverId === null
        ? { ...meta, type: "moved", reservation }
        : { ...meta, type: "assigned", driverId, reservation };
      return driverId === null && assignedDriver(booking) !== null
        ? [...overrode, { ...meta, type: "unassigned", reason: "moved" }, moved]
        : [...overrode, moved];
    }
    case "link":
      return [{ ...meta, type: "linked", link: command.link }];
    case "set-veil":
      return [{ ...meta, ...coverOf(command), type: "veil-changed" }];
    case "revive": {
      const { trip, reservation, reason } = command;
      return [{ ...meta, type: "revived", trip, reservation, reason }];
    }
    default:
      return unreachable(command);
  }
}

/** A driver drives their own car: with another car the trip has none. */
function freed(booking: Booking, vehicleId: string, meta: CommandMeta): BookingEvent[] {
  const keeps = booking.reservation.vehicleId === vehicleId || assignedDriver(booking) === null;
  return keeps ? [] : [{ ...meta, type: "unassigned", reason: "moved" }];
}

/** The event that says why a car was given although something spoke against it. */
export function overrodeEvent(override: Override | null, meta: CommandMeta): BookingEvent[] {
  return override === null ? [] : [{ ...meta, type: "overrode", ...override }];
}

/** The state after one of these events; `facts` are those of the booking, stamped with the event. */
export function evolveAct(booking: Booking, event: ActEvent, facts: BookingFacts): Booking {
  switch (event.type) {
    case "changed": {
      const { contact, flightNumber, note, trip, reservation } = event;
      return { ...facts, contact, flightNumber, note, trip, reservation, ...stateOf(booking) };
    }
    case "moved":
      return { ...facts, reservation: event.reservation, ...stateOf(booking) };
    case "linked":
      return { ...facts, links: [...booking.links, event.link], ...stateOf(booking) };
    case "overrode":
      return { ...facts, ...stateOf(booking) };
    case "veil-changed":
      return { ...facts, ...coverOf(event), ...stateOf(booking) };
    case "revived":
      return {
        ...facts,
        trip: event.trip,
        reservation: event.reservation,
        // What was paid beforehand went back when it ended.
        payment: unaskedPayment(booking),
        status: "confirmed",
      };
    case "undone":
      return { ...facts, ...event.restored };
    default:
      return unreachable(event);
  }
}

/**
 * The event that takes an act back: the booking as it was before, `null` when the act made it, which then counts as
 * never ordered. Whether it may be taken back is asked where the versions are known.
 */
export function undoneEvent(
  now: Booking,
  before: Booking | null,
  undoes: { act: string; from: number; to: number; undid: UndoneEvent },
  meta: CommandMeta,
): BookingEvent & { type: "undone" } {
  invariant(now.version === undoes.to, "Only the last act of a booking is taken back");
  const restored = before === null ? neverOrdered(now, meta) : restoredOf(before);
  const { act, from, to, undid } = undoes;
  return { ...meta, type: "undone", undoes: act, from, to, undid, restored };
}

function restoredOf(before: Booking): RestoredBooking {
  const { contact, flightNumber, note, trip, reservation, links, payment } = factsOf(before);
  return { contact, flightNumber, note, trip, reservation, links, payment, ...stateOf(before) };
}

function neverOrdered(now: Booking, { at }: CommandMeta): RestoredBooking {
  const { contact, flightNumber, note, trip, reservation, links, payment } = factsOf(now);
  const cancellation = {
    by: "operator" as const,
    reason: "undone",
    feeOre: 0,
    feeVat: "none" as const,
    at,
  };
  return {
    ...{ contact, flightNumber, note, trip, reservation, links, payment },
    status: "cancelled",
    cancellation,
  };
}
