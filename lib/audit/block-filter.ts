// What 256 entries speak of, in one kilobyte: looking for one person in a million entries reads four thousand filters
// and the few blocks that have something, instead of all entries, and no key of an index names anybody.
import type { AuditEntry } from "./entry.ts";
import type { Intent } from "./intent.ts";

/** Entries of a block. */
export const BLOCK_ENTRIES = 256;
/** Bytes of a filter. A block of a busy day has some 400 words: one look in 2,000 is in vain. */
export const FILTER_BYTES = 1_024;
/** Bits a word sets. */
const BITS_A_WORD = 5;

/** What entries are found by. */
export interface AuditWords {
  who: string;
  /** `POST /bookings` or a use case's word. */
  what: string;
  /** A family or a row, `booking` or `booking/01K…`. */
  row: string;
  subject: string;
}

/** The words of an entry, each with its kind. */
export function wordsOf({ who, what, act, rows, subjects }: Intent | AuditEntry): string[] {
  return [
    `who ${who}`,
    `what ${what}`,
    ...(act === undefined ? [] : act.split(" ").map((one) => `what ${one}`)),
    ...rows.flatMap(({ row }) => [`row ${row}`, `row ${row.split("/", 1)[0]}`]),
    ...subjects.map((subject) => `subject ${subject}`),
  ];
}

/** Marks words in a filter. */
export function addWords(filter: Uint8Array, words: readonly string[]): void {
  for (const word of new Set(words)) {
    for (const bit of bitsOf(word)) filter[bit >> 3] = (filter[bit >> 3] ?? 0) | 1 << (bit & 7);
  }
}

/** False when no entry of the block has the word. */
export function mayHave(filter: Uint8Array, bits: readonly number[]): boolean {
  return bits.every((bit) => ((filter[bit >> 3] ?? 0) & 1 << (bit & 7)) !== 0);
}

/** The bits of a word, by two hashes that are no secret: whoever could aim at bits would only make a look be in vain. */
export function bitsOf(word: string): number[] {
  const [first, step] = [fnv(word, 0x811c9dc5), fnv(word, 0x01000193) | 1];
  return Array.from(
    { length: BITS_A_WORD },
    (_, i) => (first + Math.imul(i, step) >>> 0) % (FILTER_BYTES * 8),
  );
}

/** FNV-1a over UTF-16 units, its bits mixed once more (MurmurHash3's last step). */
function fnv(word: string, basis: number): number {
  let hash = basis;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ hash >>> 16, 0x85ebca6b);
  hash = Math.imul(hash ^ hash >>> 13, 0xc2b2ae35);
  return (hash ^ hash >>> 16) >>> 0;
}
