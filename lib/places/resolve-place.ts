// From a customer's own words to one place, for the form that works without JavaScript.
import { DEFAULT_LOCALE, type Locale } from "../kernel/locale.ts";
import { splitAddressWords } from "./address-words.ts";
import { findPlace } from "./find-place.ts";
import { foldWords } from "./fold.ts";
import { placeIn, type PlaceIndex } from "./place-index.ts";
import { type RankedPlace, rankPlaces } from "./place-search.ts";
import type { Place } from "./place.ts";

/** What the words mean: one place, several to choose from (best first, at most 5), or nothing known. */
export type Resolution =
  | { kind: "one"; place: Place }
  | { kind: "several"; places: Place[] }
  | { kind: "none" };

/** Most places offered for a choice. */
export const MAX_CHOICES = 5;

/**
 * Resolves words such as "östra hamngatan 24, portkod 1234". "one" only when the words name one place in full or
 * nothing else fits, because the price hangs on it; a guess is offered as a choice.
 */
export function resolvePlace(
  index: PlaceIndex,
  words: string,
  locale: Locale = DEFAULT_LOCALE,
): Resolution {
  const byId = findPlace(index, words.trim(), locale);
  if (byId) return { kind: "one", place: byId };
  const ranked = rankPlaces(index, words);
  if (ranked.length === 0) return { kind: "none" };
  const certain = certainOnes(index, words, ranked);
  if (certain.length === 1) {
    return { kind: "one", place: placeIn(index, certain[0]!.place, locale) };
  }
  const offered = certain.length > 1 ? certain : ranked;
  return {
    kind: "several",
    places: offered.slice(0, MAX_CHOICES).map(({ place }) => placeIn(index, place, locale)),
  };
}

function certainOnes(index: PlaceIndex, words: string, ranked: RankedPlace[]): RankedPlace[] {
  const exact = ranked.filter((candidate) => candidate.isExact);
  const complete = exact.length > 0 ? exact : ranked.filter((candidate) => candidate.isComplete);
  if (complete.length === 0) return ranked.length === 1 && ranked[0]!.hasAllWords ? ranked : [];
  // "Kyrkogatan 3, Mölndal": the area the customer wrote decides between two of the same name.
  const hints = new Set(foldWords(splitAddressWords(words).rest));
  const hinted = complete.filter(({ place }) =>
    foldWords(index.places[place]!.place.area).some((word) => hints.has(word))
  );
  return hinted.length > 0 ? hinted : complete;
}
