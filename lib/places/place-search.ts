// Search as you type over the places in memory: folded, prefix-matching, typo-tolerant.
import type { Locale } from "../kernel/locale.ts";
import { greatCircleMeters } from "./great-circle.ts";
import { splitAddressWords } from "./address-words.ts";
import { foldWords, MAX_QUERY_LENGTH, MAX_QUERY_WORDS } from "./fold.ts";
import { placeIn, type PlaceIndex } from "./place-index.ts";
import type { Place, Point } from "./place.ts";
import { matchWords, type WordMatch } from "./word-match.ts";

/** Most suggestions one search gives; more is not read. */
export const MAX_SUGGESTIONS = 10;

/** How to search. */
export interface SearchOptions {
  locale: Locale;
  /** Places near this point come a little earlier. */
  near?: Point;
  /** 1–10, default 10. */
  limit?: number;
}

/** A place with the reasons it was found; `score` only orders places of one query. */
export interface RankedPlace {
  place: number;
  score: number;
  /** The query is one of the place's names. */
  isExact: boolean;
  /** Each word of the query is a word of the name or a typo of it, and no word of the name is left over. */
  isComplete: boolean;
  /** Each word of the query was found in the name or the area. */
  hasAllWords: boolean;
}

/**
 * Places for what was typed so far, best first. House numbers and what follows them are ignored.
 * Never throws; what is looked up is bounded to 80 characters and 8 words, as splitAddressWords cuts it.
 */
export function searchPlaces(index: PlaceIndex, query: string, options: SearchOptions): Place[] {
  const limit = Math.max(
    1,
    Math.min(MAX_SUGGESTIONS, Math.floor(options.limit ?? MAX_SUGGESTIONS)),
  );
  return rankPlaces(index, query, options.near)
    .slice(0, limit || MAX_SUGGESTIONS)
    .map(({ place }) => placeIn(index, place, options.locale));
}

/** The best MAX_SUGGESTIONS places for a query with the reasons; searchPlaces and resolvePlace share it. */
export function rankPlaces(
  index: PlaceIndex,
  query: string,
  near?: Point,
): readonly RankedPlace[] {
  if (near !== undefined) return rankAnew(index, query, near);
  // What is suggested for a query is searched and resolved: asked twice, worked out once.
  const last = lastRanked.get(index.places);
  if (last?.query === query) return last.ranked;
  const ranked = rankAnew(index, query, near);
  lastRanked.set(index.places, { query, ranked });
  return ranked;
}

const lastRanked = new WeakMap<
  PlaceIndex["places"],
  { query: string; ranked: readonly RankedPlace[] }
>();

function rankAnew(index: PlaceIndex, query: string, near: Point | undefined): RankedPlace[] {
  const address = splitAddressWords(query);
  const words = foldWords(address.lookup).slice(0, MAX_QUERY_WORDS);
  if (words.length === 0) return [];
  const hints = new Set(foldWords(address.rest).slice(0, MAX_QUERY_WORDS));
  let found = rankWords(index, words, hints, near);
  if (words.length > 1 && !found.some((ranked) => ranked.hasAllWords)) {
    // "vasa gatan" for Vasagatan: Swedish compounds typed apart.
    const joined = rankWords(index, [words.join("")], hints, near);
    if (joined.length > 0) found = joined;
  }
  const whole = foldWords(query.slice(0, MAX_QUERY_LENGTH)).slice(0, MAX_QUERY_WORDS);
  // Where nothing was taken out of the query, its whole name was looked for already.
  const named = whole.length === words.length ? [] : namedInFull(index, whole, near);
  const others = found.filter(({ place }) => !named.some((ranked) => ranked.place === place));
  return [...named, ...others].slice(0, MAX_SUGGESTIONS);
}

/** Places whose name is all of the query: "Arlanda terminal 4", where 4 is no house number, "Sahlgrenska huvudentré". */
function namedInFull(
  index: PlaceIndex,
  words: string[],
  near: Point | undefined,
): RankedPlace[] {
  if (!index.joined.has(words.join(""))) return [];
  return rankWords(index, words, new Set(), near).filter(({ isExact }) => isExact);
}

