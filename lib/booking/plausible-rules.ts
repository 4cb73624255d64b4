// Whether a step of a ride goes with its time: what is far off is asked about before it is done.
import { DomainError } from "../errors/domain-error.ts";
import type { Booking } from "./booking.ts";
import type { BookingAction } from "./booking-command.ts";

/** Why a step is unlikely. */
export type Doubt = "far-before-pickup" | "long-after-pickup";

/** What is unlikely about a step now, and by how much. */
export interface ActDoubt {
  doubt: Doubt;
  /** From now to the pickup, or from it to now; whole minutes. */
  minutes: number;
  /** The pickup, ISO in UTC. */
  pickup: string;
}

/** How long before the pickup a step is still likely, and how long after it the ride is over; minutes. */
interface Likely {
  before: number;
  after: number;
}

/**
 * A car may have two hours to drive there, and stand there an hour early; nobody boards half an hour before the time
 * without a word. What comes late is a ride that was driven and not told of: four hours cover a delayed flight.
 */
const LIKELY: Partial<Readonly<Record<BookingAction, Likely>>> = {
  depart: { before: 120, after: 240 },
  arrive: { before: 60, after: 240 },
  board: { before: 30, after: 240 },
  complete: { before: 20, after: 240 },
};

/** What is unlikely about a step at `nowMs`, or null. A ride has its own length to be completed in. */
export function actDoubt(
  { trip }: Pick<Booking, "trip">,
  action: BookingAction,
  nowMs: number,
): ActDoubt | null {
  const likely = LIKELY[action];
  if (likely === undefined) return null;
  const pickup = trip.pickup.instant;
  const minutesAhead = Math.round((Date.parse(pickup) - nowMs) / 60_000);
  const rideMinutes = action === "complete" ? Math.ceil(trip.route.durationSeconds / 60) : 0;
  if (minutesAhead > likely.before) {
    return { doubt: "far-before-pickup", minutes: minutesAhead, pickup };
  }
  if (-minutesAhead > likely.after + rideMinutes) {
    return { doubt: "long-after-pickup", minutes: -minutesAhead, pickup };
  }
  return null;
}

/** Throws DomainError("act-unlikely") with the doubt, unless the operator has been asked and said that it is so. */
export function assertLikely(
  booking: Pick<Booking, "trip">,
  action: BookingAction,
  nowMs: number,
  isConfirmed: boolean,
): void {
  const doubt = isConfirmed ? null : actDoubt(booking, action, nowMs);
  if (doubt !== null) throw new DomainError("act-unlikely", { action, ...doubt });
}
