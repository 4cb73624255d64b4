// Which zones of a tariff a point lies in.
import type { Point } from "../places/place.ts";
import type { Zone } from "./tariff.ts";
import { greatCircleMeters } from "../places/great-circle.ts";

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
