// A small drawing of the streets around a point, for a place that stands on a page without a map.
import { METERS_PER_DEGREE } from "./great-circle.ts";
import type { Point } from "./place.ts";
import { GRID_FACTOR, piecesAround } from "./segment-grid.ts";
import type { StreetLines } from "./street-lines.ts";
import { STREETS_BOX } from "./streets-box.ts";

const METERS_PER_UNIT = 6;
/** Pieces of street drawn at most; a dense quarter has about three hundred. */
const MAX_PIECES = 600;

/** SVG path of the streets in a box around the point, north up; "" where we know none. */
export function streetsAround({ segments }: StreetLines, point: Point): string {
  const { lat, lng } = segments.corners;
  const reach = Math.max(STREETS_BOX.width, STREETS_BOX.height) / 2 * METERS_PER_UNIT;
  const unitsNorth = METERS_PER_DEGREE / GRID_FACTOR / METERS_PER_UNIT;
  const unitsEast = unitsNorth * Math.cos(point.lat * Math.PI / 180);
  const x = (i: number) => STREETS_BOX.width / 2 + (lng[i]! - point.lng * GRID_FACTOR) * unitsEast;
  const y = (i: number) =>
    STREETS_BOX.height / 2 - (lat[i]! - point.lat * GRID_FACTOR) * unitsNorth;
  const at = (i: number) => `${Math.round(x(i))} ${Math.round(y(i))}`;
  let path = "";
  let last = -1;
  for (const i of piecesAround(segments, point, reach).slice(0, MAX_PIECES)) {
    const isOutside = (one: number, other: number, size: number) =>
      Math.max(one, other) < 0 || Math.min(one, other) > size;
    if (isOutside(x(i), x(i + 1), STREETS_BOX.width)) continue;
    if (isOutside(y(i), y(i + 1), STREETS_BOX.height)) continue;
    path += i === last ? `L${at(i + 1)}` : `M${at(i)}L${at(i + 1)}`;
    last = i + 1;
  }
  return path;
}
