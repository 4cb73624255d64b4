// Routes inside Göteborg along its real roads: one-way streets, speeds, time lost at junctions, no long detours.
import type { Point } from "../places/place.ts";
import type { CityNetwork } from "./city-network.ts";
import { greatCircleMeters } from "../places/great-circle.ts";
import { type RouteAnswer, type RoutingEngine, SAME_POINT_METERS, wholeMeters } from "./route.ts";
import { secondsOfCost } from "./drive-cost.ts";
import { findPath } from "./shortest-path.ts";
import { seenFromTrip } from "./time-scale.ts";
import { type Snap, snapToRoad } from "./snap.ts";
import {
  accessMeters,
  append,
  appendArcs,
  arrivals,
  departures,
  directCost,
  directLine,
  entryCostOf,
  type Line,
  lineFromSnap,
  lineLength,
  lineToSnap,
  toPolyline,
} from "./trip-ends.ts";

/** An engine for trips with both ends within 400 m of a road of the network; "no-road" elsewhere. */
export function createGoteborgEngine(network: CityNetwork): RoutingEngine {
  return { route: (from, to) => Promise.resolve(routeInCity(network, from, to)) };
}

/**
 * The best route (lib/routing/road-class.ts says how time and distance weigh) over the road points nearest to both
 * ends. Distance is that of the geometry, from end to end with the way to the road; time is driving time without
 * waiting for passengers.
 */
export function routeInCity(network: CityNetwork, from: Point, to: Point): RouteAnswer {
  if (greatCircleMeters(from, to) < SAME_POINT_METERS) return { ok: false, reason: "same-point" };
  const start = snapToRoad(network.grid, from);
  const end = snapToRoad(network.grid, to);
  if (!start || !end) return { ok: false, reason: "no-road" };
  const trip = fastestTrip(network, start, end);
  if (!trip) return { ok: false, reason: "no-road" };
  const meters = lineLength(trip.line);
  // Both sides of one street: the car would stand where it started.
  if (meters - accessMeters(start) - accessMeters(end) < SAME_POINT_METERS) {
    return { ok: false, reason: "same-point" };
  }
  return {
    ok: true,
    route: {
      distanceMeters: wholeMeters(meters, from, to),
      durationSeconds: Math.round(trip.seconds),
      geometry: toPolyline(trip.line),
      engine: "goteborg",
      dataVersion: network.graph.version,
      isEstimate: false,
    },
  };
}

/** Seconds and line between the places of two snaps; undefined when no road leads there. */
export function fastestTrip(
  { graph }: CityNetwork,
  start: Snap,
  end: Snap,
): { seconds: number; line: Line } | undefined {
  const direct = directCost(graph, start, end);
  const path = findPath(graph, departures(graph, start), arrivals(graph, end));
  if (direct !== undefined && direct <= (path?.cost ?? Infinity)) {
    return timed(direct, directLine(graph, start, end));
  }
  if (!path) return undefined;
  const line = lineFromSnap(graph, start, path.start);
  appendArcs(graph, graph.forward, path, line);
  append(line, lineToSnap(graph, end, path.end));
  return timed(path.cost - entryCostOf(graph.forward, path), line);
}

function timed(cost: number, line: Line): { seconds: number; line: Line } {
  const meters = lineLength(line);
  return { seconds: seenFromTrip(secondsOfCost(cost, meters), meters), line };
}
