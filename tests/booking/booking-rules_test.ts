import assert from "node:assert/strict";
import {
  ALLOWED_STATUSES,
  bookingCan,
  decide,
  evolve,
  holdsVehicle,
  isOver,
  replay,
} from "../../lib/booking/booking-rules.ts";
import { summarise } from "../../lib/booking/summarise.ts";
import {
  type Booking,
  BOOKING_STATUSES,
  type BookingEvent,
  type BookingStatus,
} from "../../lib/booking/booking.ts";
import type { BookingAction } from "../../lib/booking/booking-command.ts";
import { assignedDriver } from "../../lib/booking/booking-facts.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { InvariantError } from "../../lib/kernel/invariant.ts";
import { fc } from "../support/property.ts";
import { aBooking, aCommand, aConfirmation, AT, DRIVER } from "../support/bookings.ts";

const ACTIONS = Object.keys(ALLOWED_STATUSES) as BookingAction[];
const META = { at: AT, actor: { kind: "operator", id: null, name: "Sara" } } as const;

/** The life of a booking, written down a second time: where each action leads; absent where it is refused. */
const LIFE: Readonly<Record<BookingStatus, Partial<Record<BookingAction, BookingStatus>>>> = {
  "awaiting-payment": {
    secure: "confirmed",
    lapse: "lapsed",
    link: "awaiting-payment",
    "set-veil": "awaiting-payment",
  },
  confirmed: {
    secure: "confirmed",
    reschedule: "confirmed",
    "change-details": "confirmed",
    assign: "assigned",
    cancel: "cancelled",
    expire: "expired",
    change: "confirmed",
    move: "confirmed",
    link: "confirmed",
    "set-veil": "confirmed",
  },
  assigned: {
    secure: "assigned",
    reschedule: "confirmed",
    "change-details": "assigned",
    assign: "assigned",
    unassign: "confirmed",
    depart: "en-route",
    cancel: "cancelled",
    change: "assigned",
    move: "confirmed",
    link: "assigned",
    "set-veil": "assigned",
  },
  "en-route": {
    secure: "en-route",
    "change-details": "en-route",
    assign: "assigned",
    unassign: "confirmed",
    arrive: "arrived",
    cancel: "cancelled",
    change: "en-route",
    move: "confirmed",
    link: "en-route",
    "set-veil": "en-route",
  },
  arrived: {
    secure: "arrived",
    "change-details": "arrived",
    board: "on-board",
    cancel: "cancelled",
    "mark-no-show": "no-show",
    change: "arrived",
    link: "arrived",
    "set-veil": "arrived",
  },
  "on-board": {
    complete: "completed",
    change: "on-board",
    link: "on-board",
    "set-veil": "on-board",
  },
  completed: { "set-veil": "completed", link: "completed" },
  cancelled: { "set-veil": "cancelled", link: "cancelled", revive: "confirmed" },
  "no-show": { "set-veil": "no-show", link: "no-show" },
  expired: { "set-veil": "expired", link: "expired", revive: "confirmed" },
  lapsed: { "set-veil": "lapsed", link: "lapsed" },
};

Deno.test("a booking has these eleven statuses and eighteen deeds, in this order: the ride, then the four early ends", () => {
  assert.deepEqual(BOOKING_STATUSES, [
    "awaiting-payment",
    "confirmed",
    "assigned",
    "en-route",
    "arrived",
    "on-board",
    "completed",
    "cancelled",
    "no-show",
    "expired",
    "lapsed",
  ]);
  assert.deepEqual(ACTIONS, [
    "reschedule",
    "change-details",
    "assign",
    "unassign",
    "depart",
    "arrive",
    "board",
    "complete",
    "cancel",
    "mark-no-show",
    "expire",
    "secure",
    "lapse",
    "change",
    "move",
    "link",
    "set-veil",
    "revive",
  ]);
});

