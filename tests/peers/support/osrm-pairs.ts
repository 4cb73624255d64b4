// Random trips through Göteborg, by our engine and by a real OSRM on the same extract.
import type { Point } from "../../../lib/places/place.ts";
import type { CityNetwork } from "../../../lib/routing/city-network.ts";
import { greatCircleMeters } from "../../../lib/places/great-circle.ts";
import { routeInCity } from "../../../lib/routing/goteborg-engine.ts";
import { GRAPH_FACTOR } from "../../../lib/routing/road-graph.ts";
import { snapToRoad } from "../../../lib/routing/snap.ts";
import { repeatableRandom } from "../../support/repeatable-random.ts";

/** One trip, as both found it. */
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
  const path = [from, to].map(({ lat, lng }) => `${lng},${lat}`).join(";");
  const response = await fetch(`${origin}/route/v1/driving/${path}?overview=false`);
  const { code, routes, waypoints } = await response.json();
  if (code !== "Ok" || routes[0].distance < SHORTEST_METERS) return undefined;
  const isSame = [from, to].every((ours, i) => {
    const [lng, lat] = waypoints[i].location;
    return greatCircleMeters(ours, { lat, lng }) < SAME_END_METERS;
  });
  if (!isSame) return undefined;
  const { distanceMeters, durationSeconds } = answer.route;
  return {
    ...{ from, to, ours: { meters: distanceMeters, seconds: durationSeconds } },
    theirs: { meters: routes[0].distance, seconds: routes[0].duration },
  };
}

function roadPoint({ grid }: CityNetwork, point: Point): Point | undefined {
  const snap = snapToRoad(grid, point);
  return snap && { lat: snap.lat / GRAPH_FACTOR, lng: snap.lng / GRAPH_FACTOR };
}
