// What the product has decided of one booking, read from what has happened to it. Pure.
import type { BookedTrip, BookingEvent } from "../booking/booking.ts";
import { agreedTerms } from "../booking/cancellation-rules.ts";
import { EXPIRES_AFTER_MS } from "../booking/expire-booking.ts";
import type { FeeAmount } from "../fees/fee-matrix.ts";
import { feeSummary, stepAt } from "../fees/fee-rules.ts";
import { type Decided, type Decision, DECISION_RULES, RECORDED_BY } from "./decision.ts";

/** Since when the first free vehicle of a class is taken, as lib/booking/reserve-vehicle.ts does: a change has a new day. */
const VEHICLE_RULE = "2026-11-28";

/** What no row of the fees asks. */
const FREE: FeeAmount = { kind: "percent", percent: 0 };

/** What is known of a ride at the moment of an event. */
interface RideThen {
  trip: BookedTrip;
  /** How long its car is held for somebody who pays beforehand, in milliseconds. */
  heldMs: number;
}

/** The decisions, oldest first. Of an event an operator caused, only what the product decided all the same. */
export function decisionsOfBooking(events: readonly BookingEvent[]): Decision[] {
  const found: Decision[] = [];
  let ride: RideThen | null = null;
  for (const event of events) {
    ride = rideAfter(ride, event);
    if (ride === null) continue;
    for (const kind of RECORDED_BY[event.type]) {
      const decided = decidedBy(kind, event, ride);
      if (decided === null) continue;
      const rule = DECISION_RULES[kind];
      found.push({ ...decided, at: event.at, rule, version: versionOf(decided, ride) });
    }
  }
  return found;
}

function rideAfter(before: RideThen | null, event: BookingEvent): RideThen | null {
  if (event.type === "confirmed") return { trip: event.trip, heldMs: 0 };
  if (event.type === "placed") {
    return { trip: event.trip, heldMs: Date.parse(event.until) - Date.parse(event.at) };
  }
  if (before === null) return null;
  if (event.type === "undone") return { ...before, trip: event.restored.trip };
  const hasTrip = event.type === "rescheduled" || event.type === "changed" ||
    event.type === "revived";
  return hasTrip ? { ...before, trip: event.trip } : before;
}

function decidedBy(
  kind: Decision["kind"],
  event: BookingEvent,
  { trip, heldMs }: RideThen,
): Decided | null {
  const { vehicleClass, lines, totalOre, route } = trip;
  const { distanceMeters, durationSeconds } = route;
  const terms = agreedTerms({ trip });
  const { freeUntilMinutes, noShow, waitMinutes } = feeSummary(terms);
  switch (kind) {
    case "price":
      return { kind, vehicleClass, distanceMeters, durationSeconds, lines, totalOre };
    case "vehicle":
      return { kind, vehicleClass, durationSeconds };
    case "cancellation-fee": {
      if (event.type !== "cancelled" || event.by !== "customer") return null;
      const { feeOre } = event;
      const leftMs = Date.parse(trip.pickup.instant) - Date.parse(event.at);
      const fee = stepAt(terms, { fault: "customer", kind: "cancel", leftMs })?.amount ?? FREE;
      const minutesBefore = Math.floor(leftMs / 60_000);
      return { kind, minutesBefore, freeUntilMinutes, fee, totalOre, feeOre };
    }
    case "no-show-fee": {
      if (event.type !== "no-show") return null;
      return { kind, waitMinutes, fee: noShow, totalOre, feeOre: event.feeOre };
    }
    case "expiry":
      return { kind, afterMinutes: EXPIRES_AFTER_MS / 60_000 };
    case "lapse":
      return { kind, afterMinutes: Math.round(heldMs / 60_000) };
  }
}

/** A dated rule goes by its day, one that is a number by the number: none can change and keep its version. */
function versionOf(decided: Decided, { trip }: RideThen): string {
  switch (decided.kind) {
    case "price":
      return trip.tariffVersion;
    case "vehicle":
      return VEHICLE_RULE;
    case "cancellation-fee":
    case "no-show-fee":
      return agreedTerms({ trip }).edition;
    case "expiry":
    case "lapse":
      return `${decided.afterMinutes} min`;
  }
}
