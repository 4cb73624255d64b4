// What a car that came late gives back, by the terms the ride was sold under: from the promised pickup and the arrival
// that stands. Pure.
import { amountOre, latenessAt } from "../fees/fee-rules.ts";
import type { BookedTrip, BookingEvent } from "./booking.ts";
import { agreedTerms } from "./cancellation-rules.ts";

/** How late it was, in whole minutes, and what the customer gets back, in öre; never more than the price. */
export interface Lateness {
  minutes: number;
  backOre: number;
}

/** Null: in time, not there yet, or late by less than the terms ask. */
export function latenessOf(
  { trip }: { trip: Pick<BookedTrip, "pickup" | "totalOre" | "terms"> },
  events: readonly BookingEvent[],
): Lateness | null {
  const arrivedAt = arrivalOf(events);
  if (arrivedAt === null) return null;
  const lateMs = Date.parse(arrivedAt) - Date.parse(trip.pickup.instant);
  const step = latenessAt(agreedTerms({ trip }), lateMs);
  if (step === null) return null;
  const backOre = amountOre(step.amount, trip.totalOre);
  return backOre === 0 ? null : { minutes: Math.floor(lateMs / 60_000), backOre };
}

/** When the car came, ISO: the last arrival that was not taken back; null when there is none. */
export function arrivalOf(events: readonly BookingEvent[]): string | null {
  let arrivals: { at: string; version: number }[] = [];
  for (const [i, event] of events.entries()) {
    if (event.type === "arrived") arrivals.push({ at: event.at, version: i + 1 });
    if (event.type === "undone") {
      arrivals = arrivals.filter(({ version }) => version <= event.from || version > event.to);
    }
  }
  return arrivals.at(-1)?.at ?? null;
}
