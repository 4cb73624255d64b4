// What is tried after a failure, by its category and by what was being done: again, another way, with fresh means, undone,
// later, or not at all. Every step is recorded.
import type { ErrorCategory } from "../errors/error-category.ts";
import { errorFacts } from "../errors/product-error.ts";
import { rememberTried } from "../errors/tried.ts";
import {
  type AbsorbedFailure,
  type Failure,
  type RecoverableWork,
  type Recovered,
  type RecoveryAttempt,
  type RecoveryMeans,
  type RecoveryOf,
  type RecoveryStep,
  triedWords,
} from "./recovery-step.ts";
import { nextWaitMs, RetryBudget } from "./retry-budget.ts";

const RETRY: RecoveryStep = { kind: "retry", times: 2, baseMs: 50, maxMs: 1_000 };

/** What is done where nobody registered anything: what may pass is tried again, the rest is told at once. */
const BY_CATEGORY: Readonly<Record<ErrorCategory, readonly RecoveryStep[]>> = {
  validation: [],
  authentication: [],
  authorization: [],
  "business-rule": [],
  "not-found": [],
  conflict: [],
  "rate-limit": [],
  "external-service": [RETRY],
  database: [RETRY],
  network: [RETRY],
  internal: [],
};

/** The registry of strategies, and who carries them out. */
export class Recovery {
  readonly #means: RecoveryMeans;
  readonly #registered: { of: RecoveryOf; steps: readonly RecoveryStep[] }[] = [];
  readonly #budgets = new Map<string, RetryBudget>();
  readonly #listeners: ((absorbed: AbsorbedFailure) => void)[] = [];

  constructor(means: RecoveryMeans = MACHINE) {
    this.#means = means;
  }

  /** Says what to try; of several that fit, the one that names more counts, then the later. */
  register(of: RecoveryOf, steps: readonly RecoveryStep[]): void {
    this.#registered.push({ of, steps });
  }

  /** The steps for a failure. */
  stepsFor(operation: string, category: ErrorCategory): readonly RecoveryStep[] {
    const fitting = this.#registered.filter(({ of }) =>
      (of.operation ?? operation) === operation && (of.category ?? category) === category
    );
    const [best] = fitting.reverse().toSorted((a, b) => named(b.of) - named(a.of));
    return best?.steps ?? BY_CATEGORY[category];
  }

  /** Does the work, and what its failure asks for. Never throws: what came of it is the answer. */
  async run<Value>(work: RecoverableWork<Value>): Promise<Recovered<Value>> {
    const deadline = AbortSignal.timeout(work.deadlineMs);
    const signal = work.signal ? AbortSignal.any([work.signal, deadline]) : deadline;
    const budget = this.#budgetOf(work.operation);
    budget.earn();
    const run = new Run(this.#means, budget, work, signal);
    const done = await run.end((category) => this.stepsFor(work.operation, category));
    if ("error" in done && done.attempts.length > 1) {
      rememberTried(done.error, triedWords(done.attempts));
    }
    if (run.failure !== null && "value" in done) {
      const recovered = { operation: work.operation, ...run.failure, attempts: done.attempts };
      for (const listener of this.#listeners) listener(recovered);
    }
    return done;
  }

  /** What is registered, in its order. */
  registered(): readonly { of: RecoveryOf; steps: readonly RecoveryStep[] }[] {
    return this.#registered;
  }

  /** Tells `listener` of each failure that something stood in for, or that went well when it was tried again. */
  listen(listener: (absorbed: AbsorbedFailure) => void): void {
    this.#listeners.push(listener);
  }

  #budgetOf(operation: string): RetryBudget {
    const known = this.#budgets.get(operation);
    if (known !== undefined) return known;
    const budget = new RetryBudget();
    this.#budgets.set(operation, budget);
    return budget;
  }
}

/** One piece of work from its first try to its end. */
class Run<Value> {
  readonly #attempts: RecoveryAttempt[] = [];
  /** How it first failed. */
  failure: Failure | null = null;

  constructor(
    readonly means: RecoveryMeans,
    readonly budget: RetryBudget,
    readonly work: RecoverableWork<Value>,
    readonly signal: AbortSignal,
  ) {}

