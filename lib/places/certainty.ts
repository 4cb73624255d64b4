// The one rule that decides whether a place is taken without a question: the price hangs on it. Whatever answers
// (our own index, a geocoder) is asked the same.
import { splitAddressWords } from "./address-words.ts";
import { townsOfPostcode } from "./data/postcodes.ts";
import { isForDriver, takeDriverWords } from "./driver-words.ts";
import { foldWords, MAX_QUERY_LENGTH, MAX_QUERY_WORDS } from "./fold.ts";

/** What somebody wrote, ready to be compared with places; the driver's words are left out. */
export interface ReadAddress {
  /** Comparable words of each part, the part that names the place first. */
  parts: readonly (readonly string[])[];
  /** Comparable words of the first part with the driver's among them: "Sahlgrenska huvudentré" is a name. */
  whole: readonly string[];
  /** "24 B", "" when there is none. */
  houseNumber: string;
  /** Five digits, "" when there is none. */
  postcode: string;
}

/** A place that may be meant, from whatever source. */
export interface Candidate {
  /** Its names, any language. */
  names: readonly string[];
  /** What may be written beside a name: district, town, municipality. */
  areas: readonly string[];
  /** Five digits, "" when the source does not know. */
  postcode: string;
  /** "" when the answer is a whole street, or no address. */
  houseNumber: string;
}

/** Parts of an address that are compared; nobody writes more. */
const MAX_PARTS = 6;

/** Reads words as an address; never throws, bounded as splitAddressWords is. */
export function readAddress(words: string): ReadAddress {
  const { lookup, houseNumber, rest, postcode } = splitAddressWords(words);
  const beside = rest.split(",").map((part) => part.trim()).filter((part) => !isForDriver(part))
    .map((part) => takeDriverWords(part).place);
  const parts = [lookup, ...beside].slice(0, MAX_PARTS)
    .map((part) => foldWords(part).slice(0, MAX_QUERY_WORDS))
    .filter((part) => part.length > 0);
  const [first = ""] = words.slice(0, MAX_QUERY_LENGTH).split(",");
  return { parts, whole: foldWords(first).slice(0, MAX_QUERY_WORDS), houseNumber, postcode };
}

/**
 * True when every word is covered without a typo (accents, case, hyphens, joined and split words are none) and no
 * town, postcode or number contradicts the candidate.
 */
export function isCertain(address: ReadAddress, candidate: Candidate): boolean {
  if (contradicts(address, candidate)) return false;
  const { names, beside } = comparable(candidate);
  return nameWindows(address).some(({ spellings, others }) =>
    spellings.some((spelling) => names.has(spelling)) &&
    others.every((run) => isCovered(run, beside))
  );
}

/** A run of words that may be a name, and the runs around it. */
export interface NameWindow {
  /** The run without spaces, and with its abbreviations written out. */
  spellings: readonly string[];
  others: readonly (readonly string[])[];
  /** Words of the run, words of its part that are left, and which part it is. */
  length: number;
  left: number;
  part: number;
}

/** Every run of words of every part, the longest first. */
export function nameWindows(address: ReadAddress): readonly NameWindow[] {
  const known = windows.get(address);
  if (known !== undefined) return known;
  const made = windowsOf(address);
  windows.set(address, made);
  return made;
}

/** One address is compared with every place that it may mean. */
const windows = new WeakMap<ReadAddress, readonly NameWindow[]>();

function windowsOf({ parts, whole, houseNumber }: ReadAddress): NameWindow[] {
  const windows = parts.flatMap((part, at) => {
    const rest = parts.filter((_, other) => other !== at);
    const found: NameWindow[] = [];
    for (let from = 0; from < part.length; from++) {
      for (let to = part.length; to > from; to--) {
        const others = [part.slice(0, from), part.slice(to), ...rest];
        const [length, left] = [to - from, part.length - (to - from)];
        const spellings = spellingsOf(part.slice(from, to));
        found.push({ spellings, others, length, left, part: at });
      }
    }
    return found;
  });
  // "Pir 4": a name that ends in a number looks like a house number.
  const [main, ...rest] = parts;
  if (main && houseNumber !== "") {
    const text = main.join("") + joinedWords(houseNumber);
    windows.unshift({ spellings: [text], others: rest, length: main.length + 1, left: 0, part: 0 });
  }
  const others = parts.filter((part) => !part.every((word) => whole.includes(word)));
  const part = parts.findIndex((words) => words.every((word) => whole.includes(word)));
  windows.unshift({ spellings: [whole.join("")], others, length: whole.length, left: 0, part });
  return windows.sort((a, b) => b.length - a.length);
}

