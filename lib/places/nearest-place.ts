// The place a person would name when asked where a point is.
import { DEFAULT_LOCALE, type Locale } from "../kernel/locale.ts";
import { METERS_PER_DEGREE } from "./great-circle.ts";
import { placeIn, type PlaceIndex } from "./place-index.ts";
import { isApproximate, type Place, type PlaceKind, type Point } from "./place.ts";
import type { IndexedPlace } from "./place-rows.ts";
import { nearestStreet } from "./street-lines.ts";

/** How far from a place of each kind one still says "near": an airport is large, a street is not. */
const REACH_METERS: Record<PlaceKind, number> = {
  airport: 1_500,
  station: 150,
  landmark: 75,
  street: 350,
  town: 60_000,
  district: 0,
  pin: 0,
};
const ORDER: PlaceKind[] = ["airport", "station", "landmark", "street", "town"];

/**
 * The airport, station, landmark, street or town near the point, the first kind within its reach; undefined far
 * from all. A street is as near as its own line, every other place as its position.
 */
export function nearestPlace(
  index: PlaceIndex,
  point: Point,
  locale: Locale = DEFAULT_LOCALE,
): Place | undefined {
  const best = nearestSpots(index, point);
  const street = nearestStreet(index.streetLines, point, REACH_METERS.street);
  if (street) best.street = street.place;
  const kind = ORDER.find((candidate) => best[candidate] !== undefined);
  return kind && placeIn(index, best[kind]!, locale);
}

/** The nearest place of each kind but streets, within its reach; looks at every one, some two thousand. */
function nearestSpots({ places }: PlaceIndex, point: Point): Partial<Record<PlaceKind, number>> {
  const east = Math.cos(point.lat * Math.PI / 180);
  const best: Partial<Record<PlaceKind, number>> = {};
  const nearest = squaredReaches();
  for (const [at, row] of places.entries()) {
    const { place } = row;
    if (place.kind === "street" || place.kind === "landmark" && !isKnownToAll(row)) continue;
    const north = place.point.lat - point.lat;
    const side = (place.point.lng - point.lng) * east;
    const squared = north * north + side * side;
    if (squared >= nearest[place.kind]) continue;
    nearest[place.kind] = squared;
    best[place.kind] = at;
  }
  return best;
}

/** From this weight on everybody in town knows where a landmark is. */
const KNOWN_TO_ALL = 72;

/** "Near Ullevi" helps a driver; near a church among many, or near a point that is not known well, does not. */
export function isKnownToAll({ place, weight }: IndexedPlace): boolean {
  return weight >= KNOWN_TO_ALL && !isApproximate(place);
}

/** The reaches in squared degrees of latitude, the unit of the loop above. */
function squaredReaches(): Record<PlaceKind, number> {
  const squared = (kind: PlaceKind) => (REACH_METERS[kind] / METERS_PER_DEGREE) ** 2;
  return {
    airport: squared("airport"),
    station: squared("station"),
    landmark: squared("landmark"),
    street: squared("street"),
    town: squared("town"),
    district: 0,
    pin: 0,
  };
}
