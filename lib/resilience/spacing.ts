// Keeps to the pace a service of others asks for.

/** How questions are spaced. */
export interface SpacingOptions {
  /** Least milliseconds between the starts of two questions. */
  everyMs: number;
  /** Most milliseconds one may wait for its turn; who would wait longer goes without. */
  maxWaitMs: number;
  /** Milliseconds, on any clock that only goes forward. */
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

/** A question that is asked at the given pace; undefined, at once, when too many are waiting. */
export function spaceOut<Asked extends unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
  { everyMs, maxWaitMs, now, wait }: SpacingOptions,
): (...asked: Asked) => Promise<Answer | undefined> {
  let nextAt = -Infinity;
  return async (...asked) => {
    const turn = Math.max(now(), nextAt);
    const waitMs = turn - now();
    if (waitMs > maxWaitMs) return undefined;
    nextAt = turn + everyMs;
    if (waitMs > 0) await wait(waitMs);
    return await ask(...asked);
  };
}
