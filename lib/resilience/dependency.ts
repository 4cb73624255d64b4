// A service of others as the product asks it: over connections of its own, so many at once, again when that may help,
// and not at all while it is down. Whoever asks has an answer of its own for then.
import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
} from "cockatiel";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import { AttemptFailure, NO_TRIES, type Outcome } from "./attempt-failure.ts";
import { Circuit, type CircuitWord } from "./circuit.ts";
import { type Asked, type AskOutside, download, type Question } from "./download.ts";
import { RetryBudget } from "./retry-budget.ts";

/** Every service of others the product knows; the fault matrix of the tests has a row each. */
export const DEPENDENCY_NAMES = [
  "osrm",
  "geocoder",
  "webhook",
  "smtp",
  "sentry",
  "sms",
  "provider",
  "subscriber",
  "push",
  "kms",
  "edge",
  "stripe",
  "fortnox",
] as const;

/** One of them. */
export type DependencyName = typeof DEPENDENCY_NAMES[number];

/** Most questions at once; one process of the product keeps no service busier. */
export const MOST_AT_ONCE = 8;
/** Most questions that wait for one of those to end; who comes later goes on without. */
export const MOST_WAITING = 16;
/** How long a connection nobody uses is kept, in milliseconds. */
const IDLE_MS = 30_000;
/** The first wait before asking again, about, and the longest, in milliseconds: a form waits for it. */
const RETRY_WAIT = { initialDelay: 50, maxDelay: 200 };

/** How long somebody may use a service: milliseconds until it is given up, and the caller's own wish to stop. */
export type Turn = Pick<Question<unknown>, "timeoutMs" | "signal">;

/**
 * Tries something at a service of others that does not speak HTTP; undefined when it was left alone. The attempt throws
 * AttemptFailure when the service failed, and ends itself once `deadline` aborts.
 */
export type UseOutside = <Answer>(
  turn: Turn,
  attempt: (asked: Asked) => Promise<Answer>,
) => Promise<Answer | undefined>;

/** What is said of one. */
export interface DependencyState {
  name: DependencyName;
  state: CircuitWord;
  /** Instant the state began at. */
  since: string;
  /** Tries by what became of them, since the process began. */
  tries: Readonly<Record<Outcome, number>>;
  /** Tries beyond the first, and questions that were not asked because it is left alone or too many wait. */
  retries: number;
  notAsked: number;
  /** Questions under way and those that wait. */
  active: number;
  waiting: number;
}

/** One try, for whoever measures. */
export interface Attempt {
  name: DependencyName;
  outcome: Outcome;
  /** Milliseconds it took. */
  tookMs: number;
}

/** How one is asked. */
export interface DependencyOptions {
  name: DependencyName;
  /** Its name in the words of errors. */
  label: string;
  /** False where asking again would break a pace it asks for. */
  mayRetry: boolean;
}

/** What it stands on; a test turns its clocks. */
export interface DependencyDeps {
  log: Logger;
  clock: Clock;
  /** Milliseconds, on a clock that only goes forward. */
  now: () => number;
  /** Aborts after so many milliseconds. */
  deadline: (ms: number) => AbortSignal;
  onAttempt: (attempt: Attempt) => void;
}

/** One service of others. */
export class Dependency implements Disposable {
  readonly #options: DependencyOptions;
  readonly #deps: DependencyDeps;
  readonly #gate = bulkhead(MOST_AT_ONCE, MOST_WAITING);
  readonly #budget = new RetryBudget();
  readonly #circuit: Circuit;
  readonly #tries: Record<Outcome, number> = { ...NO_TRIES };
  #client: Deno.HttpClient | null = null;
  #since: string;
  #retries = 0;
  #notAsked = 0;

  constructor(options: DependencyOptions, deps: DependencyDeps) {
    this.#options = options;
    this.#deps = deps;
    this.#since = deps.clock.now().toString();
    this.#circuit = new Circuit(deps.now, (word) => this.#tellChange(word));
  }

