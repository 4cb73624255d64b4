// Which words of the index a typed word may stand for: the word itself, a longer one it begins, or a typo of one.
import { MAX_QUERY_LENGTH } from "./fold.ts";
import { type IndexWord, letterBits, type PlaceIndex } from "./place-index.ts";

/** One word of the index and how good it fits. */
export interface WordMatch {
  /** Position in `index.words`. */
  word: number;
  /** 1 for the same word, less for a beginning or a typo. */
  share: number;
  /** False when only the beginning of the word was typed. */
  isWhole: boolean;
}

/** Typos are looked for only when the word and its beginnings give nothing: 1 from 4 letters, 2 from 8. */
const ONE_TYPO_FROM = 4;
const TWO_TYPOS_FROM = 8;
const TYPO_COST = 0.14;
/** A beginning is worth 0.7 and up to 0.25 more the more of the word is there. */
const PREFIX_SHARE = 0.7;
const PREFIX_GROWTH = 0.25;

/** Matches of `typed` (already folded); the last word of a query may also be a mistyped beginning. */
export function matchWords(index: PlaceIndex, typed: string, isLast: boolean): WordMatch[] {
  const matches: WordMatch[] = [];
  for (let at = lowerBound(index.words, typed); at < index.words.length; at++) {
    const { text } = index.words[at]!;
    if (!text.startsWith(typed)) break;
    const isWhole = text.length === typed.length;
    const share = isWhole ? 1 : PREFIX_SHARE + PREFIX_GROWTH * typed.length / text.length;
    matches.push({ word: at, share, isWhole });
  }
  return matches.length > 0 ? matches : matchTypos(index, typed, isLast);
}

function matchTypos(index: PlaceIndex, typed: string, isLast: boolean): WordMatch[] {
  const maxTypos = typed.length >= TWO_TYPOS_FROM ? 2 : typed.length >= ONE_TYPO_FROM ? 1 : 0;
  if (maxTypos === 0) return [];
  const letters = letterBits(typed);
  const matches: WordMatch[] = [];
  const rows = [new Uint8Array(MAX_ROW), new Uint8Array(MAX_ROW), new Uint8Array(MAX_ROW)];
  index.words.forEach(({ text, letters: own }, word) => {
    if (text.length < typed.length - maxTypos || bitCount(letters & ~own) > maxTypos) return;
    if (!isLast && text.length > typed.length + maxTypos) return;
    const { whole, beginning } = typoCounts(typed, text, maxTypos, rows);
    if (whole <= maxTypos) {
      matches.push({ word, share: 1 - TYPO_COST * whole, isWhole: true });
    } else if (isLast && beginning <= maxTypos) {
      const share = PREFIX_SHARE + PREFIX_GROWTH * typed.length / text.length;
      matches.push({ word, share: share - TYPO_COST * beginning, isWhole: false });
    }
  });
  return matches;
}

/**
 * Optimal string alignment distance (insert, delete, replace, swap neighbours) from `typed` to all of `text`
 * and to the nearest of its beginnings; values above `limit` mean only "more". Only the band of cells that can
 * stay within the limit is worked out; `rows` are three arrays of MAX_ROW cells to work in.
 */
export function typoCounts(
  typed: string,
  text: string,
  limit: number,
  rows: Uint8Array[],
): { whole: number; beginning: number } {
  const more = limit + 1;
  const height = typed.length;
  const width = Math.min(text.length, height + limit);
  let [before, previous, current] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= width; j++) previous[j] = Math.min(j, more);
  for (let i = 1; i <= height; i++) {
    const letter = typed.charCodeAt(i - 1);
    const start = Math.max(1, i - limit);
    const end = Math.min(width, i + limit);
    current[start - 1] = start === 1 ? Math.min(i, more) : more;
    let least = current[start - 1]!;
    for (let j = start; j <= end; j++) {
      let cost = previous[j - 1]! + (letter === text.charCodeAt(j - 1) ? 0 : 1);
      if (j < i + limit) cost = Math.min(cost, previous[j]! + 1);
      cost = Math.min(cost, current[j - 1]! + 1);
      const isSwap = i > 1 && j > 1 && letter === text.charCodeAt(j - 2) &&
        typed.charCodeAt(i - 2) === text.charCodeAt(j - 1);
      if (isSwap) cost = Math.min(cost, before[j - 2]! + 1);
      current[j] = Math.min(cost, more);
      if (cost < least) least = cost;
    }
    if (least > limit) return { whole: more, beginning: more };
    [before, previous, current] = [previous, current, before];
  }
  let beginning = more;
  for (let j = Math.max(0, height - limit); j <= width; j++) {
    beginning = Math.min(beginning, previous[j]!);
  }
  return { whole: width < text.length ? more : previous[width]!, beginning };
}

/** Room for the longest query and two typos more. */
export const MAX_ROW = MAX_QUERY_LENGTH + 3;

/** First position whose word is not before `text`. */
function lowerBound(words: IndexWord[], text: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.text < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
