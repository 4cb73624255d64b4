// Where people most often go: what the form offers before anybody has typed.
import type { Locale } from "../kernel/locale.ts";
import { findPlace } from "./find-place.ts";
import type { PlaceIndex } from "./place-index.ts";
import type { Place } from "./place.ts";

/** Most places offered. */
export const MAX_POPULAR = 5;

/** The places in the order they are offered. */
export const POPULAR_PLACE_IDS: readonly string[] = [
  "airport:GOT",
  "station:goteborg-centralstation",
  "landmark:sahlgrenska-huvudentre",
  "landmark:stena-danmarksterminalen",
  "landmark:liseberg",
  // Behind the others, for when one of them is gone.
  "landmark:gothia-towers",
];

/** The popular places of the index, named in `locale`. */
export function popularPlaces(index: PlaceIndex, locale: Locale): Place[] {
  return POPULAR_PLACE_IDS.flatMap((id) => findPlace(index, id, locale) ?? []).slice(
    0,
    MAX_POPULAR,
  );
}
