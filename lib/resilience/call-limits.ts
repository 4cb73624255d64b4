// How fast one person or one network may ask, counted in memory: a look at a page must never cost a commit. What must be
// exact in all processes together is counted in the database, see `lib/kv/paces.ts`.
import { type Pace, paced } from "../kernel/gcra.ts";

/**
 * Most of those who ask that are kept apart at once, some ten megabytes. With more of them the one that has not asked for
 * longest is forgotten, whose pace has mostly come back by itself: forgetting somebody who used all of theirs within a
 * minute takes more than a thousand networks a second.
 */
export const MAX_ASKERS = 65_536;
/** Most sessions whose person is remembered; of another one its network is counted. */
export const MAX_KNOWN_SESSIONS = 10_000;

/** Whom a request is counted for: everybody who shares `who`, at `times` the pace. */
export interface Asker {
  who: string;
  times: number;
}

/** What is counted, and how fast it may go. */
export interface CallPace extends Pace {
  name: string;
}

/** What became of a request. */
export interface CallVerdict {
  pace: CallPace;
  isAllowed: boolean;
  left: number;
  waitMs: number;
  /** Milliseconds until all of it is there again. */
  fullInMs: number;
}

/** What the limits stand on. */
export interface CallLimitsDeps {
  /** False: everybody may ask as fast as they like. */
  isOn: boolean;
  /** Milliseconds, on a clock that only goes forward: a clock that is set changes nothing here. */
  now?: () => number;
}

/** The limits of one process. */
export class CallLimits {
  readonly #isOn: boolean;
  readonly #now: () => number;
  readonly #fullAt = new Map<string, number>();
  #oldest: Iterator<string> = this.#fullAt.keys();
  readonly #personOf = new Map<string, string>();

  constructor({ isOn, now }: CallLimitsDeps) {
    this.#isOn = isOn;
    this.#now = now ?? (() => performance.now());
  }

  /**
   * Takes one of a pace for every asker, or none of any; what is told is of the one that has least left. Null when
   * nobody is counted.
   */
  take(pace: CallPace, askers: readonly Asker[]): CallVerdict | null {
    if (!this.#isOn || askers.length === 0) return null;
    const nowMs = this.#now();
    const taken = askers.map(({ who, times }) => {
      const key = `${pace.name} ${who}`;
      const own = { burst: pace.burst * times, everyMs: pace.everyMs / times };
      return { key, ...paced(own, this.#fullAt.get(key) ?? null, nowMs) };
    });
    const least = taken.reduce((a, b) => b.waitMs > a.waitMs || b.left < a.left ? b : a);
    for (const { key, fullAtMs } of taken) {
      // Whoever is refused keeps what they had, and their place: else they would be the first to be forgotten.
      const kept = least.isAllowed ? fullAtMs : this.#fullAt.get(key);
      if (kept !== undefined) this.#keep(key, kept);
    }
    const { isAllowed, left, waitMs, fullAtMs } = least;
    return { pace, isAllowed, left, waitMs, fullInMs: fullAtMs - nowMs };
  }

  /** Remembers whose a session is that was looked at: from now on its person is counted, wherever they ask from. */
  remember(sessionId: string, personId: string): void {
    this.#personOf.delete(sessionId);
    this.#personOf.set(sessionId, personId);
    if (this.#personOf.size <= MAX_KNOWN_SESSIONS) return;
    const [first] = this.#personOf.keys();
    if (first !== undefined) this.#personOf.delete(first);
  }

  /** The person of a session that was looked at, or null. It may be over by now: it is for counting, not for letting in. */
  personOf(sessionId: string): string | null {
    return this.#personOf.get(sessionId) ?? null;
  }

  /** How many are kept apart now. */
  get size(): number {
    return this.#fullAt.size;
  }

  #keep(key: string, fullAtMs: number): void {
    // To the end: what stands first has not been asked for longest.
    this.#fullAt.delete(key);
    this.#fullAt.set(key, fullAtMs);
    if (this.#fullAt.size > MAX_ASKERS) this.#forgetOldest();
  }

  /** Goes on where it was: all before it are forgotten or have asked again since. A new walk would pass their places. */
  #forgetOldest(): void {
    let step = this.#oldest.next();
    if (step.done) {
      this.#oldest = this.#fullAt.keys();
      step = this.#oldest.next();
    }
    if (!step.done) this.#fullAt.delete(step.value);
  }
}
