// Long work in pieces: between two of them whoever waits goes first.

/** What giving way needs. */
export interface Timing {
  /** Milliseconds, on any clock that only goes forward. */
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

/** Longest pause between two pieces, in milliseconds: what was slow for another reason shall not become slower by it. */
const MAX_PAUSE_MS = 20;

/** Waits between two pieces as long as the last one took, so that the work has half of the process at most. */
export function givingWay({ now, wait }: Timing): () => Promise<void> {
  let since = now();
  return async () => {
    await wait(Math.min(MAX_PAUSE_MS, now() - since));
    since = now();
  };
}

/** The machine's clock and timers. */
export const machineTiming: Timing = {
  now: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
