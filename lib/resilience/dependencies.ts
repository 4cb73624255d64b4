// The services of others that one process asks: the one place they are opened in, and where their state is read.
import { type Clock, systemClock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import {
  type Attempt,
  Dependency,
  type DependencyDeps,
  type DependencyOptions,
  type DependencyState,
} from "./dependency.ts";

/** What they stand on; the machine's clocks unless a test chooses. */
export type DependenciesOptions =
  & { log: Logger; clock?: Clock }
  & Partial<Pick<DependencyDeps, "now" | "deadline">>;

/** All of one process. */
export class Dependencies implements Disposable {
  readonly #deps: DependencyDeps;
  readonly #open: Dependency[] = [];
  readonly #listeners: ((attempt: Attempt) => void)[] = [];

  constructor({ clock = systemClock, ...options }: DependenciesOptions) {
    this.#deps = {
      now: () => performance.now(),
      deadline: (ms) => AbortSignal.timeout(ms),
      ...options,
      clock,
      onAttempt: (attempt) => this.#listeners.forEach((listener) => listener(attempt)),
    };
  }

  /** Milliseconds on the clock they go by, which only goes forward. */
  now(): number {
    return this.#deps.now();
  }

  /** One more; the product opens each of them once, when it starts. */
  open(options: DependencyOptions): Dependency {
    const dependency = new Dependency(options, this.#deps);
    this.#open.push(dependency);
    return dependency;
  }

  /** Forgets one that nobody asks any more. */
  close(dependency: Dependency): void {
    const at = this.#open.indexOf(dependency);
    if (at >= 0) this.#open.splice(at, 1);
    dependency[Symbol.dispose]();
  }

  /** Tells `listener` of each try from now on. */
  listen(listener: (attempt: Attempt) => void): void {
    this.#listeners.push(listener);
  }

  /** What is known of each. */
  states(): DependencyState[] {
    return this.#open.map((dependency) => dependency.state());
  }

  /** Closes all connections. */
  [Symbol.dispose](): void {
    for (const dependency of this.#open) dependency[Symbol.dispose]();
  }
}
