// About how often each of many keys was asked for lately, in a few kilobytes (count-min, Cormode & Muthukrishnan 2005).

/** Rows of counters; the least of a key's four is taken, so that others who share one rarely count for it. */
const ROWS = 4;
/** Highest count: what is hotter is hot enough. */
const MOST = 0xffff;

/** Counts that are at most too high, never too low, but for halving. */
export class FrequencySketch {
  readonly #width: number;
  readonly #counters: Uint16Array;
  #added = 0;

  /** `width` counters a row, a power of two. */
  constructor(width = 4_096) {
    this.#width = width;
    this.#counters = new Uint16Array(ROWS * width);
  }

  /** Counts a key; about how often it was counted. */
  add(key: string): number {
    let least = MOST;
    const [first, step] = hashes(key);
    for (let row = 0; row < ROWS; row++) {
      const at = this.#at(row, first, step);
      const count = Math.min((this.#counters[at] ?? 0) + 1, MOST);
      this.#counters[at] = count;
      if (count < least) least = count;
    }
    // What was hot last week makes room for what is hot today.
    if (++this.#added >= 10 * this.#width) this.#halve();
    return least;
  }

  /** About how often a key was counted. */
  count(key: string): number {
    let least = MOST;
    const [first, step] = hashes(key);
    for (let row = 0; row < ROWS; row++) {
      least = Math.min(least, this.#counters[this.#at(row, first, step)] ?? 0);
    }
    return least;
  }

  #at(row: number, first: number, step: number): number {
    return row * this.#width + ((first + row * step) >>> 0 & (this.#width - 1));
  }

  #halve(): void {
    this.#added = this.#added >>> 1;
    this.#counters.forEach((count, i) => {
      this.#counters[i] = count >>> 1;
    });
  }
}

/** Two hashes of a text (FNV-1a and its mix): sums of both stand for a hash a row (Kirsch & Mitzenmacher 2006). */
function hashes(text: string): readonly [first: number, step: number] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return [(mixed ^ (mixed >>> 16)) >>> 0, (hash | 1) >>> 0];
}
