// Which mutants are tried when not all can be: spread evenly over the files, the same ones for the same seed.

/** Numbers from 0 to 1 (mulberry32); the same seed gives the same row. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * One of each of `size` equal stretches of `all`, in order. When `all` is in the order of files, each file is
 * met as often as it has mutants, and so is each part of it.
 */
export function chooseSample<T>(all: readonly T[], size: number, random: () => number): T[] {
  if (size >= all.length) return [...all];
  const stretch = all.length / size;
  return Array.from({ length: size }).flatMap((_, i) => {
    const from = Math.ceil(i * stretch);
    const to = Math.ceil((i + 1) * stretch);
    return all.slice(from, to).slice(Math.floor(random() * (to - from))).slice(0, 1);
  });
}
