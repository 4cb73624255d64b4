// The way between the place that was asked for and the road: it is part of the trip, in metres, time and line.
import { greatCircleMeters } from "../places/great-circle.ts";
import type { Point } from "../places/place.ts";

/** How fast it goes: over a yard, a forecourt, a quay. */
const ACCESS_KMH = 15;
/** Nearer than this a place is on the road: what positions are rounded to. */
const ON_ROAD_METERS = 1;

/** Seconds for this many metres between place and road. */
export function accessSeconds(meters: number): number {
  return meters / (ACCESS_KMH / 3.6);
}

/** A line from road to road with the ways to both places, and how long these are. */
export function withAccess(
  from: Point,
  line: readonly Point[],
  to: Point,
): { line: Point[]; accessMeters: number } {
  const [first, last] = [line[0] ?? to, line.at(-1) ?? from];
  const [before, after] = [greatCircleMeters(from, first), greatCircleMeters(last, to)];
  return {
    line: [
      ...(before < ON_ROAD_METERS ? [] : [from]),
      ...line,
      ...(after < ON_ROAD_METERS ? [] : [to]),
    ],
    accessMeters: before + after,
  };
}
