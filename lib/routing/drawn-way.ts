// What of a route may be drawn as it is: the part along roads we know. The rest of an estimate is a guess, not a line.
import { greatCircleMeters, lineMeters } from "../places/great-circle.ts";
import type { Point } from "../places/place.ts";
import { decodePolyline, encodePolyline } from "../places/polyline.ts";
import type { Route } from "./route.ts";
import { MAX_SNAP_METERS } from "./snap.ts";

/** A route to look at. */
export interface DrawnWay {
  /** Encoded polyline of the part along known roads; "" when there is none. */
  known: string;
  /** True where the way goes on beyond it, at the start or the end. */
  isOpenAtStart: boolean;
  isOpenAtEnd: boolean;
  /** Metres that are only estimated. */
  unknownMeters: number;
}

/** No piece of a road in the town is longer; longer is a straight line over the country. */
const LONGEST_PIECE_METERS = 1_000;
/** A way along roads has more corners than a line from ferry to ferry. */
const LEAST_CORNERS = 4;

/** The part of a route that follows roads: all of it but for estimates, which leave or enter the town once. */
export function drawnWay(
  { geometry, isEstimate, distanceMeters }: Pick<
    Route,
    "geometry" | "isEstimate" | "distanceMeters"
  >,
): DrawnWay {
  const line = decodePolyline(geometry);
  const known = isEstimate ? longestOnRoads(line) : line;
  if (known.length < (isEstimate ? LEAST_CORNERS : 2)) {
    return { known: "", isOpenAtStart: true, isOpenAtEnd: true, unknownMeters: distanceMeters };
  }
  return {
    known: encodePolyline(known),
    isOpenAtStart: known[0] !== line[0],
    isOpenAtEnd: known.at(-1) !== line.at(-1),
    unknownMeters: isEstimate ? Math.max(0, distanceMeters - Math.round(lineMeters(known))) : 0,
  };
}

function longestOnRoads(line: readonly Point[]): Point[] {
  const runs: Point[][] = [[]];
  for (const [i, point] of line.entries()) {
    if (i > 0 && isGuessed(line, i)) runs.push([]);
    runs.at(-1)!.push(point);
  }
  return runs.reduce((best, run) => run.length > best.length ? run : best);
}

/** Whether the piece that ends at corner `i` is a straight guess. The first and last may also be the way to a road. */
function isGuessed(line: readonly Point[], i: number): boolean {
  const meters = greatCircleMeters(line[i - 1]!, line[i]!);
  const isOutermost = i === 1 || i === line.length - 1;
  return meters > (isOutermost ? MAX_SNAP_METERS : LONGEST_PIECE_METERS);
}
