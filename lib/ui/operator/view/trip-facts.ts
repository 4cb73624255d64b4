// What a driver or a dispatcher must know of a trip besides where and when. Pure.
import type { BookingSummary } from "../../../booking/booking.ts";

/** What there is to know, in the order it is said; a note last, because it is the longest. */
export const FACTS = [
  "wheelchair",
  "class",
  "passengers",
  "flight",
  "childseat",
  "pets",
  "bags",
  "note",
] as const;

/** One of them. */
export type Fact = typeof FACTS[number];

/** From this many on, bags or passengers decide which car can come. */
const MANY_BAGS = 3;
const MANY_PASSENGERS = 4;

/** What there is to know of a trip. */
export function tripFacts(booking: BookingSummary): readonly Fact[] {
  return FACTS.filter((fact) => isFact(booking, fact));
}

/** How much there is to know. */
export function factCount(booking: BookingSummary): number {
  return tripFacts(booking).length;
}

function isFact(booking: BookingSummary, fact: Fact): boolean {
  switch (fact) {
    case "wheelchair":
      return booking.wheelchairs > 0 || booking.vehicleClass === "wheelchair";
    case "class":
      return booking.vehicleClass === "van" || booking.vehicleClass === "premium";
    case "passengers":
      return booking.passengers >= MANY_PASSENGERS;
    case "flight":
      return booking.flightNumber !== "";
    case "childseat":
      return booking.childSeats > 0;
    case "pets":
      return booking.pets > 0;
    case "bags":
      return booking.bags >= MANY_BAGS || booking.extraLuggage > 0;
    case "note":
      return booking.note !== "";
  }
}
