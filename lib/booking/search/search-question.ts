// What a person typed into the search, as what must be found of it.
import { plainLine } from "../../forms/clean-text.ts";
import { flightNumberIn } from "../../forms/flight-number.ts";
import { foldLetters } from "../../forms/fold-letters.ts";
import { isReferenceCode } from "../../kernel/ids.ts";
import { typedNumbers } from "./phone-digits.ts";
import { asOneWord, flightWord, wordsIn } from "./search-words.ts";

/** Most characters of a question that are read. */
const MAX_QUESTION_LENGTH = 200;
/** Most words that must be found; each costs a look through all bookings. */
const MAX_WORDS = 8;

/** One thing to find: the beginning of a word, or some digits of the telephone number. */
export type Sought = { kind: "word"; word: string } | { kind: "number"; text: string };

/** One way to find a word that was typed: things that must all be there. */
export type Way = readonly Sought[];

/** A question read in one way: for each word that was typed, the ways to find it. */
export type Reading = readonly (readonly Way[])[];

/** What a question may mean: words and numbers; a reference code; a flight with the rest of the words. */
export function readQuestion(question: string): Reading[] {
  const text = question.slice(0, MAX_QUESTION_LENGTH);
  const reference = referenceIn(text);
  const flight = flightNumberIn(text);
  const readings: Reading[] = [needsOf(text)];
  if (reference !== null) readings.push([[[word(reference.toLowerCase())]]]);
  if (flight !== null) {
    const rest = needsOf(flight.rest);
    readings.push([[[word(flightWord(flight.flightNumber))]], ...rest]);
  }
  return readings.filter((needs) => needs.length > 0);
}

/** The reference a person may have typed ("k4q 7rm" → "K4Q7RM"), or null. */
export function referenceIn(question: string): string | null {
  const plain = plainLine(question.slice(0, MAX_QUESTION_LENGTH));
  const compact = plain.replace(/[\s-]/g, "").toUpperCase();
  return isReferenceCode(compact) ? compact : null;
}

/** Word by word, the ways to find each: `o'neil` by `oneil`, or by `o` and `neil`. */
function needsOf(text: string): Way[][] {
  const plain = plainLine(text);
  // Nothing but a number, however short: `070`.
  if (typedNumbers(plain).length > 0) return [distinct([[number(plain)], wordWay(plain)])];
  const amid = NUMBER.exec(plain)?.[0] ?? "";
  const names = amid === "" ? text : plain.replace(amid, " ");
  const needs = [
    amid === "" ? [] : distinct([[number(amid)], wordWay(amid)]),
    ...names.split(/\s+/).map(nameWays),
  ];
  return needs.filter((ways) => ways.length > 0).slice(0, MAX_WORDS);
}

/** A telephone number among names: six characters of it at least, so that `Rum 12` stays a name. */
const NUMBER = /[+(]?\d[\d\-./()+ ]{4,}\d/;

function nameWays(chunk: string): Way[] {
  const words = wordsIn(foldLetters(chunk));
  return distinct([
    words.map(word),
    words.length > 1 ? [word(asOneWord(words))] : [],
    typedNumbers(chunk).length > 0 ? [number(chunk)] : [],
  ]);
}

function wordWay(text: string): Way {
  return wordsIn(text).slice(0, MAX_WORDS).map(word);
}

function word(text: string): Sought {
  return { kind: "word", word: text };
}

function number(text: string): Sought {
  return { kind: "number", text };
}

function distinct(ways: readonly Way[]): Way[] {
  return [
    ...new Map(ways.filter((way) => way.length > 0).map((way) => [JSON.stringify(way), way]))
      .values(),
  ];
}
