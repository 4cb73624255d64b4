// Which of 256 entries have which word: looking for one person among a million entries reads the entries that name them
// and hardly any other. Of each word a number of 32 bits is kept, and where it stands.
import { eachWord, mixed, wordNumber } from "./entry-words.ts";
import type { Intent } from "./intent.ts";

/** Entries of a block. */
export const BLOCK_ENTRIES = 256;
/** Longest index of a block; KV takes 64 KiB a row. Of a longer one nothing is kept, and its entries are looked through. */
const MAX_INDEX_BYTES = 60_000;
/** Longest filter of a block. */
const MAX_FILTER_BYTES = 16_384;
/** Bytes of a filter a word: with 16 bits and five of them set, one look in 500 is in vain. */
const FILTER_BYTES_A_WORD = 2;
const BITS_A_WORD = 5;
/** A word's number and how often it stands there, less one. */
const HEAD_BYTES = 5;

/** The index of a block that is being filled. */
export class BlockIndex {
  readonly #offsets = new Map<number, number[]>();
  #bytes = 0;

  /** Goes on with what was kept of a block. */
  static from(bytes: Uint8Array): BlockIndex {
    const index = new BlockIndex();
    for (const { word, offsets } of wordsIn(bytes)) {
      index.#offsets.set(word, [...offsets]);
      index.#bytes += HEAD_BYTES + offsets.length;
    }
    return index;
  }

  /** Takes down the words of the entry at an offset; `further` are subjects that it does not name itself. */
  add(offset: number, entry: Intent, further: readonly string[]): void {
    eachWord(entry, further, (kind, word) => {
      const number = wordNumber({ kind, word });
      const known = this.#offsets.get(number);
      if (known === undefined) {
        this.#offsets.set(number, [offset]);
        this.#bytes += HEAD_BYTES + 1;
      } else if (known.at(-1) !== offset) {
        known.push(offset);
        this.#bytes++;
      }
    });
  }

  /** What is kept of it: each word's number, how often, where; empty when there is too much. */
  encode(): Uint8Array {
    if (this.#bytes > MAX_INDEX_BYTES) return new Uint8Array();
    const bytes = new Uint8Array(this.#bytes);
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const [word, offsets] of this.#offsets) {
      view.setUint32(at, word);
      view.setUint8(at + 4, offsets.length - 1);
      bytes.set(offsets, at + HEAD_BYTES);
      at += HEAD_BYTES + offsets.length;
    }
    return bytes;
  }

  /** Which words the block may have, in some bits a word. */
  filter(): Uint8Array {
    const size = Math.ceil(this.#offsets.size * FILTER_BYTES_A_WORD / 64) * 64;
    const filter = new Uint8Array(Math.min(MAX_FILTER_BYTES, Math.max(64, size)));
    for (const word of this.#offsets.keys()) {
      for (const bit of bitsOf(word, filter)) {
        filter[bit >> 3] = (filter[bit >> 3] ?? 0) | 1 << (bit & 7);
      }
    }
    return filter;
  }
}

/** False when no entry of the block has the word. */
export function mayHave(filter: Uint8Array, word: number): boolean {
  return bitsOf(word, filter).every((bit) => ((filter[bit >> 3] ?? 0) & 1 << (bit & 7)) !== 0);
}

/** Where one of some words stands in a block, as it is kept. */
export function offsetsIn(bytes: Uint8Array, words: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  for (const { word, offsets } of wordsIn(bytes)) {
    if (words.has(word)) { for (const offset of offsets) found.add(offset); }
  }
  return found;
}

function* wordsIn(bytes: Uint8Array): Generator<{ word: number; offsets: Uint8Array }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + HEAD_BYTES < bytes.length;) {
    const [word, count] = [view.getUint32(at), view.getUint8(at + 4) + 1];
    yield { word, offsets: bytes.subarray(at + HEAD_BYTES, at + HEAD_BYTES + count) };
    at += HEAD_BYTES + count;
  }
}

/** No secret is made of it: whoever could aim at bits would only make a look be in vain. */
function bitsOf(word: number, filter: Uint8Array): number[] {
  const step = mixed(word ^ 0x9e3779b9) | 1;
  const bits = filter.length * 8;
  return Array.from({ length: BITS_A_WORD }, (_, i) => (word + Math.imul(i, step) >>> 0) % bits);
}
