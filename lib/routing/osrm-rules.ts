// Whether a route of an OSRM server is the trip that was asked for: a map may end short of either place.
import { greatCircleMeters } from "../places/great-circle.ts";
import type { Point } from "../places/place.ts";

/**
 * Farther than this from its road, a place is not on the server's map. Without a limit OSRM takes the nearest road it
 * has, however far: two places beyond the edge of a regional map become one point, 0 m apart. A kilometre, because
 * airports are marked on the runway and villages by the lake; on the meter it is less than an estimate may err.
 */
export const MAX_OSRM_SNAP_METERS = 1_000;

/** No road in Sweden allows more than 120 km/h, so no trip has a higher mean; the rest is for rounding. */
const MAX_MEAN_KMH = 130;
/** Slower than this, beyond any ferry or barrier on the way, nobody drives. */
const MIN_MEAN_KMH = 5;
/** The longest a trip may stand still: the free car ferries sail at least every half hour. */
const STANDSTILL_SECONDS = 1_800;

/** OSRM measures on a slightly different sphere and rounds, so a straight road may come out shorter than straight. */
const STRAIGHT_TOLERANCE = 0.99;
/** Less than this share of the straight line is another trip, wherever its ends were moved to. */
const MIN_SHARE_OF_STRAIGHT = 0.5;

/** A measured way may be this many times the estimated one, and as much more again for a bridge the other way. */
const MAX_DETOUR = 2;
const DETOUR_ALLOWANCE_METERS = 3_000;

/**
 * True when a measured way is absurdly longer than what we would say ourselves. The customer pays by distance and the
 * price is binding, so a map with a bridge missing must not set it.
 */
export function isAbsurdlyLong(measuredMeters: number, expectedMeters: number): boolean {
  return measuredMeters > MAX_DETOUR * expectedMeters + DETOUR_ALLOWANCE_METERS;
}

/** What is judged: the way from road to road, and where those are. */
export interface OsrmTrip {
  distanceMeters: number;
  durationSeconds: number;
  /** The drawn way; its ends are those of the trip. */
  line: readonly Point[];
  /** Where the server moved the start and the end to, and how far it says that is. */
  snaps: readonly { location: Point; meters: number }[];
}

/** Why a route cannot be sold as the trip between these two places, in words for the log; undefined when it can. */
export function distrust(from: Point, to: Point, trip: OsrmTrip): string | undefined {
  const [start, end] = trip.snaps;
  if (!start || !end || trip.snaps.length > 2) return "did not say where the trip starts and ends";
  const moved = [movedMeters(from, start), movedMeters(to, end)] as const;
  if (!moved.every((meters) => meters <= MAX_OSRM_SNAP_METERS)) return "has no road there";
  if (!isDrawnBetween(from, to, trip.line)) return "drew another way";
  if (trip.distanceMeters < leastMeters(greatCircleMeters(from, to), moved[0] + moved[1])) {
    return "answered a way shorter than the straight line";
  }
  return distrustSpeed(trip);
}

/** The worse of what the server says and what its own location says. */
function movedMeters(asked: Point, snap: { location: Point; meters: number }): number {
  return Math.max(snap.meters, greatCircleMeters(asked, snap.location));
}

function isDrawnBetween(from: Point, to: Point, line: readonly Point[]): boolean {
  const first = line[0];
  const last = line.at(-1);
  return first !== undefined && last !== undefined &&
    greatCircleMeters(from, first) <= MAX_OSRM_SNAP_METERS &&
    greatCircleMeters(to, last) <= MAX_OSRM_SNAP_METERS;
}

/** No way is shorter than the straight line but for what both ends were moved, and that has a limit of its own. */
function leastMeters(straightMeters: number, movedMeters: number): number {
  return Math.max(
    straightMeters * STRAIGHT_TOLERANCE - movedMeters,
    straightMeters * MIN_SHARE_OF_STRAIGHT,
  );
}

function distrustSpeed({ distanceMeters, durationSeconds }: OsrmTrip): string | undefined {
  const secondsAt = (kmh: number) => distanceMeters / (kmh / 3.6);
  if (durationSeconds < secondsAt(MAX_MEAN_KMH)) return "answered a time no car can drive";
  if (durationSeconds > STANDSTILL_SECONDS + secondsAt(MIN_MEAN_KMH)) {
    return "answered a time slower than walking";
  }
  return undefined;
}