/** "Östra Hamngatan" as "ostrahamngatan". */
export function joinedWords(text: string): string {
  return foldWords(text).join("");
}

/** Words that say nothing more about where. */
const NEUTRAL = ["sverige", "sweden", "kommun", "i", "in"];

interface ComparableCandidate {
  names: ReadonlySet<string>;
  areas: ReadonlySet<string>;
  /** What may stand beside the name. */
  beside: ReadonlySet<string>;
}

const comparables = new WeakMap<Candidate, ComparableCandidate>();

/** The candidate's words without spaces, worked out once: the same candidates are asked about again and again. */
function comparable(candidate: Candidate): ComparableCandidate {
  const known = comparables.get(candidate);
  if (known !== undefined) return known;
  const names = new Set(candidate.names.map(joinedWords));
  const areas = new Set(candidate.areas.map(joinedWords));
  const beside = new Set([...areas, ...names, ...candidate.names.flatMap(foldWords), ...NEUTRAL]);
  comparables.set(candidate, { names, areas, beside });
  return { names, areas, beside };
}

function contradicts(address: ReadAddress, candidate: Candidate): boolean {
  const { houseNumber, postcode } = address;
  if (candidate.houseNumber !== "") {
    if (joinedWords(houseNumber) !== joinedWords(candidate.houseNumber)) return true;
  }
  if (postcode === "") return false;
  if (candidate.postcode !== "") return candidate.postcode !== postcode;
  const { areas } = comparable(candidate);
  return !townsOfPostcode(postcode).some((town) => areas.has(joinedWords(town)));
}

/** How signs and people shorten the last word of a street: "Vasag", "Drottningg.", "Södra v". */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/^(.*)g(?:t|at)?$/, "$1gatan"],
  [/^(.*)g(?:t|at)?$/, "$1gata"],
  [/^(.*)v$/, "$1vagen"],
  [/^(.*)v$/, "$1vag"],
  [/^(.*)pl$/, "$1platsen"],
  [/^(.*)pl$/, "$1plats"],
  [/^(.*)tg$/, "$1torget"],
  // "St." is short for Sankt and for Stora; it is read as the first.
  [/^sankt(.*)$/, "stora$1"],
];

/** What stands behind a town's name in the genitive: "Varbergs station". */
const AFTER_GENITIVE: ReadonlySet<string> = new Set(
  ["station", "centralstation", "central", "c", "flygplats", "airport"],
);

function spellingsOf(words: readonly string[]): string[] {
  const text = words.join("");
  const [town = "", ...rest] = words;
  if (town.endsWith("s") && AFTER_GENITIVE.has(rest.join(""))) {
    return [text, town.slice(0, -1) + rest.join("")];
  }
  const full = SHORTENED.filter(([end]) => end.test(text));
  return [text, ...full.map(([end, word]) => text.replace(end, word))];
}

/** Whether runs of the words, one after another, are all among what may stand beside the name. */
function isCovered(words: readonly string[], beside: ReadonlySet<string>): boolean {
  let from = 0;
  while (from < words.length) {
    let to = words.length;
    while (to > from && !isBeside(words.slice(from, to).join(""), beside)) to--;
    if (to === from) return false;
    from = to;
  }
  return true;
}

/** "Göteborgs" as well as "Göteborg". */
function isBeside(text: string, beside: ReadonlySet<string>): boolean {
  return beside.has(text) || (text.endsWith("s") && beside.has(text.slice(0, -1)));
}
