// The places of the index that an address names in full, and the towns and districts it mentions.
import {
  type Candidate,
  isCertain,
  joinedWords,
  type NameWindow,
  nameWindows,
  type ReadAddress,
} from "./certainty.ts";
import { townsOfPostcode } from "./data/postcodes.ts";
import { greatCircleMeters } from "./great-circle.ts";
import { perIndex } from "./index-memo.ts";
import type { PlaceIndex } from "./place-index.ts";
import type { Place } from "./place.ts";

/** A place whose whole name was written. */
export interface NamedPlace {
  /** Number of the place in the index. */
  at: number;
  /** True when nothing that was written speaks against it. */
  isCertain: boolean;
  /** True when the name is the larger share of what was written in one go: not "Östra" of "Östra hamngatn". */
  isPlain: boolean;
  /** Which part of the address named it. */
  part: number;
}

/** Most places looked at for one address; more of one name there are not. */
const MAX_NAMED = 40;
/** A district or suburb is written beside streets this near to its middle. */
const SUBURB_METERS = 3_000;

/** Places named in full, the longest names first, then the likelier ones. */
export function namedPlaces(index: PlaceIndex, address: ReadAddress): NamedPlace[] {
  const found = new Map<number, NameWindow>();
  for (const window of nameWindows(address)) {
    const { spellings } = window;
    const own = spellings.flatMap((spelling) => index.joined.get(spelling) ?? [])
      .map((key) => index.keys[key]!.place)
      .sort((a, b) => index.places[b]!.weight - index.places[a]!.weight);
    for (const at of own) {
      if (found.size < MAX_NAMED && !found.has(at)) found.set(at, window);
    }
  }
  return [...found].map(([at, { length, left, part }]) => ({
    at,
    isCertain: isCertain(address, candidateOf(index, at)),
    isPlain: length > left,
    part,
  }));
}

/** A place of the index as the rule of certainty reads it. */
export function candidateOf(index: PlaceIndex, at: number): Candidate {
  return candidates(index, at);
}

const candidates = perIndex((index, at: number): Candidate => {
  const names = index.keysOf[at]!.map((key) => index.keys[key]!.text);
  return { names, areas: areasOf(index, at), postcode: "", houseNumber: "" };
});

/** Towns and districts that the address mentions, by name or by postcode; a longer name hides what is within it. */
export function mentionedAreas(index: PlaceIndex, address: ReadAddress): number[] {
  const byName = namedPlaces(index, address).map(({ at }) => at)
    .filter((at) => isArea(index.places[at]!.place));
  if (byName.length > 0) return byName;
  const inMunicipality = townsIn(index, nameWindows(address).flatMap(({ spellings }) => spellings));
  if (inMunicipality.length > 0) return inMunicipality;
  return townsOfPostcode(address.postcode)
    .flatMap((town) => index.joined.get(joinedWords(town)) ?? [])
    .map((key) => index.keys[key]!.place)
    .filter((at) => index.places[at]!.place.kind === "town");
}

/** Most towns that stand for a municipality without a town of its name, "Ale". */
const MAX_TOWNS = 3;

function townsIn(index: PlaceIndex, spellings: readonly string[]): number[] {
  const towns = townsByMunicipality(index, null);
  return [...new Set(spellings)].flatMap((spelling) => towns.get(spelling) ?? [])
    .sort((a, b) => index.places[b]!.weight - index.places[a]!.weight).slice(0, MAX_TOWNS);
}

const townsByMunicipality = perIndex((index, _key: null) => {
  const towns = index.areas.filter((at) => {
    const { kind, area } = index.places[at]!.place;
    return kind === "town" && area !== "";
  });
  return Map.groupBy(towns, (at) => joinedWords(index.places[at]!.place.area));
});

/** True of what is too large to stop at: a town or a district. */
export function isArea({ kind }: Pick<Place, "kind">): boolean {
  return kind === "town" || kind === "district";
}

/** The municipality a place lies in; a town that gave its name to one says nothing more, and a district stands first. */
export function municipalityOf({ kind, name, area }: Place): string {
  return area === "" && kind === "town" ? name : area.split(",").at(-1)!.trim();
}

function areasOf(index: PlaceIndex, at: number): string[] {
  const { place } = index.places[at]!;
  const municipality = municipalityOf(place);
  const home = (index.joined.get(joinedWords(municipality)) ?? [])
    .map((key) => index.keys[key]!.place)
    .filter((town) => index.places[town]!.place.kind === "town")
    .flatMap((town) => Object.values(index.places[town]!.exonyms));
  const around = isArea(place) ? [] : index.areas.filter((area) => {
    const other = index.places[area]!.place;
    return municipalityOf(other) === municipality &&
      greatCircleMeters(other.point, place.point) <= SUBURB_METERS;
  });
  return [
    ...place.area.split(","),
    municipality,
    ...home,
    ...around.flatMap((area) => index.keysOf[area]!.map((key) => index.keys[key]!.text)),
  ].filter(Boolean);
}
