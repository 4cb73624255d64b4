// What a car does around a trip, as it is shown beside the others. Pure.
import type { Outage } from "../fleet/outage.ts";
import { APPROACH_BUFFER_MS, CLEARANCE_BUFFER_MS } from "../fleet/vehicle-day.ts";
import type { Stretch, TakenTime } from "./candidate.ts";

/** How much of a car's time is shown before a trip and after it: the trips one can still drive to or from. */
const SHOWN_AROUND_MS = 2 * 60 * 60_000;

/** The time around a trip in which cars are compared. */
export function timeAround({ startMs, endMs }: Stretch): Stretch {
  return { startMs: startMs - SHOWN_AROUND_MS, endMs: endMs + SHOWN_AROUND_MS };
}

/** What a car does in a stretch: trips as they are driven, without what is kept free around them; by start. */
export function takenIn(
  { startMs, endMs }: Stretch,
  trips: readonly Stretch[],
  outages: readonly Pick<Outage, "startMs" | "endMs">[],
): TakenTime[] {
  const taken: TakenTime[] = [
    ...trips.map((one): TakenTime => ({
      kind: "trip",
      startMs: one.startMs + APPROACH_BUFFER_MS,
      endMs: one.endMs - CLEARANCE_BUFFER_MS,
    })),
    ...outages.map((one): TakenTime => ({
      kind: "out",
      startMs: one.startMs,
      endMs: one.endMs,
    })),
  ];
  return taken.filter((one) => one.startMs < endMs && (one.endMs ?? Infinity) > startMs)
    .sort((a, b) => a.startMs - b.startMs);
}
