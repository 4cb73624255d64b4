// Rows of the index as one bit each: 200,000 of them are 25 KB, and two sets meet in some microseconds.

/** Bits of one number of a set. */
const BITS = 32;

/** A set of rows. */
export class RowSet {
  readonly #bits: Uint32Array;

  /** A set without rows; `rows` is how many there may be. */
  constructor(rows: number) {
    this.#bits = new Uint32Array(Math.ceil(rows / BITS));
  }

  /** Number of rows. */
  get size(): number {
    let size = 0;
    for (let bits of this.#bits) {
      // Counts two, four and eight neighbours at once, then all of them (Hacker's Delight, 5-1).
      bits -= (bits >>> 1) & 0x5555_5555;
      bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
      size += Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
    }
    return size;
  }

  /** Puts a row in. */
  add(row: number): void {
    this.#bits[row >>> 5]! |= 1 << (row & (BITS - 1));
  }

  /** Puts the rows of a list in. */
  addAll(rows: readonly number[]): void {
    for (const row of rows) this.#bits[row >>> 5]! |= 1 << (row & (BITS - 1));
  }

  /** Keeps what is in both. */
  keep(other: RowSet): void {
    for (let i = 0; i < this.#bits.length; i++) this.#bits[i]! &= other.#bits[i]!;
  }

  /** Takes in what is in the other. */
  join(other: RowSet): void {
    for (let i = 0; i < this.#bits.length; i++) this.#bits[i]! |= other.#bits[i]!;
  }

  /** Calls `visit` with each row, the lowest first. */
  forEach(visit: (row: number) => void): void {
    for (let i = 0; i < this.#bits.length; i++) {
      for (let rest = this.#bits[i]!; rest !== 0; rest &= rest - 1) {
        visit(i * BITS + BITS - 1 - Math.clz32(rest & -rest));
      }
    }
  }
}
