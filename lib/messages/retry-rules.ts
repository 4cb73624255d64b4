// How long a message waits for its next try.

const FIRST_MS = 10_000;
const MOST_MS = 15 * 60_000;
/** Longest wait a receiver may ask for, in milliseconds. */
const MOST_ASKED_MS = 60 * 60_000;

/**
 * 10 s, 20 s, 40 s … at most a quarter of an hour, of it a part between a half and all by chance (0 to 1): those that
 * failed together do not come back together. Longer when the receiver asked for it.
 */
export function retryDelayMs(attempts: number, chance: number, askedMs: number | null): number {
  const fullMs = Math.min(MOST_MS, FIRST_MS * 2 ** (attempts - 1));
  const ownMs = Math.round(fullMs * (0.5 + chance / 2));
  return Math.max(ownMs, Math.min(askedMs ?? 0, MOST_ASKED_MS));
}
