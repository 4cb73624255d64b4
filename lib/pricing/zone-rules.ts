// Which zones of a tariff a point lies in.
import type { Point } from "../places/place.ts";
import type { Zone } from "./tariff.ts";

/** Mean radius of the Earth, metres (IUGG). */
const EARTH_RADIUS_METERS = 6_371_008.8;

/** Whether `point` lies in `zone`: circles by great-circle distance, polygons by the even-odd rule in degrees. */
export function zoneContains(zone: Pick<Zone, "shape">, point: Point): boolean {
  const { shape } = zone;
  return shape.kind === "circle"
    ? greatCircleMeters(shape.center, point) <= shape.radiusMeters
    : polygonContains(shape.points, point);
}

/** Ids of the zones `point` lies in; zones may overlap. */
export function zonesAt(zones: readonly Zone[], point: Point): Set<string> {
  return new Set(zones.filter((zone) => zoneContains(zone, point)).map((zone) => zone.id));
}

function polygonContains(points: readonly Point[], { lat, lng }: Point): boolean {
  let inside = false;
  let a = points.at(-1)!;
  for (const b of points) {
    const crosses = (a.lat > lat) !== (b.lat > lat);
    if (crosses && lng < a.lng + ((lat - a.lat) / (b.lat - a.lat)) * (b.lng - a.lng)) {
      inside = !inside;
    }
    a = b;
  }
  return inside;
}

function greatCircleMeters(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLng = (b.lng - a.lng) * rad;
  const h = Math.sin(dLat / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
}