for (const status of BOOKING_STATUSES) {
  for (const action of ACTIONS) {
    const next = LIFE[status][action];
    const title = next === undefined ? "refuses" : `leads to ${next}:`;
    Deno.test(`decide() ${title} ${action} when a booking is ${status}`, () => {
      const booking = aBooking(status);
      assert.equal(bookingCan(action, status), next !== undefined);
      if (next === undefined) {
        assert.throws(
          () => decide(booking, aCommand(action), META),
          (error) =>
            error instanceof DomainError && error.code === "booking-state" &&
            error.details["status"] === status && error.details["action"] === action,
        );
        return;
      }
      const events = decide(booking, aCommand(action), META);
      const after = events.reduce<Booking>(evolve, booking);
      assert.equal(after.status, next);
      assert.equal(after.version, booking.version + events.length);
      assert(events.every((event) => event.at === AT && event.actor === META.actor));
    });
  }
}

Deno.test("decide() and evolve() never change the booking they are given", () => {
  for (const status of BOOKING_STATUSES) {
    const booking = aBooking(status);
    const before = structuredClone(booking);
    for (const action of ACTIONS.filter((action) => bookingCan(action, status))) {
      decide(booking, aCommand(action), META).reduce<Booking>(evolve, booking);
    }
    assert.deepEqual(booking, before);
  }
});

Deno.test("a reschedule frees the driver first, so that no booking keeps a driver who was not asked", () => {
  const events = decide(aBooking("assigned"), aCommand("reschedule"), META);
  assert.deepEqual(events.map((event) => event.type), ["unassigned", "rescheduled"]);
  assert.equal(assignedDriver(replayed(events, "assigned")), null);
});

Deno.test("a booking has a driver exactly from assignment until unassignment or an early end", () => {
  const withDriver = BOOKING_STATUSES.filter((status) => assignedDriver(aBooking(status)) !== null);
  assert.deepEqual(withDriver, [
    "assigned",
    "en-route",
    "arrived",
    "on-board",
    "completed",
    "no-show",
  ]);
  assert.equal(assignedDriver(aBooking("on-board")), DRIVER);
});

Deno.test("isOver() is true of the five endings and of nothing else", () => {
  assert.deepEqual(BOOKING_STATUSES.filter(isOver), [
    "completed",
    "cancelled",
    "no-show",
    "expired",
    "lapsed",
  ]);
});

Deno.test("holdsVehicle() is false once a booking ended without its ride", () => {
  const released = BOOKING_STATUSES.filter((status) => !holdsVehicle(aBooking(status)));
  assert.deepEqual(released, ["cancelled", "no-show", "expired", "lapsed"]);
});

Deno.test("replay() refuses an empty history and one that does not begin with the confirmation", () => {
  const departed: BookingEvent = { ...META, type: "departed" };
  assert.throws(() => replay([]), InvariantError);
  assert.throws(() => replay([departed]), InvariantError);
  assert.throws(() => replay([aConfirmation(), aConfirmation()]), InvariantError);
  assert.throws(() => replay([aConfirmation(), departed]), InvariantError);
});

Deno.test("any sequence of wishes leaves a booking that its events replay to", () => {
  const wishes = fc.array(fc.constantFrom(...ACTIONS), { maxLength: 40 });
  fc.assert(
    fc.property(wishes, (actions) => {
      const events: BookingEvent[] = [aConfirmation()];
      let booking = replay(events);
      for (const action of actions) {
        const expected = LIFE[booking.status][action];
        try {
          const decided = decide(booking, aCommand(action), META);
          events.push(...decided);
          booking = decided.reduce<Booking>(evolve, booking);
          assert.equal(booking.status, expected);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          assert.equal(expected, undefined);
        }
      }
      assert.deepEqual(replay(events), booking);
      assert.equal(booking.version, events.length);
    }),
    { numRuns: 500 },
  );
});

Deno.test("summarise() shows the driver, the vehicle, the price and the local pickup", () => {
  const booking = aBooking("assigned");
  const summary = summarise(booking);
  assert.equal(summary.driverId, DRIVER);
  assert.equal(summary.vehicleId, booking.reservation.vehicleId);
  assert.equal(summary.totalOre, booking.trip.totalOre);
  assert.equal(summary.pickupMs, Date.parse(booking.trip.pickup.instant));
  assert.equal(summary.wallTime, booking.trip.pickup.wallTime);
  assert.equal(summary.status, "assigned");
});

function replayed(events: readonly BookingEvent[], from: BookingStatus): Booking {
  return events.reduce<Booking>(evolve, aBooking(from));
}
