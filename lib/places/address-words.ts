// What a person types about an address, taken apart: the part to look up, house number, postcode, the driver's part.
import { isForDriver, takeDriverWords } from "./driver-words.ts";
import { MAX_QUERY_LENGTH } from "./fold.ts";
import { MAX_STOP_WORDS } from "./place.ts";

/** An address as typed, in parts. */
export interface AddressWords {
  /** What the search looks for: "Östra Hamngatan". */
  lookup: string;
  /** "24 B", or "" when there is none. */
  houseNumber: string;
  /** Everything beside it: "portkod 1234", "Göteborg", "c/o Svensson"; "" when nothing is left. */
  rest: string;
  /** Five digits, or "" when there is none. */
  postcode: string;
}

/** "1:a", "2:a", "3:e" anywhere before a word; "1a", "2nd" only where an address begins, elsewhere they are house numbers. */
const ORDINALS = ["Första", "Andra", "Tredje", "Fjärde"];
const WRITTEN_ORDINAL = /(^|\s)([1-4]):(?:a|e|sta|dra|dje|de)(?=\s)/giu;
const SHORT_ORDINAL = /(^|[,;]\s*)([1-4])(?:a|e|st|nd|rd|th|:e)\s+(?=\p{L}{3})/giu;
/** "Ö. Hamngatan", "v hamngatan", "G:a Tuvevägen": what is shortened at the beginning of a name. */
const FIRST_WORD = /(^|[,;]\s*)([vöonsl]|g:a|gla|n:a|s:a|ö:a|v:a)(?:\.\s*|\s+)(?=\p{L}{4})/giu;
const FIRST_WORDS: Readonly<Record<string, string>> = {
  v: "Västra",
  ö: "Östra",
  o: "Östra",
  n: "Norra",
  s: "Södra",
  l: "Lilla",
  g: "Gamla",
};
/** 24 · 24B · 24 B · 24-26 · 24/26, after a word or at the very start. */
const HOUSE_NUMBER =
  /(^|[\s,])(\d{1,4}(?:\s?[-–/]\s?\d{1,4})?(?:\s?[a-z](?![\p{L}\p{N}]))?)(?=$|[\s,.;])/iu;
const POSTCODE = /(^|[\s,])(?:se-?\s?|s-)?(\d{3})\s?(\d{2})(?=$|[\s,;])/gi;

/**
 * Splits words such as "c/o Ek, Östra Hamngatan 24 B, 411 09 Göteborg"; never throws, looks at MAX_STOP_WORDS
 * characters. Where several parts could be the place it is the one with a house number, else the first.
 */
export function splitAddressWords(words: string): AddressWords {
  let text = words.slice(0, MAX_STOP_WORDS).toWellFormed().replace(/\s+/g, " ").trim();
  let postcode = "";
  text = text.replace(POSTCODE, (_, before: string, area: string, place: string) => {
    postcode ||= area + place;
    return before === "," ? ", " : before;
  });
  text = spelledOut(text.trim());
  const parts = text.split(/[,;\n]/).map((part) => partOf(tidy(part))).filter(({ text }) => text);
  const main = parts.find(({ houseNumber, lookup }) => houseNumber && lookup) ??
    parts.find(({ lookup }) => lookup !== "");
  // "12, Kungsgatan": a number in a part of its own.
  const alone = parts.find(({ houseNumber, lookup }) => houseNumber && !lookup);
  const hasAlone = main?.houseNumber === "" && alone !== undefined;
  const rest = parts.flatMap((part) => {
    if (part === main) return part.after === "" ? [] : [part.after];
    return hasAlone && part === alone ? (part.after === "" ? [] : [part.after]) : [part.text];
  });
  return {
    lookup: (main?.lookup ?? "").slice(0, MAX_QUERY_LENGTH).toWellFormed(),
    houseNumber: main?.houseNumber || alone?.houseNumber || "",
    rest: (main === undefined && alone ? [alone.after].filter(Boolean) : rest).join(", "),
    postcode,
  };
}

/** "2:a långgatan" as "Andra långgatan", "V. Hamngatan" as "Västra Hamngatan". */
function spelledOut(text: string): string {
  const ordinal = (_: string, before: string, digit: string) =>
    before + ORDINALS[Number(digit) - 1]!;
  return text.replace(WRITTEN_ORDINAL, ordinal)
    .replace(SHORT_ORDINAL, (...found) => ordinal(found[0], found[1], found[2]) + " ")
    .replace(
      FIRST_WORD,
      (_, before: string, short: string) =>
        `${before}${FIRST_WORDS[short.charAt(0).toLowerCase()]} `,
    );
}

interface Part {
  /** All of it. */
  text: string;
  /** What may name a place; "" when it is the driver's alone. */
  lookup: string;
  houseNumber: string;
  /** What follows the house number. */
  after: string;
}

function partOf(text: string): Part {
  if (isForDriver(text)) return { text, lookup: "", houseNumber: "", after: text };
  const { place, forDriver } = takeDriverWords(text);
  const found = HOUSE_NUMBER.exec(place);
  if (!found) return { text, lookup: tidy(place), houseNumber: "", after: forDriver };
  const before = tidy(place.slice(0, found.index));
  const after = tidy(place.slice(found.index + found[0].length));
  const houseNumber = found[2]!.trim();
  // "24 Östra Hamngatan": the number leads, so the street is what follows it.
  return before === ""
    ? { text, lookup: after, houseNumber, after: forDriver }
    : { text, lookup: before, houseNumber, after: [after, forDriver].filter(Boolean).join(", ") };
}

function tidy(text: string): string {
  return text.replace(/^[\s,;.]+|[\s,;.]+$/g, "");
}
