// The places of the product in memory, with everything the search needs; built once at server start.
import { decodePolyline } from "./polyline.ts";
import type { Locale } from "../kernel/locale.ts";
import { invariant } from "../kernel/invariant.ts";
import placesData from "./data/places.json" with { type: "json" };
import { foldWords } from "./fold.ts";
import type { Place, PlaceKind } from "./place.ts";
import { loadStreetLines, type StreetLines } from "./street-lines.ts";
import { loadSweden, type SwedenOutline } from "./sweden.ts";

/** A place as stored: by its own name, and how likely a trip goes there (0–100). */
export interface IndexedPlace {
  place: Place;
  /** What other languages call it, where they have a name of their own. */
  exonyms: Readonly<Partial<Record<Locale, string>>>;
  weight: number;
}

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
  traces: Traces;
  /** Which street a point lies on. */
  streetLines: StreetLines;
  sweden: SwedenOutline;
}

/** Builds the index from the data that ships with the product; a few dozen milliseconds. */
export function loadPlaceIndex(): PlaceIndex {
  const rows = placesData.rows.map(parseRow);
  const keys: PlaceKey[] = [];
  const words = new Map<string, IndexWord>();
  const keysOf = rows.map((row, place) => {
    const own: number[] = [];
    const texts = new Set<string>();
    for (const name of [row.place.name, ...Object.values(row.exonyms), ...row.aliases]) {
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
    version: placesData.version,
    places: rows.map(({ place, exonyms, weight }) => ({ place, exonyms, weight })),
    byId,
    keys,
    keysOf,
    words: ordered,
    traces: collectTraces(rows),
    streetLines: loadStreetLines(byId),
    sweden: loadSweden(),
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

interface ParsedRow extends IndexedPlace {
  aliases: string[];
  trace: string;
}

/** `id|kind|name|nameEn|area|lat|lng|weight|alias;alias|trace`, written by scripts/build-places.ts. */
function parseRow(line: string): ParsedRow {
  const [id, kind, name, nameEn, area, lat, lng, weight, aliases, ...trace] = line.split("|");
  invariant(id && isKind(kind) && name && aliases !== undefined, `Bad place row: ${line}`);
  const place = { id, kind, name, area: area ?? "", point: { lat: Number(lat), lng: Number(lng) } };
  return {
    place,
    exonyms: nameEn ? { en: nameEn } : {},
    weight: Number(weight),
    aliases: aliases.split(";").filter(Boolean),
    trace: trace.join("|"),
  };
}

function isKind(kind: string | undefined): kind is PlaceKind {
  return kind === "airport" || kind === "station" || kind === "town" || kind === "street";
}

function wordOf(words: Map<string, IndexWord>, text: string): IndexWord {
  let word = words.get(text);
  if (!word) {
    word = { text, letters: letterBits(text), keys: [], areas: [] };
    words.set(text, word);
  }
  return word;
}

function collectTraces(rows: ParsedRow[]): Traces {
  const samples = rows.flatMap((row, place) =>
    (row.trace ? decodePolyline(row.trace) : [row.place.point]).map((point) => ({
      ...point,
      place,
    }))
  );
  return {
    lats: Float64Array.from(samples, (sample) => sample.lat),
    lngs: Float64Array.from(samples, (sample) => sample.lng),
    places: Uint16Array.from(samples, (sample) => sample.place),
  };
}
