// What a place field suggests while somebody types: what the search finds, and where along a street a car may stop.
import { isStop } from "./area-stops.ts";
import { baseId, findPlace } from "./find-place.ts";
import type { PlaceIndex } from "./place-index.ts";
import { type SearchOptions, searchPlaces } from "./place-search.ts";
import type { Place } from "./place.ts";
import { resolvePlace } from "./resolve-place.ts";

/** A place to choose. */
export type Suggestion = Place & {
  /** What it is called without the spot along it, for the field: "Östra Hamngatan". */
  called: string;
  /** False of a town or a long street: choosing it asks where in it. */
  isStop: boolean;
};

/** What is suggested for a query. */
export interface Suggestions {
  places: readonly Suggestion[];
  /** True when the words name a place outside Sweden. */
  isAbroad: boolean;
}

/** Suggestions, best first; when the words name one street that is long, the spots along it come first. */
export function suggestPlaces(
  index: PlaceIndex,
  query: string,
  options: SearchOptions & { limit: number },
): Suggestions {
  const { locale, limit } = options;
  const resolution = resolvePlace(index, query, locale);
  if (resolution.kind === "abroad") return { places: [], isAbroad: true };
  const first = resolution.kind === "one"
    ? [resolution.place]
    : resolution.kind === "several"
    ? resolution.places
    : [];
  // A guess has searched already, and what names nothing was not found.
  const isSearched = resolution.kind === "none" ||
    (resolution.kind === "several" && resolution.reason === "guess");
  const found = isSearched || first.length >= limit ? [] : searchPlaces(index, query, options);
  const isOfArea = resolution.kind === "several" && resolution.reason === "area";
  // "Göteborg": the town cannot be a stop, so what the search finds in it comes before it.
  const ordered = isOfArea ? [...found, ...first] : [...first, ...found];
  const places = ordered.filter(({ id }, at) => ordered.findIndex((each) => each.id === id) === at)
    .map((place): Suggestion => {
      const whole = findPlace(index, baseId(place.id), locale) ?? place;
      return { ...place, called: whole.name, isStop: isStop(index, place) };
    });
  const stops = places.filter((place) => place.isStop);
  const rest = places.filter((place) => !place.isStop);
  return { places: (isOfArea ? [...stops, ...rest] : places).slice(0, limit), isAbroad: false };
}
