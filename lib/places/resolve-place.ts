// From a customer's own words to one place, or to the question that must be asked before there is one.
import { DEFAULT_LOCALE, type Locale } from "../kernel/locale.ts";
import { isStop, stopIdsIn } from "./area-stops.ts";
import { joinedWords, nameWindows, type ReadAddress, readAddress } from "./certainty.ts";
import { readCrossing } from "./crossing-words.ts";
import { PLACES_ABROAD } from "./data/abroad.ts";
import { namesTerminal } from "./driver-words.ts";
import { findPlace } from "./find-place.ts";
import { greatCircleMeters } from "./great-circle.ts";
import {
  candidateOf,
  isArea,
  mentionedAreas,
  municipalityOf,
  type NamedPlace,
  namedPlaces,
} from "./named-places.ts";
import type { PlaceIndex } from "./place-index.ts";
import { rankPlaces } from "./place-search.ts";
import { HOME, type Place } from "./place.ts";
import { readSpotId, spotId, spotIds } from "./street-spots.ts";

/**
 * Why a question is asked: `several` places have the name, `guess`: not every word fits one, `area`: a town or a
 * district is no spot, `spot`: where along the street.
 */
export type PlaceQuestionReason = "several" | "guess" | "area" | "spot";

/** What the words mean: one place, several to choose from (best first), a place abroad, or nothing known. */
export type Resolution =
  | { kind: "one"; place: Place }
  | {
    kind: "several";
    reason: PlaceQuestionReason;
    places: Place[];
    /** The id that asks for more of the same, "" when these are all. */
    moreId: string;
  }
  | { kind: "abroad" }
  | { kind: "none" };

/** Most places offered for a choice; along one street there may be more. */
export const MAX_CHOICES = 6;
/** Of these, places in a town that was named but whose street is not known. */
const MAX_IN_TOWN = 3;
/** Streets, squares and stations offered in a town or district. */
const MAX_IN_AREA = 6;

/**
 * Resolves words such as "östra hamngatan 24, portkod 1234". "one" only when every word is covered and nothing
 * contradicts it (`isCertain`), and a car can stop there without another word.
 */
export function resolvePlace(
  index: PlaceIndex,
  words: string,
  locale: Locale = DEFAULT_LOCALE,
): Resolution {
  const byId = findPlace(index, words.trim(), locale);
  if (byId) return takePlace(index, byId, "", locale);
  const address = readAddress(words);
  const crossing = crossingOf(index, words);
  if (crossing.length === 1) return offer(index, "one", crossing, locale);
  if (crossing.length > 1) return offer(index, "several", crossing, locale);
  const named = namedPlaces(index, address);
  const certain = atTerminal(index, words, named.filter(({ isCertain }) => isCertain));
  if (certain.length === 1) {
    const { at } = certain[0]!;
    // Who has not chosen the district yet may choose it, and sees what else there is in it.
    const stops = isArea(index.places[at]!.place) ? stopIdsIn(index, at, 2 * MAX_IN_AREA) : [];
    if (stops.length > MAX_IN_AREA) {
      return offer(index, "area", [idOf(index, at), ...stops], locale);
    }
    const place = findPlace(index, idOf(index, at), locale)!;
    return takePlace(index, place, address.houseNumber, locale);
  }
  if (certain.length > 1) {
    const stopsFirst = [...certain].sort((a, b) => rankOf(index, a) - rankOf(index, b));
    return offer(index, "several", stopsFirst.map(({ at }) => idOf(index, at)), locale);
  }
  if (isAbroad(index, address, named)) return { kind: "abroad" };
  return offer(index, "guess", guesses(index, words, address, named), locale);
}

/**
 * What a place that was chosen leads to: itself when a car can stop there, else the question where on the street or
 * where in the town.
 */
export function takePlace(
  index: PlaceIndex,
  place: Place,
  houseNumber: string,
  locale: Locale,
): Resolution {
  const street = houseNumber === "" ? undefined : index.streetsOfLandmarks.get(place.id);
  const addressed = street === undefined ? undefined : findPlace(index, street, locale);
  // "Drottningtorget 2" is an address of the square: whether there can be such a number, its street knows.
  if (addressed) return takePlace(index, addressed, houseNumber, locale);
  if (isStop(index, place, houseNumber)) return { kind: "one", place };
  if (!isArea(place)) {
    const spots = offer(index, "spot", spotIds(index.streets, place.id), locale);
    const hasMore = spotIds(index.streets, place.id, true).length > 0;
    return spots.kind === "several" && hasMore
      ? { ...spots, moreId: spotId(place.id, MORE) }
      : spots;
  }
  const stops = stopIdsIn(index, index.byId.get(place.id)!, 2 * MAX_IN_AREA);
  const others = stops.length > MAX_IN_AREA ? stops.slice(MAX_CHOICES - 1) : stops;
  return offer(index, "area", others, locale);
}

/** A terminal that we know by its number, else its airport: "Landvetter utrikes" is not the town. */
function atTerminal(index: PlaceIndex, words: string, certain: NamedPlace[]): NamedPlace[] {
  if (!namesTerminal(words)) return certain;
  const places = certain.map((each) => ({ each, place: index.places[each.at]!.place }));
  const terminals = places.filter(({ place }) =>
    place.kind === "landmark" && place.landmark === "terminal"
  );
  const airports = places.filter(({ place }) => place.kind === "airport");
  const [found = places] = [terminals, airports].filter(({ length }) => length > 0);
  return found.map(({ each }) => each);
}

