// The district of Göteborg a point lies in, as people call it.
import { METERS_PER_DEGREE } from "./great-circle.ts";
import { placeIn, type PlaceIndex } from "./place-index.ts";
import type { Point } from "./place.ts";
import type { Locale } from "../kernel/locale.ts";

/** Districts are about a kilometre wide and their positions good to 300 m: farther off none is named. */
const REACH_METERS = 700;

/** Name of the nearest district; "" where none is near. */
export function districtAt(index: PlaceIndex, point: Point, locale: Locale): string {
  const east = Math.cos(point.lat * Math.PI / 180);
  let nearest = (REACH_METERS / METERS_PER_DEGREE) ** 2;
  let found = -1;
  for (const [at, { place }] of index.places.entries()) {
    if (place.kind !== "district") continue;
    const north = place.point.lat - point.lat;
    const side = (place.point.lng - point.lng) * east;
    const squared = north * north + side * side;
    if (squared >= nearest) continue;
    nearest = squared;
    found = at;
  }
  return found === -1 ? "" : placeIn(index, found, locale).name;
}