  async end(
    stepsFor: (category: ErrorCategory) => readonly RecoveryStep[],
  ): Promise<Recovered<Value>> {
    const first = await this.#try("call", () => this.work.run(this.signal));
    if ("value" in first) return this.#well("succeeded", first.value);
    let failure: Failure = first;
    this.failure = first;
    for (const step of stepsFor(failure.facts.category)) {
      const ended = await this.#step(step, failure);
      if ("outcome" in ended) return ended;
      failure = ended;
    }
    return { outcome: "gave-up", ...failure, attempts: this.#attempts };
  }

  async #step(step: RecoveryStep, failure: Failure): Promise<Recovered<Value> | Failure> {
    switch (step.kind) {
      case "retry":
        return await this.#retry(step, failure);
      case "refresh":
        return await this.#refresh(step, failure);
      case "fallback": {
        const got = await this.#try("fallback", () => this.#instead(step, failure));
        return "value" in got ? this.#well("recovered", got.value) : failure;
      }
      case "compensate":
        return await this.#settle("compensated", failure, () => step.undo(failure.facts));
      case "queue":
        return await this.#settle("queued", failure, () => this.#later(step, failure));
      case "give-up":
        return { outcome: "gave-up", ...failure, attempts: this.#attempts };
    }
  }

  async #instead({ use }: RecoveryStep & { kind: "fallback" }, failure: Failure): Promise<Value> {
    if (use !== undefined) return await use(failure.facts, this.signal) as Value;
    if (this.work.instead === undefined) throw failure.error;
    return await this.work.instead(failure.error, this.signal);
  }

  async #later({ put }: RecoveryStep & { kind: "queue" }, failure: Failure): Promise<void> {
    if (put !== undefined) return await put(failure.facts);
    if (this.work.later === undefined) throw failure.error;
    await this.work.later(failure.error);
  }

  async #retry(
    { times, ...waits }: RecoveryStep & { kind: "retry" },
    failure: Failure,
  ): Promise<Recovered<Value> | Failure> {
    let last = failure;
    let waitMs = waits.baseMs;
    for (let i = 0; i < times && this.#mayRepeat(last) && this.budget.take(); i++) {
      waitMs = nextWaitMs(waitMs, waits, this.means.random);
      await this.means.wait(waitMs, this.signal);
      if (this.signal.aborted) return last;
      const got = await this.#try("retry", () => this.work.run(this.signal));
      if ("value" in got) return this.#well("recovered", got.value);
      last = got;
    }
    return last;
  }

  async #refresh(
    { refresh }: RecoveryStep & { kind: "refresh" },
    failure: Failure,
  ): Promise<Recovered<Value> | Failure> {
    const fresh = await this.#try("refresh", () => refresh(this.signal));
    if (!("value" in fresh) || !this.work.isIdempotent) return failure;
    const got = await this.#try("call", () => this.work.run(this.signal));
    return "value" in got ? this.#well("recovered", got.value) : got;
  }

  #mayRepeat({ facts }: Failure): boolean {
    return this.work.isIdempotent && facts.retriable && !this.signal.aborted;
  }

  async #settle(
    outcome: "compensated" | "queued",
    failure: Failure,
    settle: () => Promise<void>,
  ): Promise<Recovered<Value> | Failure> {
    const kind = outcome === "queued" ? "queue" : "compensate";
    const done = await this.#try(kind, settle);
    return "value" in done ? { outcome, ...failure, attempts: this.#attempts } : failure;
  }

  #well(outcome: "succeeded" | "recovered", value: Value): Recovered<Value> {
    return { outcome, value, attempts: this.#attempts };
  }

  async #try<Result>(
    kind: RecoveryAttempt["kind"],
    attempt: () => Promise<Result>,
  ): Promise<{ value: Result } | Failure> {
    const startMs = this.means.nowMs();
    const record = (code: string) => {
      const durationMs = this.means.nowMs() - startMs;
      this.#attempts.push({ kind, isOk: code === "", code, durationMs });
    };
    try {
      const value = await attempt();
      record("");
      return { value };
    } catch (error) {
      const facts = errorFacts(error);
      record(facts.code);
      return { error, facts };
    }
  }
}

function named({ category, operation }: RecoveryOf): number {
  return (operation === undefined ? 0 : 2) + (category === undefined ? 0 : 1);
}

const MACHINE: RecoveryMeans = {
  nowMs: () => performance.now(),
  random: Math.random,
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener("abort", end);
    }),
};
