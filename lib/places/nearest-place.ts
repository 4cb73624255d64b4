// The place a person would name when asked where a point is.
import { DEFAULT_LOCALE, type Locale } from "../kernel/locale.ts";
import { METERS_PER_DEGREE } from "./great-circle.ts";
import { placeIn, type PlaceIndex } from "./place-index.ts";
import type { Place, PlaceKind, Point } from "./place.ts";

/** How far from a place of each kind one still says "near": an airport is large, a street is not. */
const REACH_METERS: Record<PlaceKind, number> = {
  airport: 1_500,
  station: 150,
  street: 350,
  town: 60_000,
  pin: 0,
};
const ORDER: PlaceKind[] = ["airport", "station", "street", "town"];

/**
 * The airport, station, street or town near the point, the first kind within its reach; undefined far from all.
 * Looks at every sample point (about ten thousand, well under a millisecond).
 */
export function nearestPlace(
  index: PlaceIndex,
  point: Point,
  locale: Locale = DEFAULT_LOCALE,
): Place | undefined {
  const { lats, lngs, places } = index.traces;
  const east = Math.cos(point.lat * Math.PI / 180);
  const best: Record<PlaceKind, number> = {
    airport: -1,
    station: -1,
    street: -1,
    town: -1,
    pin: -1,
  };
  const nearest: Record<PlaceKind, number> = squaredReaches();
  for (let i = 0; i < places.length; i++) {
    const north = lats[i]! - point.lat;
    const side = (lngs[i]! - point.lng) * east;
    const squared = north * north + side * side;
    const { kind } = index.places[places[i]!]!.place;
    if (squared < nearest[kind]) {
      nearest[kind] = squared;
      best[kind] = places[i]!;
    }
  }
  const kind = ORDER.find((candidate) => best[candidate] >= 0);
  return kind && placeIn(index, best[kind], locale);
}

/** The reaches in squared degrees of latitude, the unit of the loop above. */
function squaredReaches(): Record<PlaceKind, number> {
  const squared = (kind: PlaceKind) => (REACH_METERS[kind] / METERS_PER_DEGREE) ** 2;
  return {
    airport: squared("airport"),
    station: squared("station"),
    street: squared("street"),
    town: squared("town"),
    pin: 0,
  };
}
