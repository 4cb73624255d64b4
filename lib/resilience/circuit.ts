// Leaves a service of others alone once it fails, tries it with one question after a rest, and lets the others go on
// without meanwhile.
import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  handleWhen,
  type IBackoff,
} from "cockatiel";
import { AttemptFailure } from "./attempt-failure.ts";
import { VolumeBreaker } from "./volume-breaker.ts";

/** How long it is left alone the first time, in milliseconds: long enough to restart, missed by few. */
export const FIRST_REST_MS = 10_000;
/** The longest rest; each that ends in another failure is followed by one twice as long. */
export const LONGEST_REST_MS = 60_000;

/** `closed`: it is asked; `open`: it is left alone; `half-open`: one question tries it. */
export type CircuitWord = "closed" | "open" | "half-open";

const WORDS: Readonly<Record<CircuitState, CircuitWord>> = {
  [CircuitState.Closed]: "closed",
  [CircuitState.Open]: "open",
  [CircuitState.HalfOpen]: "half-open",
  [CircuitState.Isolated]: "open",
};

/** The library counts a rest by the time of day, which may be set; here a steady clock decides alone. */
const AT_ONCE: IBackoff<unknown> = { duration: -Infinity, next: () => AT_ONCE };

/** The circuit of one service. `now` in milliseconds that only go forward; `onChange` is told each new state. */
export class Circuit {
  readonly #now: () => number;
  readonly #policy;
  #restUntilMs = -Infinity;
  #restMs = FIRST_REST_MS;

  constructor(now: () => number, onChange: (word: CircuitWord) => void) {
    this.#now = now;
    const breaker = new VolumeBreaker(now);
    const isFailure = (error: unknown) =>
      error instanceof AttemptFailure || this.word === "half-open";
    this.#policy = circuitBreaker(handleWhen(isFailure), { halfOpenAfter: AT_ONCE, breaker });
    this.#policy.onBreak(() => {
      this.#restUntilMs = now() + this.#restMs;
      this.#restMs = Math.min(2 * this.#restMs, LONGEST_REST_MS);
    });
    this.#policy.onReset(() => {
      this.#restMs = FIRST_REST_MS;
      breaker.reset();
    });
    this.#policy.onStateChange((state) => onChange(WORDS[state]));
  }

  get word(): CircuitWord {
    return WORDS[this.#policy.state];
  }

  /**
   * Runs `attempt` unless the service is left alone; BrokenCircuitError then. A try that its caller gave up says
   * nothing about the service; while it is being tried that counts as a failure, for nothing else would end it.
   */
  async run<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
    const isResting = this.word === "open" && this.#now() < this.#restUntilMs;
    if (isResting || this.word === "half-open") throw new BrokenCircuitError();
    return await this.#policy.execute(attempt);
  }
}
