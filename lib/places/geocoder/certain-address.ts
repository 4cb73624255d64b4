// Whether a found address is what somebody wrote, so that it is taken without a question: the price hangs on it.
import { splitAddressWords } from "../address-words.ts";
import { foldWords } from "../fold.ts";
import type { FoundAddress } from "./found-address.ts";

/** An address in the form the rule of certainty compares. */
export interface AddressCandidate {
  /** Its names. */
  names: readonly string[];
  /** What may be written beside a name: district, town, municipality. */
  areas: readonly string[];
  /** Five digits, "" when the service does not know. */
  postcode: string;
  /** "" when the answer is a whole street, or no address. */
  houseNumber: string;
}

/** A found address as a candidate: by the street of its number, or by its own name. */
export function toCandidate({ kind, name, street, ...address }: FoundAddress): AddressCandidate {
  const { areas, postcode, houseNumber } = address;
  return kind === "house"
    ? { names: [street], areas, postcode, houseNumber }
    : { names: [name], areas, postcode, houseNumber: "" };
}

/** True when the words name the candidate in full, and no number and no town they mention is another. */
export function isCertainAddress(
  words: string,
  candidate: AddressCandidate,
  isTown: (folded: string) => boolean,
): boolean {
  const { lookup, houseNumber, rest } = splitAddressWords(words);
  if (joined(houseNumber) !== joined(candidate.houseNumber)) return false;
  const [postcode] = /\b\d{3}\s?\d{2}\b/.exec(words) ?? [""];
  if (postcode && candidate.postcode && digits(postcode) !== candidate.postcode) return false;
  const areas = new Set(candidate.areas.flatMap((area) => [joined(area), `${joined(area)}s`]));
  const named = candidate.names.some((name) => isNameWithAreas(foldWords(lookup), name, areas));
  const towns = rest.split(",").map(joined).filter(isTown);
  return named && towns.every((town) => areas.has(town));
}

/** "vasagatan", or with a town behind it: "storgatan boras". */
function isNameWithAreas(
  words: readonly string[],
  name: string,
  areas: ReadonlySet<string>,
): boolean {
  return words.some((_, at) =>
    words.slice(0, at + 1).join("") === joined(name) &&
    (at + 1 === words.length || areas.has(words.slice(at + 1).join("")))
  );
}

function joined(text: string): string {
  return foldWords(text).join("");
}

function digits(text: string): string {
  return text.replace(/\D/g, "");
}
