// What cannot go as planned on a car: late, into the next trip, or while it is out of traffic. Pure.
import { type Car, type CarTrip, isDone } from "../../../board/car-day.ts";
import { attentionOf, FAILED_MINUTES } from "../../../board/attention.ts";

/** Why a trip stands in red. `late` says how many minutes, `clash` how long the trip before overlaps. */
export type Trouble =
  | { kind: "late"; minutes: number }
  | { kind: "clash"; minutes: number }
  | { kind: "out" };

/** A trip as it is expected to go. */
export interface ExpectedTrip extends CarTrip {
  trouble: Trouble | null;
}

/** When the trip is over as things stand: who has not left yet needs the whole trip from now on. */
export function expectedEndMs({ booking, startMs, endMs }: CarTrip, nowMs: number): number {
  // Somebody forgot to close it: it says nothing of where the car is.
  if (nowMs > endMs + FAILED_MINUTES * 60_000) return endMs;
  switch (booking.status) {
    case "assigned":
    case "en-route":
    case "arrived":
      return Math.max(startMs, nowMs) + (endMs - startMs);
    case "on-board":
      return Math.max(endMs, nowMs);
    default:
      return endMs;
  }
}

/** The car's trips as they are expected to go, by pickup. */
export function expectedTrips(car: Pick<Car, "trips" | "outages">, nowMs: number): ExpectedTrip[] {
  let busyUntilMs = -Infinity;
  return car.trips.map((trip) => {
    const endMs = expectedEndMs(trip, nowMs);
    const overlapMs = busyUntilMs - trip.startMs;
    busyUntilMs = Math.max(busyUntilMs, endMs);
    return { ...trip, endMs, trouble: troubleOf(car, trip, overlapMs, nowMs) };
  });
}

function troubleOf(
  { outages }: Pick<Car, "outages">,
  trip: CarTrip,
  overlapMs: number,
  nowMs: number,
): Trouble | null {
  const { booking, startMs, endMs } = trip;
  if (isDone(booking)) return null;
  const isOut = outages.some((one) => one.startMs < endMs && (one.endMs ?? Infinity) > startMs);
  if (isOut) return { kind: "out" };
  const need = attentionOf(booking, nowMs);
  if (need?.kind === "late") return { kind: "late", minutes: -need.minutesToPickup };
  return overlapMs > 0 ? { kind: "clash", minutes: Math.ceil(overlapMs / 60_000) } : null;
}
