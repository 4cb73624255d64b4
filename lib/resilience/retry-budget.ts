// Retries that multiply a fault: when much fails, trying everything again brings down what was about to recover. A budget
// lets a share of the calls be tried again, and a few always.

/** How many calls earn one retry. */
const CALLS_A_RETRY = 10;
/** Retries that are always there, so that a quiet night is not without any. */
const AT_LEAST = 10;
/** Most that can be saved up, so that a calm day does not pay for a storm. */
const AT_MOST = 100;

/** A store of retries that calls fill and retries empty. */
export class RetryBudget {
  /** Counted in calls: whole numbers add up exactly. */
  #calls = AT_LEAST * CALLS_A_RETRY;

  /** A call was made. */
  earn(): void {
    this.#calls = Math.min(AT_MOST * CALLS_A_RETRY, this.#calls + 1);
  }

  /** Takes one retry; false when there is none, and the failure stands. */
  take(): boolean {
    if (this.#calls < CALLS_A_RETRY) return false;
    this.#calls -= CALLS_A_RETRY;
    return true;
  }

  /** What is left, for whoever looks. */
  get left(): number {
    return Math.floor(this.#calls / CALLS_A_RETRY);
  }
}

/**
 * How long to wait before the next try, in milliseconds: between `baseMs` and three times the wait before, at most
 * `maxMs` ("decorrelated jitter", aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter). `random` is in
 * [0, 1).
 */
export function nextWaitMs(
  formerMs: number,
  { baseMs, maxMs }: { baseMs: number; maxMs: number },
  random: () => number,
): number {
  return Math.min(maxMs, baseMs + random() * (Math.max(baseMs, formerMs * 3) - baseMs));
}
