// Chance that comes out the same each time it is asked for with the same seed.

/** Numbers from 0 to 1, in the order a seed gives them (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to and without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** True about that often. */
  is(part: number): boolean {
    return this.next() < part;
  }

  /** A whole number, both ends included. */
  whole(from: number, upTo: number): number {
    return from + Math.floor(this.next() * (upTo - from + 1));
  }

  /** How often something happens that goes on with that chance, at most `most` times. */
  times(goesOn: number, most: number): number {
    let count = 0;
    while (count < most && this.is(goesOn)) count++;
    return count;
  }

  /** One of some. */
  one<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(this.next() * values.length)];
    if (value === undefined) throw new RangeError("Cannot choose: there are none");
    return value;
  }
}
