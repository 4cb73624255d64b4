// What a person types about an address, taken apart: the part to look up, the house number, the rest.
import { MAX_QUERY_LENGTH } from "./fold.ts";
import { MAX_STOP_WORDS } from "./place.ts";

/** An address as typed, in parts. */
export interface AddressWords {
  /** What the search looks for: "Östra Hamngatan". */
  lookup: string;
  /** "24 B", or "" when there is none. */
  houseNumber: string;
  /** Everything after it: "portkod 1234", "Göteborg"; "" when nothing is left. */
  rest: string;
}

const ORDINALS: [RegExp, string][] = [
  [/(^|\s)1:a(?=\s)/gi, "$1Första"],
  [/(^|\s)2:a(?=\s)/gi, "$1Andra"],
  [/(^|\s)3:e(?=\s)/gi, "$1Tredje"],
  [/(^|\s)4:e(?=\s)/gi, "$1Fjärde"],
];
/** 24 · 24B · 24 B · 24-26 · 24/26, after a word or at the very start. */
const HOUSE_NUMBER =
  /(^|[\s,])(\d{1,4}(?:\s?[-–/]\s?\d{1,4})?(?:\s?[a-z](?![\p{L}\p{N}]))?)(?=$|[\s,.;])/iu;
const POSTCODE = /(^|[\s,])(?:se-?)?\d{3}\s?\d{2}(?=$|[\s,])/gi;

/** Splits words such as "Östra Hamngatan 24 B, portkod 1234"; never throws, looks at MAX_STOP_WORDS characters. */
export function splitAddressWords(words: string): AddressWords {
  let text = words.slice(0, MAX_STOP_WORDS).toWellFormed().replace(/\s+/g, " ").trim();
  for (const [short, long] of ORDINALS) text = text.replace(short, long);
  text = text.replace(POSTCODE, "$1").trim();
  const found = HOUSE_NUMBER.exec(text);
  if (found) {
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + found[0].length);
    // "24 Östra Hamngatan": the number leads, so the street is what follows it.
    return tidy(before) === "" ? parts(after, found[2]!) : {
      ...parts(before, found[2]!),
      rest: tidy([parts(before, "").rest, after].map(tidy).filter(Boolean).join(", ")),
    };
  }
  return parts(text, "");
}

function parts(text: string, houseNumber: string): AddressWords {
  const [lookup = "", ...rest] = tidy(text).split(/[,;\n]/);
  return {
    lookup: lookup.trim().slice(0, MAX_QUERY_LENGTH).toWellFormed(),
    houseNumber: houseNumber.trim(),
    rest: tidy(rest.join(",")),
  };
}

function tidy(text: string): string {
  return text.replace(/^[\s,;.]+|[\s,;]+$/g, "");
}
