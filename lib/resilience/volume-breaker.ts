// When a service of others is left alone: most of many calls failed, or several in a row where calls are few.
import type { IBreaker } from "cockatiel";

/** How long a call counts among the many, in milliseconds. */
export const WINDOW_MS = 10_000;
/** From so many calls within the window on their share decides. */
export const MANY_CALLS = 20;
/** Of many calls so large a share must have failed. */
export const FAILED_SHARE = 0.5;
/**
 * Failures in a row that are enough however few the calls are: a company asks for a handful of routes a minute, so a
 * share of twenty within ten seconds would never be reached. One lost connection is no reason to give up the better
 * answers, and with three no more than two customers have waited in vain before.
 */
export const FAILURES_IN_A_ROW = 3;

/** Decides by both rules; `now` in milliseconds, on any clock that only goes forward. */
export class VolumeBreaker implements IBreaker {
  readonly #now: () => number;
  #calls: { atMs: number; isFailure: boolean }[] = [];
  #inARow = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get state(): unknown {
    return { calls: this.#calls.length, inARow: this.#inARow };
  }

  success(): void {
    this.#inARow = 0;
    this.#count(false);
  }

  failure(): boolean {
    this.#inARow++;
    this.#count(true);
    const failed = this.#calls.filter(({ isFailure }) => isFailure).length;
    const isMost = this.#calls.length >= MANY_CALLS && failed >= FAILED_SHARE * this.#calls.length;
    return isMost || this.#inARow >= FAILURES_IN_A_ROW;
  }

  /** Forgets the past: what recovered starts anew. */
  reset(): void {
    this.#calls = [];
    this.#inARow = 0;
  }

  #count(isFailure: boolean): void {
    const since = this.#now() - WINDOW_MS;
    this.#calls = this.#calls.filter(({ atMs }) => atMs > since).slice(-MAX_CALLS);
    this.#calls.push({ atMs: this.#now(), isFailure });
  }
}

/** Most calls that are remembered; the share of the latest thousand says as much as that of more. */
const MAX_CALLS = 1_000;