  /** Asks it; undefined when it is left alone or too many wait. Throws GatewayError, or the caller's own reason. */
  readonly ask: AskOutside = (question) =>
    this.use(
      question,
      (asked) => download(question, { ...asked, client: this.#connections() }),
    );

  /** As `ask`, for services that do not speak HTTP. */
  readonly use: UseOutside = async (turn, attempt) => {
    const deadline = this.#deps.deadline(turn.timeoutMs);
    this.#budget.earn();
    try {
      return await this.#gate.execute(() => this.#tryUntilAnswered(attempt, deadline), deadline);
    } catch (error) {
      turn.signal?.throwIfAborted();
      if (!isNotAsked(error)) throw error;
      this.#notAsked++;
      return undefined;
    }
  };

  /** What is known of it. */
  state(): DependencyState {
    return {
      name: this.#options.name,
      state: this.#circuit.word,
      since: this.#since,
      tries: { ...this.#tries },
      retries: this.#retries,
      notAsked: this.#notAsked,
      active: MOST_AT_ONCE - this.#gate.executionSlots,
      waiting: MOST_WAITING - this.#gate.queueSlots,
    };
  }

  /** Closes its connections. */
  [Symbol.dispose](): void {
    this.#client?.close();
    this.#client = null;
  }

  #connections(): Deno.HttpClient {
    this.#client ??= Deno.createHttpClient({
      poolMaxIdlePerHost: MOST_AT_ONCE,
      poolIdleTimeout: IDLE_MS,
    });
    return this.#client;
  }

  async #tryUntilAnswered<Answer>(
    attempt: (asked: Asked) => Promise<Answer>,
    deadline: AbortSignal,
  ): Promise<Answer> {
    let isFirst = true;
    // Asked before each further try, and after the last one too: what is spent is spent on a try.
    const isWorthwhile = (error: unknown) => {
      const may = isFirst && this.#mayAskAgain(error) && !deadline.aborted;
      isFirst = false;
      return may && this.#budget.take();
    };
    const policy = retry(handleWhen(isWorthwhile), {
      maxAttempts: 1,
      backoff: new ExponentialBackoff(RETRY_WAIT),
    });
    policy.onRetry(() => this.#retries++);
    return await policy.execute(() => this.#circuit.run(() => this.#tryOnce(attempt, deadline)));
  }

  /** What is down may be up in a moment; what asks for peace gets it, what cannot be read stays so. */
  #mayAskAgain(error: unknown): boolean {
    return this.#options.mayRetry && this.#circuit.word === "closed" &&
      error instanceof AttemptFailure &&
      (error.outcome === "unreachable" || error.outcome === "failing");
  }

  async #tryOnce<Answer>(
    attempt: (asked: Asked) => Promise<Answer>,
    deadline: AbortSignal,
  ): Promise<Answer> {
    const { name: gateway, label } = this.#options;
    const startMs = this.#deps.now();
    try {
      const answer = await attempt({ gateway, label, deadline });
      this.#record("answered", startMs);
      return answer;
    } catch (error) {
      if (error instanceof AttemptFailure) this.#record(error.outcome, startMs);
      throw error;
    }
  }

  #record(outcome: Outcome, startMs: number): void {
    this.#tries[outcome]++;
    const { onAttempt, now } = this.#deps;
    onAttempt({ name: this.#options.name, outcome, tookMs: now() - startMs });
  }

  #tellChange(word: CircuitWord): void {
    this.#since = this.#deps.clock.now().toString();
    const facts = { code: this.#options.name };
    if (word === "open") this.#deps.log.warn("a service of others is left alone", facts);
    if (word === "closed") this.#deps.log.info("a service of others answers again", facts);
  }
}

function isNotAsked(error: unknown): boolean {
  return error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError ||
    error instanceof TaskCancelledError;
}
