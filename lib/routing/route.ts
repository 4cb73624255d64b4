// A way from one point to another, as an engine found it, and the port every engine implements.
import { greatCircleMeters } from "../places/great-circle.ts";
import type { Point } from "../places/place.ts";

/** Which engine found the route. */
export type RouteEngine = "goteborg" | "estimate" | "osrm";

/** A found route. */
export interface Route {
  distanceMeters: number;
  durationSeconds: number;
  /** Encoded polyline, precision 5 (Google's format). */
  geometry: string;
  engine: RouteEngine;
  /** Version of the data the engine used, for example a content hash or a date. */
  dataVersion: string;
  /** True when distance and time are estimated, not measured along roads. */
  isEstimate: boolean;
}

/** Two ends nearer than this are the same place; nobody books such a ride. */
export const SAME_POINT_METERS = 25;

/** A measured way in whole metres, never fewer than the straight line between its ends. */
export function wholeMeters(meters: number, from: Point, to: Point): number {
  return Math.max(Math.round(meters), Math.ceil(greatCircleMeters(from, to)));
}

/** Why there is no route: an answer, not an error. */
export type NoRouteReason = "same-point" | "abroad" | "no-road" | "no-crossing";

/** What an engine answers. */
export type RouteAnswer = ({ ok: true; route: Route } | { ok: false; reason: NoRouteReason }) & {
  /** It stands in for an engine that did not answer: the next who asks may be told better. */
  isStandIn?: true;
};

/** Finds routes. Throws GatewayError only when an outside service fails. */
export interface RoutingEngine {
  route(from: Point, to: Point, signal?: AbortSignal): Promise<RouteAnswer>;
  /** Names the roads it knows now, so that what it answers can be kept until it knows others; nothing is without it. */
  roads?(): string;
}
