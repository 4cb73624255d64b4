// Estimates a trip where no road data reaches: straight line, detour factor, speed by distance.
import type { Point } from "../places/place.ts";
import { isInSweden, type SwedenOutline } from "../places/sweden.ts";
import { estimateTrip } from "./estimate-rules.ts";
import { greatCircleMeters, lineMeters } from "./great-circle.ts";
import { isLinkedByRoad, mustPass } from "./islands.ts";
import { encodePolyline } from "./polyline.ts";
import type { RouteAnswer, RoutingEngine } from "./route.ts";

/** Two ends nearer than this are the same place; nobody books such a ride. */
export const SAME_POINT_METERS = 25;

/** Version of the factors in estimate-rules.ts and the outlines; raise it when they change. */
export const ESTIMATE_VERSION = "2026-11-22";

/** An engine that answers for all of Sweden, always marked as an estimate. */
export function createEstimateEngine(sweden: SwedenOutline): RoutingEngine {
  return { route: (from, to) => Promise.resolve(estimateRoute(sweden, from, to)) };
}

/** The estimate itself, or why there is none. */
export function estimateRoute(sweden: SwedenOutline, from: Point, to: Point): RouteAnswer {
  const refusal = refuseTrip(sweden, from, to);
  if (refusal) return refusal;
  const via = mustPass(from, to);
  const points = via ? [from, via, to] : [from, to];
  const { distanceMeters, durationSeconds } = estimateTrip(lineMeters(points));
  return {
    ok: true,
    route: {
      distanceMeters: Math.round(distanceMeters),
      durationSeconds: Math.round(durationSeconds),
      geometry: encodePolyline(points),
      engine: "estimate",
      dataVersion: ESTIMATE_VERSION,
      isEstimate: true,
    },
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
