// The life of a booking as pure decisions: one table says what may happen when, `decide` turns a wish into
// events, `evolve` turns events into state. A booking that waits for money has but two ways on: "confirmed", in the
// commit that says the money is there, and "lapsed".
import { DomainError } from "../errors/domain-error.ts";
import { invariant, unreachable } from "../kernel/invariant.ts";
import { decideAct, evolveAct, overrodeEvent } from "./act-rules.ts";
import {
  type Booking,
  BOOKING_STATUSES,
  type BookingEvent,
  type BookingFacts,
  type BookingStatus,
  type Cancellation,
} from "./booking.ts";
import type { BookingAction, BookingCommand } from "./booking-command.ts";
import { driverOf, factsOf } from "./booking-facts.ts";
import type { CommandMeta } from "./command-meta.ts";
import { feeVatOf } from "./fee-vat.ts";

/** Which statuses allow an action. Server guard, buttons, tooltips and tests all read this table. */
export const ALLOWED_STATUSES: Readonly<Record<BookingAction, readonly BookingStatus[]>> = {
  reschedule: ["confirmed", "assigned"],
  "change-details": ["confirmed", "assigned", "en-route", "arrived"],
  assign: ["confirmed", "assigned", "en-route"],
  unassign: ["assigned", "en-route"],
  depart: ["assigned"],
  arrive: ["en-route"],
  board: ["arrived"],
  complete: ["on-board"],
  cancel: ["confirmed", "assigned", "en-route", "arrived"],
  "mark-no-show": ["arrived"],
  expire: ["confirmed"],
  secure: ["awaiting-payment", "confirmed", "assigned", "en-route", "arrived"],
  lapse: ["awaiting-payment"],
  change: ["confirmed", "assigned", "en-route", "arrived", "on-board"],
  move: ["confirmed", "assigned", "en-route"],
  link: BOOKING_STATUSES,
  "set-veil": BOOKING_STATUSES,
  revive: ["cancelled", "expired"],
};

/** What operators may do to a booking whose ride is over: it does not make the ride one that goes on. */
const AFTERWARDS: ReadonlySet<string> = new Set<BookingAction>(["link", "revive", "set-veil"]);

/** True when `action` may happen to a booking in `status`. */
export function bookingCan(action: BookingAction, status: BookingStatus): boolean {
  return ALLOWED_STATUSES[action].includes(status);
}

/** Statuses from which nothing more happens by itself. */
export function isOver(status: BookingStatus): boolean {
  return Object.entries(ALLOWED_STATUSES).every(([action, statuses]) =>
    AFTERWARDS.has(action) || !statuses.includes(status)
  );
}

/** Turns a command into the events it causes. Throws DomainError("booking-state") when not allowed. */
export function decide(
  booking: Booking,
  command: BookingCommand,
  meta: CommandMeta,
): BookingEvent[] {
  if (!bookingCan(command.type, booking.status)) {
    throw new DomainError("booking-state", { action: command.type, status: booking.status });
  }
  switch (command.type) {
    case "reschedule":
      return decideReschedule(booking, command, meta);
    case "change-details": {
      const { phone, flightNumber, note } = command;
      return [{ ...meta, type: "details-changed", phone, flightNumber, note }];
    }
    case "assign": {
      const { driverId, reservation, override = null } = command;
      return [
        ...overrodeEvent(override, meta),
        { ...meta, type: "assigned", driverId, reservation },
      ];
    }
    case "unassign":
      return [{ ...meta, type: "unassigned", reason: command.reason }];
    case "depart":
      return [{ ...meta, type: "departed" }];
    case "arrive":
      return [{ ...meta, type: "arrived" }];
    case "board":
      return [{ ...meta, type: "boarded" }];
    case "complete":
      return [{ ...meta, type: "completed" }];
    case "cancel": {
      const { by, reason, feeOre, feeVat } = command;
      const fault = command.fault ?? (by === "customer" ? by : null);
      return [{ ...meta, type: "cancelled", by, reason, feeOre, feeVat, fault }];
    }
    case "mark-no-show":
      return [{ ...meta, type: "no-show", feeOre: command.feeOre, feeVat: command.feeVat }];
    case "expire":
      return [{ ...meta, type: "expired" }];
    case "secure": {
      const { paymentId, method } = command;
      const type = booking.status === "awaiting-payment" ? "secured" : "payment-changed";
      return [{ ...meta, type, paymentId, method }];
    }
    case "lapse":
      return [{ ...meta, type: "lapsed" }];
    case "change":
    case "move":
    case "link":
    case "revive":
    case "set-veil":
      return decideAct(booking, command, meta);
    default:
      return unreachable(command);
  }
}

