// Whether a point is in Sweden, its islands and coastal waters.
import { decodePolyline } from "./polyline.ts";
import { METERS_PER_DEGREE } from "./great-circle.ts";
import swedenData from "./data/sweden.json" with { type: "json" };
import type { Point } from "./place.ts";

/** Outlines of Sweden and its neighbours, ready to be asked. */
export interface SwedenOutline {
  sweden: Ring[];
  neighbours: Ring[];
}

/**
 * The outline (Natural Earth 1:10m) lacks islands under about 5 km, so a point this near to the coast counts as
 * Swedish when it is nearer to Sweden than to a neighbour. 15 km takes in Vinga and the outer Stockholm islands.
 */
export const COAST_TOLERANCE_METERS = 15_000;

/** The bounding box of Sweden with its tolerance; the cheap first question. */
const BOX = { south: 55.1, north: 69.2, west: 10.7, east: 24.4 };

/** Reads the outline that ships with the product. */
export function loadSweden(): SwedenOutline {
  return {
    sweden: swedenData.sweden.map(toRing),
    neighbours: swedenData.neighbours.map(toRing),
  };
}

/** True on Swedish land and in Swedish coastal waters; borders are good to about 2 km. */
export function isInSweden(outline: SwedenOutline, point: Point): boolean {
  const { lat, lng } = point;
  if (!(lat >= BOX.south && lat <= BOX.north && lng >= BOX.west && lng <= BOX.east)) return false;
  if (outline.sweden.some((ring) => contains(ring, point))) return true;
  if (outline.neighbours.some((ring) => contains(ring, point))) return false;
  const meters = metersToRings(outline.sweden, point, COAST_TOLERANCE_METERS);
  return meters < COAST_TOLERANCE_METERS &&
    metersToRings(outline.neighbours, point, meters) >= meters;
}

/**
 * Beyond this many metres from the drawn coast no island has a car: Rörö, reached by a free ferry, lies 7.3 km off it.
 */
const OPEN_SEA_METERS = 8_000;

/** True of Swedish waters where no road can be: no land is near. */
export function isOpenSea({ sweden }: SwedenOutline, point: Point): boolean {
  return !sweden.some((ring) => contains(ring, point)) &&
    metersToRings(sweden, point, OPEN_SEA_METERS) >= OPEN_SEA_METERS;
}

/** A closed line with its box; longitudes and latitudes apart, the first point not repeated. */
interface Ring {
  lats: Float64Array;
  lngs: Float64Array;
  south: number;
  north: number;
  west: number;
  east: number;
}

function toRing(text: string): Ring {
  const points = decodePolyline(text);
  const lats = Float64Array.from(points, (point) => point.lat);
  const lngs = Float64Array.from(points, (point) => point.lng);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  return { lats, lngs, south, north, west: Math.min(...lngs), east: Math.max(...lngs) };
}

/** Even–odd rule: a ray to the east crosses the ring an odd number of times. */
function contains({ lats, lngs, ...box }: Ring, { lat, lng }: Point): boolean {
  if (lat < box.south || lat > box.north || lng < box.west || lng > box.east) return false;
  let inside = false;
  for (let i = 0, j = lats.length - 1; i < lats.length; j = i++) {
    if (lats[i]! > lat === lats[j]! > lat) continue;
    const crossing = lngs[i]! +
      (lngs[j]! - lngs[i]!) * (lat - lats[i]!) / (lats[j]! - lats[i]!);
    if (lng < crossing) inside = !inside;
  }
  return inside;
}

/** Metres to the nearest ring, or `limit` when none is nearer; flat-earth, good at these distances. */
function metersToRings(rings: Ring[], { lat, lng }: Point, limit: number): number {
  const east = METERS_PER_DEGREE * Math.cos(lat * Math.PI / 180);
  let best = limit;
  for (const { lats, lngs, ...box } of rings) {
    const gapY = Math.max(box.south - lat, lat - box.north, 0) * METERS_PER_DEGREE;
    const gapX = Math.max(box.west - lng, lng - box.east, 0) * east;
    if (Math.hypot(gapX, gapY) >= best) continue;
    for (let i = 0, j = lats.length - 1; i < lats.length; j = i++) {
      const ax = (lngs[j]! - lng) * east;
      const ay = (lats[j]! - lat) * METERS_PER_DEGREE;
      const dx = (lngs[i]! - lngs[j]!) * east;
      const dy = (lats[i]! - lats[j]!) * METERS_PER_DEGREE;
      const length2 = dx * dx + dy * dy;
      const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length2));
      best = Math.min(best, Math.hypot(ax + share * dx, ay + share * dy));
    }
  }
  return best;
}
