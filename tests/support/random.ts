// Randomness a failed test can repeat: everything follows from one seed.

/**
 * What random tests start from: always the same, so that a run proves the change and not the day.
 * `SEED=7 deno task test …` looks at other cases; a failure names its seed.
 */
export const SEED = Number(Deno.env.get("SEED") ?? 20_780);

/** A generator of numbers from 0 (inclusive) to 1, the same for the same seed (mulberry32). */
export type Random = () => number;

/** The generator of a seed. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to `below`, exclusive. */
export function wholeBelow(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** One of a list's elements. */
export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[wholeBelow(random, items.length)];
  if (item === undefined) throw new RangeError("Cannot choose from an empty list");
  return item;
}
