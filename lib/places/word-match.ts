// Which words of the index a typed word may stand for: the word itself, a longer one it begins, or a typo of one.
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
  index.words.forEach(({ text, letters: own }, word) => {
    if (text.length < typed.length - maxTypos || bitCount(letters & ~own) > maxTypos) return;
    const { whole, beginning } = typoCounts(typed, text, maxTypos);
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
 * and to the nearest of its beginnings; values above `limit` mean only "more".
 */
export function typoCounts(
  typed: string,
  text: string,
  limit: number,
): { whole: number; beginning: number } {
  const width = Math.min(text.length, typed.length + limit);
  let before = new Uint8Array(width + 1);
  let previous = Uint8Array.from({ length: width + 1 }, (_, j) => j);
  let current = new Uint8Array(width + 1);
  for (let i = 1; i <= typed.length; i++) {
    current[0] = i;
    let least = i;
    for (let j = 1; j <= width; j++) {
      const same = typed.charCodeAt(i - 1) === text.charCodeAt(j - 1);
      let cost = Math.min(
        previous[j]! + 1,
        current[j - 1]! + 1,
        previous[j - 1]! + (same ? 0 : 1),
      );
      const isSwap = i > 1 && j > 1 && typed.charCodeAt(i - 1) === text.charCodeAt(j - 2) &&
        typed.charCodeAt(i - 2) === text.charCodeAt(j - 1);
      if (isSwap) cost = Math.min(cost, before[j - 2]! + 1);
      current[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return { whole: limit + 1, beginning: limit + 1 };
    [before, previous, current] = [previous, current, before];
  }
  return {
    whole: width < text.length ? limit + 1 : previous[width]!,
    beginning: Math.min(...previous),
  };
}

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
