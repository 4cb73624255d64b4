// Estimates a trip where no road data reaches: straight line, detour factor, speed by distance.
import type { Point } from "../places/place.ts";
import { isInSweden, type SwedenOutline } from "../places/sweden.ts";
import { estimateAcrossRim } from "./city-estimate.ts";
import { type CityNetwork, isInCity } from "./city-network.ts";
import { type Estimate, estimateTrip } from "./estimate-rules.ts";
import { greatCircleMeters } from "../places/great-circle.ts";
import { refuseIsland } from "./islands.ts";
import { wayRound } from "./way-round.ts";
import { encodePolyline } from "../places/polyline.ts";
import { type RouteAnswer, type RoutingEngine, SAME_POINT_METERS, wholeMeters } from "./route.ts";
import { snapToRoad } from "./snap.ts";
import { toPolyline } from "./trip-ends.ts";

/** Version of the factors in estimate-rules.ts, the waters and the outlines; raise it when they change. */
export const ESTIMATE_VERSION = "2026-11-26.2";

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
  return found ? toAnswer(found, map, from, to) : { ok: false, reason: "no-crossing" };
}

/** A stop farther than this from its road may have a nearer street that the map lacks. */
export const LOOSE_METERS = 150;

/**
 * The estimate for a trip within the city data with one end at its edge, as if that end lay beyond: so a step over the
 * edge changes the trip little. Undefined when both ends are near a road, or neither.
 */
export function estimateLooseEnd(
  network: CityNetwork,
  from: Point,
  to: Point,
): RouteAnswer | undefined {
  const isLoose = (point: Point) =>
    (snapToRoad(network.grid, point)?.meters ?? Infinity) > LOOSE_METERS;
  const isInbound = isLoose(from);
  if (isInbound === isLoose(to)) return undefined;
  const [inside, outside] = isInbound ? [to, from] : [from, to];
  const found = estimateAcrossRim(network, inside, outside, isInbound);
  return found && toAnswer({ ...found, geometry: toPolyline(found.line) }, { network }, from, to);
}

function toAnswer(
  found: Found,
  { network }: Pick<EstimateMap, "network">,
  from: Point,
  to: Point,
): RouteAnswer {
  return {
    ok: true,
    route: {
      distanceMeters: wholeMeters(found.distanceMeters, from, to),
      durationSeconds: Math.round(found.durationSeconds),
      geometry: found.geometry,
      engine: "estimate",
      dataVersion: network ? `${ESTIMATE_VERSION}+${network.graph.version}` : ESTIMATE_VERSION,
      isEstimate: true,
    },
  };
}

type Found = Estimate & { geometry: string };

function partlyOnRoads(network: CityNetwork, from: Point, to: Point): Found | undefined {
  const isFromInside = isInCity(network, from);
  if (isFromInside === isInCity(network, to)) return undefined;
  const found = isFromInside
    ? estimateAcrossRim(network, from, to, false)
    : estimateAcrossRim(network, to, from, true);
  return found && { ...found, geometry: toPolyline(found.line) };
}

/** Straight from pass to pass; undefined when a water lies between that has none. */
function asTheCrowFlies(from: Point, to: Point): Found | undefined {
  const way = wayRound(from, to);
  if (!way) return undefined;
  const { distanceMeters, durationSeconds } = estimateTrip(way.meters);
  return {
    ...{ distanceMeters, durationSeconds: durationSeconds + way.ferrySeconds },
    geometry: encodePolyline(way.points),
  };
}

/** What every engine refuses in the same way: an end outside Sweden, the same place twice, an island. */
export function refuseTrip(
  sweden: SwedenOutline,
  from: Point,
  to: Point,
): Extract<RouteAnswer, { ok: false }> | undefined {
  if (!isInSweden(sweden, from) || !isInSweden(sweden, to)) return { ok: false, reason: "abroad" };
  if (greatCircleMeters(from, to) < SAME_POINT_METERS) return { ok: false, reason: "same-point" };
  const reason = refuseIsland(from, to);
  return reason && { ok: false, reason };
}
