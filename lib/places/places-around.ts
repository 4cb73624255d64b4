// The names a map shows around a point: towns, districts, stations, airports and what everybody knows.
import type { Locale } from "../kernel/locale.ts";
import { METERS_PER_DEGREE } from "./great-circle.ts";
import { isKnownToAll } from "./nearest-place.ts";
import { placeIn, type PlaceIndex } from "./place-index.ts";
import type { Place } from "./place.ts";
import type { IndexedPlace } from "./place-rows.ts";

/** Names sent at most: more than fit a map without covering each other. */
const MAX_NAMES = 40;
/** From this reach on a map is one of towns: a station would stand where the name of its town belongs. */
const FAR_METERS = 10_000;
/** No place weighs more, see IndexedPlace. */
const MAX_WEIGHT = 100;

/** Those at most `reachMeters` north, south, east or west of `point`, the most asked for first. */
export function placesAround(
  index: PlaceIndex,
  point: Place["point"],
  reachMeters: number,
  locale: Locale,
): Place[] {
  const reachLat = reachMeters / METERS_PER_DEGREE;
  const reachLng = reachLat / Math.cos(point.lat * Math.PI / 180);
  const found = [...index.places.keys()].filter((at) => {
    const row = index.places[at]!;
    return Math.abs(row.place.point.lat - point.lat) <= reachLat &&
      Math.abs(row.place.point.lng - point.lng) <= reachLng && isNamedOnMaps(row);
  });
  const { places } = index;
  const isFirst = (at: number) =>
    reachMeters >= FAR_METERS && ["town", "airport"].includes(places[at]!.place.kind);
  const rank = (at: number) => places[at]!.weight + (isFirst(at) ? MAX_WEIGHT : 0);
  return found.sort((a, b) => rank(b) - rank(a) || a - b).slice(0, MAX_NAMES)
    .map((at) => placeIn(index, at, locale));
}

function isNamedOnMaps(row: IndexedPlace): boolean {
  const { kind } = row.place;
  return kind === "landmark" ? isKnownToAll(row) : kind !== "street";
}
