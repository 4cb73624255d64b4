// Estimates a trip where no road data reaches: straight line, detour factor, speed by distance.
import type { Point } from "../places/place.ts";
import { isInSweden, type SwedenOutline } from "../places/sweden.ts";
import { estimateAcrossRim } from "./city-estimate.ts";
import { type CityNetwork, isInCity } from "./city-network.ts";
import { type Estimate, estimateTrip } from "./estimate-rules.ts";
import { greatCircleMeters, lineMeters } from "../places/great-circle.ts";
import { isLinkedByRoad, mustPass } from "./islands.ts";
import { wayRound } from "./waters.ts";
import { encodePolyline } from "../places/polyline.ts";
import { type RouteAnswer, type RoutingEngine, SAME_POINT_METERS, wholeMeters } from "./route.ts";
import { toPolyline } from "./trip-ends.ts";

/** Version of the factors in estimate-rules.ts, the waters and the outlines; raise it when they change. */
export const ESTIMATE_VERSION = "2026-11-26";

/** What the estimate knows of the country; without a network it follows no roads anywhere. */
export interface EstimateMap {
  sweden: SwedenOutline;
  network?: CityNetwork;
}

/** An engine that answers for all of Sweden, always marked as an estimate. */
export function createEstimateEngine(map: EstimateMap): RoutingEngine {
  return { route: (from, to) => Promise.resolve(estimateRoute(map, from, to)) };
}

/** The estimate itself, or why there is none. With one end in Göteborg its roads are used as far as they go. */
export function estimateRoute(map: EstimateMap, from: Point, to: Point): RouteAnswer {
  const refusal = refuseTrip(map.sweden, from, to);
  if (refusal) return refusal;
  const found = (map.network && partlyOnRoads(map.network, from, to)) ?? asTheCrowFlies(from, to);
  if (!found) return { ok: false, reason: "no-crossing" };
  return {
    ok: true,
    route: {
      distanceMeters: wholeMeters(found.distanceMeters, from, to),
      durationSeconds: Math.round(found.durationSeconds),
      geometry: found.geometry,
      engine: "estimate",
      dataVersion: map.network
        ? `${ESTIMATE_VERSION}+${map.network.graph.version}`
        : ESTIMATE_VERSION,
      isEstimate: true,
    },
  };
}

type Found = Estimate & { geometry: string };

function partlyOnRoads(network: CityNetwork, from: Point, to: Point): Found | undefined {
  const isFromInside = isInCity(network, from);
  if (isFromInside === isInCity(network, to) || mustPass(from, to)) return undefined;
  if (wayRound(from, to, lineMeters)?.points.length !== 2) return undefined;
  const found = isFromInside
    ? estimateAcrossRim(network, from, to, false)
    : estimateAcrossRim(network, to, from, true);
  return found && { ...found, geometry: toPolyline(found.line) };
}

/** Straight from pass to pass; undefined when a water lies between over which we know none. */
function asTheCrowFlies(from: Point, to: Point): Found | undefined {
  const via = mustPass(from, to);
  const legs = via ? [[from, via], [via, to]] as const : [[from, to]] as const;
  const ways = legs.map(([start, end]) => wayRound(start, end, lineMeters));
  const points: Point[] = [];
  let ferrySeconds = 0;
  for (const way of ways) {
    if (!way) return undefined;
    points.push(...way.points.slice(points.length > 0 ? 1 : 0));
    ferrySeconds += way.ferrySeconds;
  }
  const { distanceMeters, durationSeconds } = estimateTrip(lineMeters(points));
  return {
    ...{ distanceMeters, durationSeconds: durationSeconds + ferrySeconds },
    geometry: encodePolyline(points),
  };
}

/** What every engine refuses in the same way: an end outside Sweden, the same place twice, no road between. */
export function refuseTrip(
  sweden: SwedenOutline,
  from: Point,
  to: Point,
): Extract<RouteAnswer, { ok: false }> | undefined {
  if (!isInSweden(sweden, from) || !isInSweden(sweden, to)) return { ok: false, reason: "abroad" };
  if (greatCircleMeters(from, to) < SAME_POINT_METERS) return { ok: false, reason: "same-point" };
  if (!isLinkedByRoad(from, to)) return { ok: false, reason: "no-road" };
  return undefined;
}
