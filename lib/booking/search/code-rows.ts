// Which rows have which reference code, found by its beginning: rows are kept together by its first two characters.
import { RowGroups } from "./row-groups.ts";
import type { RowSet } from "./row-set.ts";

/** Length of a reference code. */
const CODE_LENGTH = 6;
/** Shorter beginnings of a code are the beginnings of words. */
const MIN_CODE_LENGTH = 4;
/** Codes are numbers of this base. */
const BASE = 36;
/** Codes that begin with the same two characters. */
const PER_GROUP = BASE ** 4;
/** Rows there is room for at first. */
const FIRST_ROOM = 1_024;

/** The code of each row; 0 is none. */
export class CodeRows {
  readonly #groups = new RowGroups<number>();
  #codes = new Uint32Array(FIRST_ROOM);

  /** Gives a row a code instead of the one it had; "" is none. */
  set(row: number, reference: string): void {
    if (row >= this.#codes.length) this.#grow(row);
    const [before, after] = [this.#codes[row]!, reference === "" ? 0 : parseInt(reference, BASE)];
    if (before === after) return;
    if (before > 0) this.#groups.remove(groupOf(before), row);
    this.#codes[row] = after;
    if (after > 0) this.#groups.add(groupOf(after), row);
  }

  /** Adds every row whose code begins with a folded word, where it is long enough for one. */
  addTo(rows: RowSet, word: string): void {
    if (word.length < MIN_CODE_LENGTH || word.length > CODE_LENGTH) return;
    if (!/^[a-z0-9]+$/.test(word)) return;
    const step = BASE ** (CODE_LENGTH - word.length);
    const first = parseInt(word, BASE) * step;
    for (const row of this.#groups.of(groupOf(first))) {
      const code = this.#codes[row]!;
      if (code >= first && code < first + step) rows.add(row);
    }
  }

  #grow(row: number): void {
    const codes = this.#codes;
    this.#codes = new Uint32Array(Math.max(row + 1, codes.length * 2));
    this.#codes.set(codes);
  }
}

function groupOf(code: number): number {
  return Math.floor(code / PER_GROUP);
}