/** A new time frees the driver: whoever was to drive then may not be able to drive now. */
function decideReschedule(
  booking: Booking,
  command: BookingCommand & { type: "reschedule" },
  meta: CommandMeta,
): BookingEvent[] {
  const moved: BookingEvent = {
    ...meta,
    type: "rescheduled",
    trip: command.trip,
    reservation: command.reservation,
  };
  if (booking.status === "confirmed") return [moved];
  return [{ ...meta, type: "unassigned", reason: "rescheduled" }, moved];
}

/** Where each step of the ride leads. */
const STATUS_AFTER = {
  departed: "en-route",
  arrived: "arrived",
  boarded: "on-board",
  completed: "completed",
} as const;

/** The state after an event; `null` is the state before the first one. Pure, total over stored events. */
export function evolve(booking: Booking | null, event: BookingEvent): Booking {
  if (event.type === "confirmed" || event.type === "placed") return made(booking, event);
  invariant(booking !== null, `The first event of a booking is ${event.type}`);
  const facts: BookingFacts = {
    ...factsOf(booking),
    changedAt: event.at,
    version: booking.version + 1,
  };
  switch (event.type) {
    case "rescheduled":
      return { ...facts, trip: event.trip, reservation: event.reservation, status: "confirmed" };
    case "details-changed": {
      const contact = { ...booking.contact, phone: event.phone };
      const { flightNumber, note } = event;
      const { changedAt, version } = facts;
      return { ...booking, contact, flightNumber, note, changedAt, version };
    }
    case "assigned":
      return {
        ...facts,
        reservation: event.reservation,
        status: "assigned",
        driverId: event.driverId,
      };
    case "unassigned":
      return { ...facts, status: "confirmed" };
    case "departed":
    case "arrived":
    case "boarded":
    case "completed":
      return { ...facts, status: STATUS_AFTER[event.type], driverId: driverOf(booking) };
    case "no-show": {
      const { feeOre, feeVat } = event;
      return { ...facts, status: "no-show", driverId: driverOf(booking), feeOre, feeVat };
    }
    case "cancelled":
      return { ...facts, status: "cancelled", cancellation: cancellationOf(booking, event) };
    case "expired":
    case "lapsed":
      return { ...facts, status: event.type };
    case "secured":
      return { ...facts, payment: { method: event.method }, status: "confirmed" };
    case "payment-changed": {
      // A ride that is on already: nothing else of it changes.
      const { changedAt, version } = facts;
      return { ...booking, payment: { method: event.method }, changedAt, version };
    }
    case "changed":
    case "moved":
    case "linked":
    case "overrode":
    case "revived":
    case "veil-changed":
    case "undone":
      return evolveAct(booking, event, facts);
    default:
      return unreachable(event);
  }
}

function made(
  before: Booking | null,
  event: BookingEvent & { type: "confirmed" | "placed" },
): Booking {
  invariant(before === null, "A booking is made once");
  const { type: _type, actor: _actor, at, ...known } = event;
  const facts = { ...known, createdAt: at, changedAt: at, version: 1 };
  return event.type === "placed"
    ? { ...facts, status: "awaiting-payment", until: event.until }
    : { ...facts, status: "confirmed" };
}

/** The state a history leads to. Throws InvariantError on an empty or impossible history. */
export function replay(events: readonly BookingEvent[]): Booking {
  const booking = events.reduce<Booking | null>(evolve, null);
  invariant(booking !== null, "A booking has at least one event");
  return booking;
}

/** True while the booking keeps its vehicle. */
export function holdsVehicle(booking: Pick<Booking, "status">): boolean {
  return !LETS_GO.has(booking.status);
}

const LETS_GO: ReadonlySet<BookingStatus> = new Set<BookingStatus>([
  ...["cancelled", "expired", "no-show", "lapsed"] as const,
]);

function cancellationOf(
  { trip }: Booking,
  { by, reason, feeOre, feeVat, at }: BookingEvent & { type: "cancelled" },
): Cancellation {
  return { by, reason, feeOre, feeVat: feeVat ?? feeVatOf(feeOre, trip.totalOre), at };
}
