// Text made comparable: small letters, no diacritics, no punctuation.
import { foldLetters } from "../forms/fold-letters.ts";

/** Longest query that is looked at; the rest is cut off so that a hostile one costs no more than an honest one. */
export const MAX_QUERY_LENGTH = 80;

/** Most words of a query that are looked up; no place name has more. */
export const MAX_QUERY_WORDS = 8;

/** Words of `text` in comparable form: "Östra Hamngatan" → ["ostra", "hamngatan"], "S:t Pauligatan" → ["sankt", …]. */
export function foldWords(text: string): string[] {
  const plain = text.toLowerCase()
    .replace(/\bs:ta?(?=\s|$)/g, "sankt")
    // As Swedes type the names of their neighbours' towns.
    .replace(/œ/g, "o").replace(/æ/g, "a");
  const words = foldLetters(plain).replaceAll("'", "").match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => SAME_WORDS[word] ?? word);
}

/** Abbreviations that street signs and people use for one another. */
const SAME_WORDS: Record<string, string | undefined> = Object.assign(Object.create(null), {
  dr: "doktor",
  st: "sankt",
  sta: "sankta",
  flygplatsen: "flygplats",
  stationen: "station",
  gbg: "goteborg",
  sthlm: "stockholm",
});
