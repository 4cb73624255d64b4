// Which trips of a day a view shows, and how many there are of each kind. Pure.
import { attentionOf, isLate } from "../../../board/attention.ts";
import { isOver } from "../../../booking/booking-rules.ts";
import type { BookingSummary } from "../../../booking/booking.ts";
import { byClass, type VehicleClass } from "../../../fleet/vehicle.ts";
import { unreachable } from "../../../kernel/invariant.ts";
import type { BoardView, Trait } from "./board-view.ts";

/** More passengers than a usual car takes make a trip a large one, whatever was booked. */
const LARGE_PASSENGERS = 5;

/** True when a trip has the trait; on days other than today nothing is late (`nowMs` null). */
export function hasTrait(booking: BookingSummary, trait: Trait, nowMs: number | null): boolean {
  switch (trait) {
    case "unassigned":
      return booking.status === "confirmed";
    case "late":
      return nowMs !== null && isLate(attentionOf(booking, nowMs));
    case "going":
      return UNDER_WAY.has(booking.status);
    case "flight":
      return booking.flightNumber !== "";
    case "wheelchair":
      return booking.wheelchairs > 0 || booking.vehicleClass === "wheelchair";
    case "childseat":
      return booking.childSeats > 0;
    case "large":
      return booking.vehicleClass === "van" || booking.passengers >= LARGE_PASSENGERS;
    case "note":
      return booking.note !== "";
    default:
      return unreachable(trait);
  }
}

/** True when the view shows the trip, finished or not. */
export function isShown(
  booking: BookingSummary,
  view: BoardView,
  nowMs: number | null,
): boolean {
  return view.show.every((trait) => hasTrait(booking, trait, nowMs)) &&
    (view.vehicleClass === null || booking.vehicleClass === view.vehicleClass) &&
    (view.car === null || booking.vehicleId === view.car);
}

/** How many trips of a day that are not over have each trait, and each class. */
export interface FilterCounts {
  traits: Readonly<Record<Trait, number>>;
  classes: Readonly<Record<VehicleClass, number>>;
}

/** The counts beside the filters. */
export function filterCounts(
  bookings: readonly BookingSummary[],
  nowMs: number | null,
): FilterCounts {
  const live = bookings.filter(({ status }) => !isOver(status));
  const count = (trait: Trait) => live.filter((one) => hasTrait(one, trait, nowMs)).length;
  return {
    traits: {
      unassigned: count("unassigned"),
      late: count("late"),
      going: count("going"),
      flight: count("flight"),
      wheelchair: count("wheelchair"),
      childseat: count("childseat"),
      large: count("large"),
      note: count("note"),
    },
    classes: byClass((name) => live.filter(({ vehicleClass }) => vehicleClass === name).length),
  };
}

/** The most minutes a customer of today has waited past their pickup, 0 when none has. */
export function worstLateMinutes(bookings: readonly BookingSummary[], nowMs: number): number {
  return bookings.reduce((worst, booking) => {
    const attention = attentionOf(booking, nowMs);
    return isLate(attention) ? Math.max(worst, -(attention?.minutesToPickup ?? 0)) : worst;
  }, 0);
}

const UNDER_WAY: ReadonlySet<string> = new Set(["en-route", "arrived", "on-board"]);
