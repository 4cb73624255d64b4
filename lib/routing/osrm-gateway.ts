// Asks an OSRM server (https://project-osrm.org/docs/v5.24.0/api/#route-service) for a driving route.
import { z } from "zod";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Point } from "../places/place.ts";
import { greatCircleMeters } from "../places/great-circle.ts";
import { decodePolyline, encodePolyline } from "../places/polyline.ts";
import type { AskOutside } from "../resilience/download.ts";
import { accessSeconds, withAccess } from "./access.ts";
import { distrust, MAX_OSRM_SNAP_METERS } from "./osrm-rules.ts";
import { daytimeSeconds } from "./time-scale.ts";
import type { PausingEngine } from "./choose-engine.ts";
import { type Route, type RouteAnswer, SAME_POINT_METERS, wholeMeters } from "./route.ts";

/** Where the server is and how long to wait for it. */
export interface OsrmOptions {
  /** For example `https://osrm.example.se`; the path of the service is appended. */
  baseUrl: string;
  ask: AskOutside;
  /** Milliseconds until the call is given up; default 2 s, a booking form waits for it. */
  timeoutMs?: number;
  /** Version of the server's map, used when its answers carry no `data_version`; else its host and a hash. */
  dataVersion?: string;
}

const DEFAULT_TIMEOUT_MS = 2_000;
/** A route through all of Sweden has about 300 kB of geometry; more is not an answer to our question. */
export const MAX_OSRM_BYTES = 1_000_000;

type OsrmAnswer = z.infer<typeof OsrmAnswer>;
const OsrmAnswer = z.object({
  code: z.string().max(40),
  data_version: z.string().max(60).optional(),
  routes: z.array(z.object({
    distance: z.number().min(0).max(5_000_000),
    duration: z.number().min(0).max(500_000),
    geometry: z.string().max(MAX_OSRM_BYTES).refine(isPolyline, "not an encoded polyline"),
  })).max(10).optional(),
  waypoints: z.array(z.object({
    location: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
      .transform(([lng, lat]) => ({ lat, lng })),
    /** Metres from the asked point; older servers leave it out, the location then says it. */
    distance: z.number().min(0).max(21_000_000).optional(),
  })).max(10).optional(),
});

/**
 * An engine over HTTP; throws GatewayError("osrm") when the server fails, answers nonsense or is too slow, and when
 * it cannot say: no road near an end or none between them may only mean that its map is smaller than the country.
 * Answers undefined while the server is left alone.
 */
export function createOsrmEngine(options: OsrmOptions): PausingEngine {
  const { host, pathname } = new URL(options.baseUrl);
  let version = options.dataVersion ?? "";
  return {
    route: (from, to, signal) =>
      askOsrm({ ...options, onVersion: (said) => void (version = said) }, [from, to], signal),
    roads: () => `${host}${pathname}@${version}`,
  };
}

async function askOsrm(
  options: OsrmOptions & { onVersion: (version: string) => void },
  [from, to]: readonly [Point, Point],
  signal?: AbortSignal,
): Promise<RouteAnswer | undefined> {
  if (greatCircleMeters(from, to) < SAME_POINT_METERS) return { ok: false, reason: "same-point" };
  const asked = await options.ask({
    url: routeUrl(options.baseUrl, from, to),
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    maxBytes: MAX_OSRM_BYTES,
    signal,
    read: ({ status, text }) => ({ answer: parseAnswer(status, text), text }),
  });
  if (asked === undefined) return undefined;
  const { answer, text } = asked;
  if (answer.data_version) options.onVersion(answer.data_version);
  const dataVersion = answer.data_version || options.dataVersion ||
    await markOf(options.baseUrl, text);
  return { ok: true, route: toRoute(from, to, answer, dataVersion) };
}

/** What can be said of a map without a version: whose it is, and what it answered. */
async function markOf(baseUrl: string, text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `${new URL(baseUrl).host}#${new Uint8Array(digest).toHex().slice(0, 12)}`;
}

function toRoute(from: Point, to: Point, answer: OsrmAnswer, dataVersion: string): Route {
  const route = answer.routes?.[0];
  if (answer.code !== "Ok" || !route) throw failure(`answered ${answer.code}`, false);
  const line = decodePolyline(route.geometry);
  const doubt = distrust(from, to, {
    distanceMeters: route.distance,
    durationSeconds: route.duration,
    line,
    snaps: (answer.waypoints ?? []).map(({ location, distance = 0 }) => ({
      location,
      meters: distance,
    })),
  });
  if (doubt) throw failure(doubt, false);
  const whole = withAccess(from, line, to);
  return {
    distanceMeters: wholeMeters(route.distance + whole.accessMeters, from, to),
    durationSeconds: Math.round(
      daytimeSeconds(route.duration, route.distance) + accessSeconds(whole.accessMeters),
    ),
    geometry: encodePolyline(whole.line),
    engine: "osrm",
    dataVersion,
    isEstimate: false,
  };
}

function routeUrl(baseUrl: string, from: Point, to: Point): string {
  const place = ({ lat, lng }: Point) => `${lng.toFixed(6)},${lat.toFixed(6)}`;
  const query = "overview=full&geometries=polyline&alternatives=false&steps=false" +
    `&radiuses=${MAX_OSRM_SNAP_METERS};${MAX_OSRM_SNAP_METERS}`;
  return `${baseUrl.replace(/\/+$/, "")}/route/v1/driving/${place(from)};${place(to)}?${query}`;
}

function parseAnswer(status: number, text: string): OsrmAnswer {
  try {
    return OsrmAnswer.parse(JSON.parse(text));
  } catch (error) {
    throw failure(`status ${status} with an unreadable answer`, false, error);
  }
}

function isPolyline(text: string): boolean {
  try {
    return decodePolyline(text).length > 0;
  } catch {
    return false;
  }
}

function failure(message: string, retriable: boolean, cause?: unknown): GatewayError {
  return new GatewayError("osrm", `OSRM ${message}`, retriable, { cause });
}
