// Random numbers that are the same on every run, so that a failing case can be looked at again.

/** Numbers from 0 to 1 (Park–Miller); the same seed gives the same row. */
export function repeatableRandom(seed: number): () => number {
  let state = seed;
  return () => (state = state * 16_807 % 2_147_483_647) / 2_147_483_647;
}
