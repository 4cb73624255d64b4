// Distances on the globe.
import type { Point } from "./place.ts";

/** Mean radius of the Earth in metres (IUGG). */
const EARTH_RADIUS_METERS = 6_371_008.8;

/** Metres of one degree of latitude on that sphere. */
export const METERS_PER_DEGREE = EARTH_RADIUS_METERS * Math.PI / 180;

/** Metres between two points along the great circle (haversine formula). */
export function greatCircleMeters(from: Point, to: Point): number {
  const halfLat = radians(to.lat - from.lat) / 2;
  const halfLng = radians(to.lng - from.lng) / 2;
  const chord = Math.sin(halfLat) ** 2 +
    Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(halfLng) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Metres along a chain of points, leg by leg on the great circle. */
export function lineMeters(points: readonly Point[]): number {
  let meters = 0;
  for (let i = 1; i < points.length; i++) meters += greatCircleMeters(points[i - 1]!, points[i]!);
  return meters;
}

function radians(degrees: number): number {
  return degrees * Math.PI / 180;
}
