// The places of the product in memory, with everything the search needs; built once at server start.
import { decodePolyline } from "./polyline.ts";
import type { Locale } from "../kernel/locale.ts";
import { foldWords } from "./fold.ts";
import { greatCircleMeters } from "./great-circle.ts";
import { type Landmark, shippedLandmarks } from "./landmark.ts";
import type { Place, PlaceKind } from "./place.ts";
import {
  districtRows,
  type IndexedPlace,
  landmarkRow,
  type PlaceRow,
  PLACES_VERSION,
  shippedPlaces,
} from "./place-rows.ts";
import { loadStreetLines, type StreetLines } from "./street-lines.ts";
import { loadStreets, type Streets } from "./street-spots.ts";
import { loadSweden, type SwedenOutline } from "./sweden.ts";

/** One name of a place in comparable form; a place has several (Swedish, English, aliases). */
export interface PlaceKey {
  place: number;
  /** The words with single spaces. */
  text: string;
  wordCount: number;
}

/** A word of some place's name or area. */
export interface IndexWord {
  text: string;
  /** Bit n is set when the n-th letter of a–z occurs; bit 26 for any other character. */
  letters: number;
  /** Keys with this word in the name. */
  keys: number[];
  /** Places with this word in the area. */
  areas: number[];
}

/** Sample points along streets, and the position of every other place: what lies around. */
export interface Traces {
  lats: Float64Array;
  lngs: Float64Array;
  places: Uint16Array;
}

/** The in-memory index; treat it as opaque and pass it on. */
export interface PlaceIndex {
  version: string;
  places: IndexedPlace[];
  byId: Map<string, number>;
  keys: PlaceKey[];
  /** Keys of each place, by place number. */
  keysOf: number[][];
  /** Ordered by text, so that a prefix is a range. */
  words: IndexWord[];
  /** Words of each place's area, by place number: the other direction of `IndexWord.areas`. */
  areaWords: readonly (readonly number[])[];
  /** Places that are towns or districts. */
  areas: readonly number[];
  /** Places a car stops at that are no streets: stations, airports and what people go to. */
  stops: readonly number[];
  /** Keys by their words without spaces: "sodravagen". */
  joined: ReadonlyMap<string, readonly number[]>;
  traces: Traces;
  /** Which street a point lies on. */
  streetLines: StreetLines;
  /** How long each street is and what it crosses. */
  streets: Streets;
  /** Ids of the streets that landmarks beside them have the name of, by the landmark's. */
  streetsOfLandmarks: ReadonlyMap<string, string>;
  sweden: SwedenOutline;
}

/** Builds the index from the data that ships with the product; a few dozen milliseconds. */
export function loadPlaceIndex(landmarks: readonly Landmark[] = shippedLandmarks()): PlaceIndex {
  return buildIndex(
    [...shippedPlaces(), ...districtRows(), ...landmarks.map(landmarkRow)],
    loadSweden(),
  );
}

/**
 * Puts other landmarks into an index that is in use. Searches do not pause, so each sees the index as it was
 * before or as it is after; numbers of places must not be kept across a pause.
 */
export function replaceLandmarks(index: PlaceIndex, landmarks: readonly Landmark[]): void {
  const rows = [...shippedPlaces(), ...districtRows(), ...landmarks.map(landmarkRow)];
  Object.assign(index, buildIndex(rows, index.sweden));
}

