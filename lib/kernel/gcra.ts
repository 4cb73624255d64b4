// How fast somebody may go on: the generic cell rate algorithm of ATM Forum TM 4.0, which keeps one instant for each
// of them. In any stretch of time there are at most `burst` and one more for each `everyMs` of it. Pure.

/** So many at once, and then one each so many milliseconds. */
export interface Pace {
  burst: number;
  everyMs: number;
}

/** What became of one that was asked for. */
export interface Paced {
  isAllowed: boolean;
  /** What to keep: when all of it is there again. As it was when it was refused. */
  fullAtMs: number;
  /** How many more there are at once. */
  left: number;
  /** Milliseconds until there is one, 0 when it was allowed. */
  waitMs: number;
}

/**
 * How far clocks of several machines may differ, in milliseconds. What lies further ahead than a whole burst and this was
 * written by a clock that was set wrong: it is forgotten, or a clock that went back an hour would shut people out for one.
 */
export const MAX_CLOCK_DIFFERENCE_MS = 60_000;

/** The time a whole burst takes to come back, in milliseconds. */
export function windowMs({ burst, everyMs }: Pace): number {
  return burst * everyMs;
}

/** Asks for one at `nowMs`; `fullAtMs` is what was kept of the last one, null of nobody. */
export function paced(pace: Pace, fullAtMs: number | null, nowMs: number): Paced {
  const window = windowMs(pace);
  const isBelievable = fullAtMs !== null && fullAtMs - nowMs <= window + MAX_CLOCK_DIFFERENCE_MS;
  const before = isBelievable ? Math.max(nowMs, fullAtMs) : nowMs;
  const after = before + pace.everyMs;
  const waitMs = Math.max(0, after - nowMs - window);
  if (waitMs > 0) return { isAllowed: false, fullAtMs: before, left: 0, waitMs };
  const left = Math.floor((window - (after - nowMs)) / pace.everyMs);
  return { isAllowed: true, fullAtMs: after, left, waitMs: 0 };
}
