// Time as a dependency: whatever needs "now" receives a Clock, so tests choose the moment.

/** Source of the current instant. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The clock of this machine. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands at `start` (ISO instant) until `set` or `advance` moves it; for tests. */
export function manualClock(start: string): ManualClock {
  let current = Temporal.Instant.from(start);
  return {
    now: () => current,
    set: (instant) => void (current = Temporal.Instant.from(instant)),
    advance: (duration) => void (current = current.add(duration)),
  };
}

/** A Clock under the hand of a test. */
export interface ManualClock extends Clock {
  set(instant: string): void;
  advance(duration: Temporal.DurationLike): void;
}
