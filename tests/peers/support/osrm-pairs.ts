// Random trips through Göteborg, by our engine and by a real OSRM on the same extract.
import type { Point } from "../../../lib/places/place.ts";
import type { CityNetwork } from "../../../lib/routing/city-network.ts";
import { greatCircleMeters } from "../../../lib/places/great-circle.ts";
import {
  buildSegmentGrid,
  nearestPiece,
  type SegmentGrid,
} from "../../../lib/places/segment-grid.ts";
import { accessSeconds } from "../../../lib/routing/access.ts";
import { daytimeSeconds } from "../../../lib/routing/time-scale.ts";
import { routeInCity } from "../../../lib/routing/goteborg-engine.ts";
import { GRAPH_FACTOR } from "../../../lib/routing/road-graph.ts";
import { snapToRoad } from "../../../lib/routing/snap.ts";
import { repeatableRandom } from "../../support/repeatable-random.ts";

/** One trip, as both found it; OSRM's time on our scale of a day. */
export interface OsrmPair {
  from: Point;
  to: Point;
  ours: { meters: number; seconds: number };
  theirs: { meters: number; seconds: number };
}

/** Both must start and end this near to each other, else they do not drive the same trip. */
const SAME_END_METERS = 20;
/** Shorter trips are mostly their first and last corner. */
const SHORTEST_METERS = 500;
/** A point this near to a road lies on it: our shapes are simplified by 1.5 m. */
const ON_ROAD_METERS = 3;

/** `count` random trips whose ends both engines put on the same spot. */
export async function comparePairs(
  network: CityNetwork,
  origin: string,
  count: number,
  seed: number,
): Promise<OsrmPair[]> {
  const random = repeatableRandom(seed);
  const point = () => ({ lat: 57.65 + random() * 0.105, lng: 11.86 + random() * 0.2 });
  const pairs: OsrmPair[] = [];
  // About one in two is kept; the bound only stops a server that knows nothing.
  for (let tries = 0; pairs.length < count && tries < 20 * count; tries++) {
    const pair = await compare(network, origin, point(), point());
    if (pair) pairs.push(pair);
  }
  return pairs;
}

/** Trips between any two places, those apart that OSRM begins or ends where no car may stop. */
export interface AnyPairs {
  pairs: OsrmPair[];
  noStopping: OsrmPair[];
}

/**
 * `count` random trips between any two places, each put on a road as either engine thinks best; the ways to the road
 * count on both sides. OSRM stops on motorways and in tunnels, where we never do: such a pair
 * stands apart and is not counted.
 */
export async function compareAnywhere(
  network: CityNetwork,
  origin: string,
  count: number,
  seed: number,
): Promise<AnyPairs> {
  const random = repeatableRandom(seed);
  const point = () => ({ lat: 57.65 + random() * 0.105, lng: 11.86 + random() * 0.2 });
  const roads = noStoppingPieces(network);
  const answer: AnyPairs = { pairs: [], noStopping: [] };
  for (let tries = 0; answer.pairs.length < count && tries < 20 * count; tries++) {
    const [from, to] = [point(), point()];
    const ours = routeInCity(network, from, to);
    if (!ours.ok) continue;
    const theirs = await askOsrm(origin, from, to);
    if (!theirs || theirs.meters < SHORTEST_METERS) continue;
    const isStop = !theirs.ends.some((end) => nearestPiece(roads, end, ON_ROAD_METERS));
    const { distanceMeters, durationSeconds } = ours.route;
    (isStop ? answer.pairs : answer.noStopping).push({
      ...{ from, to, ours: { meters: distanceMeters, seconds: durationSeconds } },
      theirs: {
        meters: theirs.meters + theirs.accessMeters,
        seconds: daytimeSeconds(theirs.seconds, theirs.meters) + accessSeconds(theirs.accessMeters),
      },
    });
  }
  return answer;
}

/** What OSRM says of a trip from road to road, and how far its roads are from the places. */
export interface OsrmTrip {
  meters: number;
  seconds: number;
  ends: Point[];
  accessMeters: number;
}

/** Asks a running server; undefined when it finds no way. */
export async function askOsrm(
  origin: string,
  ...places: [Point, Point]
): Promise<OsrmTrip | undefined> {
  const path = places.map(({ lat, lng }) => `${lng},${lat}`).join(";");
  const response = await fetch(`${origin}/route/v1/driving/${path}?overview=false`);
  const { code, routes, waypoints } = await response.json();
  if (code !== "Ok") return undefined;
  const ends: Point[] = waypoints.map((
    { location: [lng, lat] }: { location: [number, number] },
  ) => ({
    lat,
    lng,
  }));
  const accessMeters = places.reduce(
    (sum, place, i) => sum + greatCircleMeters(place, ends[i]!),
    0,
  );
  return { meters: routes[0].distance, seconds: routes[0].duration, ends, accessMeters };
}

/** The smallest value that this share of all is not above. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

async function compare(
  network: CityNetwork,
  origin: string,
  ...asked: [Point, Point]
): Promise<OsrmPair | undefined> {
  // From road to road: the ways to the road are ours alone.
  const [from, to] = asked.map((point) => roadPoint(network, point));
  if (!from || !to) return undefined;
  const answer = routeInCity(network, from, to);
  if (!answer.ok) return undefined;
  const theirs = await askOsrm(origin, from, to);
  if (!theirs || theirs.meters < SHORTEST_METERS) return undefined;
  const isSame = [from, to].every((ours, i) =>
    greatCircleMeters(ours, theirs.ends[i]!) < SAME_END_METERS
  );
  if (!isSame) return undefined;
  const { distanceMeters, durationSeconds } = answer.route;
  return {
    ...{ from, to, ours: { meters: distanceMeters, seconds: durationSeconds } },
    theirs: { meters: theirs.meters, seconds: daytimeSeconds(theirs.seconds, theirs.meters) },
  };
}

/** The roads nobody stops on: motorways, tunnels, roads that lead out for good. */
function noStoppingPieces({ graph }: CityNetwork): SegmentGrid {
  const pieces: number[] = [];
  for (let s = 0; s < graph.from.length; s++) {
    if (graph.canStop[s]) continue;
    for (let i = graph.shapeFirst[s]!; i + 1 < graph.shapeFirst[s + 1]!; i++) pieces.push(i);
  }
  return buildSegmentGrid({ lat: graph.shapeLat, lng: graph.shapeLng }, pieces);
}

/** The point on our road that a place is put on. */
export function roadPoint({ grid }: CityNetwork, point: Point): Point | undefined {
  const snap = snapToRoad(grid, point);
  return snap && { lat: snap.lat / GRAPH_FACTOR, lng: snap.lng / GRAPH_FACTOR };
}