/** The crossings behind "another part of the street", for the id that asks for them. */
export function moreSpots(index: PlaceIndex, placeId: string, locale: Locale): Resolution | null {
  const spot = readSpotId(placeId);
  if (spot?.at !== MORE || !index.byId.has(spot.streetId)) return null;
  return offer(index, "spot", spotIds(index.streets, spot.streetId, true), locale);
}

const MORE = "more";
/** Farther than any two places are apart. */
const GLOBE_METERS = 21_000_000;

function offer(
  index: PlaceIndex,
  kind: "one" | PlaceQuestionReason,
  ids: readonly string[],
  locale: Locale,
): Resolution {
  const limit = kind === "spot" ? ids.length : MAX_CHOICES;
  const places = [...new Set(ids)].slice(0, limit)
    .flatMap((id) => findPlace(index, id, locale) ?? []);
  const [first] = places;
  if (kind === "one" && first) return { kind, place: first };
  if (kind === "one" || (first === undefined && kind !== "area")) return { kind: "none" };
  return { kind: "several", reason: kind, places, moreId: "" };
}

function idOf(index: PlaceIndex, at: number): string {
  return index.places[at]!.place.id;
}

/** Stops before areas, then what lies nearest to where we drive. */
function rankOf(index: PlaceIndex, { at }: NamedPlace): number {
  const { place } = index.places[at]!;
  return (isArea(place) ? GLOBE_METERS : 0) + greatCircleMeters(place.point, HOME);
}

/** Ids of the spots where the two streets of a corner meet; none when the words name no corner. */
export function crossingOf(index: PlaceIndex, words: string): string[] {
  const read = readCrossing(words);
  if (read === null) return [];
  const [first, second] = read.names.map((name) =>
    namedPlaces(index, readAddress([name, read.rest].filter(Boolean).join(", ")))
      .filter(({ at, isCertain }) => isCertain && index.places[at]!.place.kind === "street")
      .map(({ at }) => idOf(index, at))
  );
  return (first ?? []).flatMap((street) =>
    (index.streets.get(street)?.crossings ?? [])
      .filter(({ streetId }) => second?.includes(streetId))
      .map(({ streetId }) => spotId(street, streetId))
  );
}

const ABROAD: ReadonlySet<string> = new Set(PLACES_ABROAD.map(joinedWords));

/**
 * True when a whole part of the address, or the last words of its street, are a place abroad; a name abroad within a part counts
 * where no street or station is named: "Oslo Central Station", and not "Café Berlin, Vasagatan 10".
 */
export function isAbroad(
  index: PlaceIndex,
  address: ReadAddress,
  named: readonly NamedPlace[],
): boolean {
  const isName = (words: string) =>
    ABROAD.has(words) || (words.endsWith("s") && ABROAD.has(words.slice(0, -1)));
  const [main = []] = address.parts;
  const ends = address.parts.some((part) => ABROAD.has(part.join(""))) ||
    main.some((_, from) => ABROAD.has(main.slice(from).join("")));
  return ends || (named.every(({ at }) => isArea(index.places[at]!.place)) &&
    nameWindows(address).some(({ spellings: [words = ""] }) => isName(words)));
}

/** "Gothenburg Airport": where there is no more than a name, what has all of its words comes first. */
function hasWholeWords(
  index: PlaceIndex,
  at: number,
  { parts, houseNumber }: ReadAddress,
): boolean {
  const [words = [], ...others] = parts;
  if (others.length > 0 || houseNumber !== "" || words.length < 2) return false;
  const own = new Set(candidateOf(index, at).names.flatMap((name) => name.split(" ")));
  return words.every((word) => own.has(word));
}

/** Likely places for words that name none for certain, best first: what lies in a town that was named comes first. */
function guesses(
  index: PlaceIndex,
  words: string,
  address: ReadAddress,
  named: readonly NamedPlace[],
): string[] {
  const areas = mentionedAreas(index, address);
  const towns = new Set(areas.map((at) => municipalityOf(index.places[at]!.place)));
  const isIn = ({ at }: NamedPlace) =>
    candidateOf(index, at).areas.some((area) => towns.has(area)) ||
    towns.has(municipalityOf(index.places[at]!.place));
  const stops = named.filter(({ at }) => !isArea(index.places[at]!.place))
    // The part with a house number is the address; what stands beside it is who lives there.
    .toSorted((a, b) => address.houseNumber === "" ? 0 : a.part - b.part);
  const plain = stops.filter(({ isPlain }) => isPlain);
  const limit = Math.max(1, Math.floor(MAX_IN_TOWN / Math.max(1, areas.length)));
  const ranked = rankPlaces(index, words);
  return [
    ...ranked.filter(({ place }) => hasWholeWords(index, place, address))
      .map(({ place }) => idOf(index, place)),
    ...plain.filter(isIn).map(({ at }) => idOf(index, at)),
    ...areas.flatMap((at) => stopIdsIn(index, at, limit)),
    ...plain.filter((each) => !isIn(each)).map(({ at }) => idOf(index, at)),
    ...ranked.map(({ place }) => idOf(index, place)),
    ...stops.map(({ at }) => idOf(index, at)),
  ];
}