/** Points of a score; found by trying the table in tests/places/place-search_test.ts. */
const POINTS = { words: 100, exact: 60, start: 20, coverage: 25, weight: 0.6, hint: 15, near: 12 };
/** A word found in the area, not in the name, is worth this share of an exact word. */
const AREA_SHARE = 0.5;
/** The bonus for nearness halves about every 3.5 km. */
const NEAR_SCALE_METERS = 5_000;

function rankWords(
  index: PlaceIndex,
  words: string[],
  hints: Set<string>,
  near: Point | undefined,
): RankedPlace[] {
  const lookups = words.map((word, at) => lookUp(index, word, at === words.length - 1));
  const best = new Map<number, RankedPlace>();
  for (const key of new Set(lookups.flatMap((lookup) => [...lookup.names.keys()]))) {
    const ranked = rankKey(index, key, words, lookups);
    if (!ranked) continue;
    const known = best.get(ranked.place);
    if (!known || known.score < ranked.score) best.set(ranked.place, ranked);
  }
  const all = [...best.values()];
  const whole = all.filter((ranked) => ranked.hasAllWords);
  const kept = whole.length > 0 ? whole : all;
  for (const ranked of kept) ranked.score += contextPoints(index, ranked.place, hints, near);
  return kept.sort((a, b) => b.score - a.score || a.place - b.place).slice(0, MAX_SUGGESTIONS);
}

/** Where one word of the query occurs. */
interface Lookup {
  /** By key: the best match in that name. */
  names: Map<number, WordMatch>;
  /** By word of the index: how well it fits; what an area gives is looked up for the places that are found. */
  words: Map<number, number>;
}

function lookUp(index: PlaceIndex, word: string, isLast: boolean): Lookup {
  const names = new Map<number, WordMatch>();
  const words = new Map<number, number>();
  for (const match of matchWords(index, word, isLast)) {
    words.set(match.word, match.share);
    for (const key of index.words[match.word]!.keys) {
      const known = names.get(key);
      if (!known || known.share < match.share) names.set(key, match);
    }
  }
  return { names, words };
}

/** What the place's area gives for a word of the query. */
function areaShare(index: PlaceIndex, place: number, words: Lookup["words"]): number {
  let best = 0;
  for (const word of index.areaWords[place]!) best = Math.max(best, words.get(word) ?? 0);
  return best * AREA_SHARE;
}

/** Scores one name against the whole query, or undefined when fewer than half of the words fit. */
function rankKey(
  index: PlaceIndex,
  keyAt: number,
  words: string[],
  lookups: Lookup[],
): RankedPlace | undefined {
  const key = index.keys[keyAt]!;
  let shares = 0;
  let letters = 0;
  let found = 0;
  let inName = 0;
  let whole = 0;
  for (const [at, { names, words: fitting }] of lookups.entries()) {
    const { length } = words[at]!;
    const match = names.get(keyAt);
    const share = match?.share ?? areaShare(index, key.place, fitting);
    // A long word says more than a short one: "hotell kungsportsavenye" is about the avenue.
    shares += share * length;
    letters += length;
    if (share > 0) found++;
    if (match) inName++;
    if (match?.isWhole) whole++;
  }
  if (found * 2 < words.length) return undefined;
  const text = words.join(" ");
  const isExact = key.text === text;
  const score = POINTS.words * shares / letters +
    POINTS.coverage * Math.min(1, inName / key.wordCount) +
    (isExact ? POINTS.exact : 0) +
    (key.text.startsWith(text) ? POINTS.start : 0) +
    POINTS.weight * index.places[key.place]!.weight;
  return {
    place: key.place,
    score,
    isExact,
    isComplete: whole === words.length && whole >= key.wordCount,
    hasAllWords: found === words.length,
  };
}

function contextPoints(
  index: PlaceIndex,
  placeAt: number,
  hints: Set<string>,
  near: Point | undefined,
): number {
  const { place } = index.places[placeAt]!;
  const isHinted = hints.size > 0 && foldWords(place.area).some((word) => hints.has(word));
  const nearness = near ? Math.exp(-greatCircleMeters(near, place.point) / NEAR_SCALE_METERS) : 0;
  return (isHinted ? POINTS.hint : 0) + POINTS.near * nearness;
}
