// The words a booking is found by: its reference, the customer's names, the phone number, the flight.
import { plainLine } from "../forms/clean-text.ts";
import { flightNumberIn } from "../forms/flight-number.ts";
import { foldLetters } from "../forms/fold-letters.ts";
import { isReferenceCode } from "../kernel/ids.ts";

/** Most words of a name that are indexed. */
const MAX_NAME_TERMS = 5;
/** Most names of several parts that are indexed as one word too. */
const MAX_JOINED_TERMS = 3;
/** Longest indexed word, in characters. */
const MAX_TERM_LENGTH = 40;
/** Most characters of a query that are read. */
const MAX_QUERY_LENGTH = 200;

/** Digits of a phone number without Swedish prefix: +46 (0)70-123 45 67, 070-123 45 67 → 701234567. */
export function phoneDigits(phone: string): string {
  const dialled = plainLine(phone).replace("(0)", "").replace(/[^\d+]/g, "").replace(/^00/, "+");
  const national = dialled.replace(/^(?:\+?460?|0)/, "");
  return national.replaceAll("+", "").slice(0, MAX_TERM_LENGTH);
}

/** What a booking is found by. */
export interface Findable {
  contact: { name: string; phone: string };
  flightNumber: string;
}

/**
 * Index terms of a booking: words of the name, those of `O’Neil` and `Öberg-Ek` as one too, the phone's digits and
 * the flight.
 */
export function searchTerms({ contact, flightNumber }: Findable): string[] {
  const names = chunksOf(contact.name).map((chunk) => wordsIn(foldLetters(chunk)));
  const joined = names.filter((words) => words.length > 1).map(asOneWord);
  const terms = [
    ...names.flat().slice(0, MAX_NAME_TERMS),
    ...joined.slice(0, MAX_JOINED_TERMS),
    phoneDigits(contact.phone),
    flightTerm(flightNumber),
  ];
  return [...new Set(terms.filter((term) => term !== ""))];
}

/** Index terms an earlier release wrote; its rows stay until their booking is written again. */
export function formerSearchTerms(contact: { name: string; phone: string }): string[] {
  const terms = [...wordsIn(foldAsBefore(contact.name)), phoneDigits(contact.phone)];
  return [...new Set(terms.filter((term) => term !== ""))];
}

/** One way to find a word that was typed: prefixes that must all be there. */
export type SearchWay = readonly string[];

/** A query, word by word: the ways to find each. */
export type QueryReading = readonly (readonly SearchWay[])[];

/** What a query may mean: names and numbers, and where one can be a flight, that flight and the rest of the words. */
export function queryReadings(query: string): QueryReading[] {
  const words = queryTerms(query);
  const flight = flightNumberIn(query.slice(0, MAX_QUERY_LENGTH));
  if (flight === null) return [words];
  return [words, [[[flightTerm(flight.flightNumber)]], ...queryTerms(flight.rest)]];
}

/** What a person typed, word by word, as the ways to find each: `o'neil` by `oneil`, or by `o` and `neil`. */
export function queryTerms(query: string): SearchWay[][] {
  const text = query.slice(0, MAX_QUERY_LENGTH);
  // What the booking form takes between the digits of a number.
  const compact = plainLine(text).replace(/[\s\-./()+]/g, "");
  if (/^\d{3,}$/.test(compact)) return phoneWays(text, compact);
  const number = NUMBER.exec(plainLine(text))?.[0] ?? "";
  const names = number === "" ? text : plainLine(text).replace(number, " ");
  const ways = chunksOf(names).map((chunk) => {
    const words = wordsIn(foldLetters(chunk));
    return distinctWays([words, [asOneWord(words)], wordsIn(foldAsBefore(chunk))]);
  });
  const all = [distinctWays([[phoneDigits(number)], wordsIn(number)]), ...ways];
  return all.filter((ways) => ways.length > 0).slice(0, MAX_NAME_TERMS);
}

/** A telephone number among names: six characters of it at least, so that `Rum 12` stays a name. */
const NUMBER = /[+(]?\d[\d\-./()+ ]{4,}\d/;

/** The reference a person may have typed ("k4q 7rm" → "K4Q7RM"), or null. */
export function referenceIn(query: string): string | null {
  const plain = plainLine(query.slice(0, MAX_QUERY_LENGTH));
  const compact = plain.replace(/[\s-]/g, "").toUpperCase();
  return isReferenceCode(compact) ? compact : null;
}

/** With a sign no other term has: who looks for `sk` means a name, and not a day's flights of SAS. */
function flightTerm(flightNumber: string): string {
  return flightNumber === "" ? "" : `flight:${flightNumber.toLowerCase()}`;
}

/** `46…` may be Sweden's code typed without its plus, or the area code of Lund without its zero. */
function phoneWays(text: string, compact: string): SearchWay[][] {
  const ways = distinctWays([[phoneDigits(text)], compact.startsWith("46") ? [compact] : []]);
  return ways.length === 0 ? [] : [ways];
}

/** What stands between spaces: a name, of one word or of several. */
function chunksOf(text: string): string[] {
  return text.split(/\s+/);
}

function wordsIn(folded: string): string[] {
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return words.slice(0, MAX_NAME_TERMS).map((word) => word.slice(0, MAX_TERM_LENGTH));
}

function asOneWord(words: readonly string[]): string {
  return words.join("").slice(0, MAX_TERM_LENGTH);
}

function distinctWays(ways: readonly SearchWay[]): SearchWay[] {
  const byWords = new Map(ways.map((way) => [way.join(" "), way]));
  byWords.delete("");
  return [...byWords.values()];
}

/** The folding of releases whose rows are still there: `ł`, `đ` and `ı` stayed as they were. */
function foldAsBefore(text: string): string {
  const letters: Record<string, string> = { ø: "o", æ: "ae", ð: "d", þ: "th", ß: "ss" };
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[øæðþß]/g, (letter) => letters[letter] ?? letter);
}