function buildIndex(rows: readonly PlaceRow[], sweden: SwedenOutline): PlaceIndex {
  const streetsOfLandmarks = coveredStreets(rows);
  const covered = new Set(streetsOfLandmarks.values());
  const keys: PlaceKey[] = [];
  const words = new Map<string, IndexWord>();
  const keysOf = rows.map((row, place) => {
    const own: number[] = [];
    const texts = new Set<string>();
    for (const name of covered.has(row.place.id) ? [] : namesOf(row)) {
      const folded = foldWords(name);
      const text = folded.join(" ");
      if (text === "" || texts.has(text)) continue;
      texts.add(text);
      own.push(keys.length);
      for (const word of new Set(folded)) wordOf(words, word).keys.push(keys.length);
      keys.push({ place, text, wordCount: folded.length });
    }
    for (const word of new Set(foldWords(row.place.area))) wordOf(words, word).areas.push(place);
    return own;
  });
  // The English name of the home town is an area word too: "Kungsgatan Gothenburg".
  wordOf(words, "gothenburg").areas = [...wordOf(words, "goteborg").areas];
  const byId = new Map(rows.map((row, place) => [row.place.id, place]));
  const ordered = [...words.values()].sort((a, b) => a.text < b.text ? -1 : 1);
  return {
    version: PLACES_VERSION,
    places: rows.map(({ place, exonyms, weight }) => ({ place, exonyms, weight })),
    byId,
    keys,
    keysOf,
    words: ordered,
    areaWords: areaWordsOf(ordered, rows.length),
    areas: numbersOf(rows, (kind) => kind === "town" || kind === "district"),
    stops: numbersOf(rows, (kind) => kind !== "town" && kind !== "district" && kind !== "street"),
    joined: joinedKeys(keys),
    traces: collectTraces(rows),
    streetLines: loadStreetLines(byId),
    streets: loadStreets(),
    streetsOfLandmarks,
    sweden,
  };
}

/** The place at a number of the index, called what `locale` calls it. */
export function placeIn(index: PlaceIndex, at: number, locale: Locale): Place {
  const { place, exonyms } = index.places[at]!;
  const name = exonyms[locale];
  return name === undefined ? place : { ...place, name };
}

/** Which letters occur in `text`, as bits; two texts k edits apart differ in at most 2k bits. */
export function letterBits(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i) - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return bits;
}

function namesOf({ place, exonyms, aliases }: PlaceRow): string[] {
  return [place.name, ...Object.values(exonyms), ...aliases];
}

/** A street this near to a landmark of its name is the landmark: "Götaplatsen" is offered once. */
const SAME_PLACE_METERS = 500;

/** By landmark: the street beside it that has its name. It is no longer found by name; its id lives on. */
function coveredStreets(rows: readonly PlaceRow[]): Map<string, string> {
  const streets = new Map<string, Place[]>();
  for (const { place } of rows) {
    if (place.kind !== "street") continue;
    const name = place.name.toLowerCase();
    streets.set(name, [...streets.get(name) ?? [], place]);
  }
  return new Map(rows.flatMap(({ place }): [string, string][] => {
    if (place.kind !== "landmark") return [];
    return (streets.get(place.name.toLowerCase()) ?? [])
      .filter(({ point }) => greatCircleMeters(point, place.point) <= SAME_PLACE_METERS)
      .map(({ id }) => [place.id, id]);
  }));
}

function areaWordsOf(words: readonly IndexWord[], placeCount: number): number[][] {
  const areaWords = Array.from({ length: placeCount }, (): number[] => []);
  for (const [word, { areas }] of words.entries()) {
    for (const place of areas) areaWords[place]!.push(word);
  }
  return areaWords;
}

function numbersOf(rows: readonly PlaceRow[], isWanted: (kind: PlaceKind) => boolean): number[] {
  return rows.flatMap(({ place }, at) => isWanted(place.kind) ? [at] : []);
}

function joinedKeys(keys: readonly PlaceKey[]): Map<string, number[]> {
  const joined = new Map<string, number[]>();
  for (const [at, { text }] of keys.entries()) {
    const plain = text.replaceAll(" ", "");
    const same = joined.get(plain);
    if (same) same.push(at);
    else joined.set(plain, [at]);
  }
  return joined;
}

function wordOf(words: Map<string, IndexWord>, text: string): IndexWord {
  let word = words.get(text);
  if (!word) {
    word = { text, letters: letterBits(text), keys: [], areas: [] };
    words.set(text, word);
  }
  return word;
}

function collectTraces(rows: readonly PlaceRow[]): Traces {
  const samples = rows.flatMap((row, place) => {
    // A pin is near a street or a town; where a district ends is nobody's fact.
    if (row.place.kind === "district") return [];
    const points = row.trace ? decodePolyline(row.trace) : [row.place.point];
    return points.map((point) => ({ ...point, place }));
  });
  return {
    lats: Float64Array.from(samples, (sample) => sample.lat),
    lngs: Float64Array.from(samples, (sample) => sample.lng),
    places: Uint16Array.from(samples, (sample) => sample.place),
  };
}
