// The one place that knows how the parts are: probes for supervisors, the operators' banner and the customers' sentence
// read the same states.
import type { Clock } from "../kernel/clock.ts";
import { downParts } from "./degradation-rules.ts";
import type { DownPart, PartState, Seen } from "./part.ts";

/** Looks at some parts. Never throws: what is wrong is the answer. */
export type Look = () => readonly Seen[] | Promise<readonly Seen[]>;

/** What it stands on. */
export interface HealthDeps {
  clock: Clock;
  looks: readonly Look[];
}

/** The states of all parts, as they were seen last. */
export class Health {
  readonly #deps: HealthDeps;
  readonly #listeners = new Set<() => void>();
  #states: readonly PartState[] = [];

  constructor(deps: HealthDeps) {
    this.#deps = deps;
  }

  /** Looks at everything now. Never throws. */
  async look(): Promise<readonly PartState[]> {
    const seen = (await Promise.all(this.#deps.looks.map((look) => look()))).flat();
    const time = this.#deps.clock.now().toString();
    const before = this.#states;
    this.#states = seen.map((one) => ({ ...one, time, since: sinceOf(before, one, time) }));
    if (wordsOf(before) !== wordsOf(this.#states)) {
      for (const listener of this.#listeners) listener();
    }
    return this.#states;
  }

  /** As it was seen last; nothing before the first look. */
  known(): readonly PartState[] {
    return this.#states;
  }

  /** What was down when it was looked at last, and what that costs. */
  down(): DownPart[] {
    return downParts(this.#states);
  }

  /** Calls `listener` whenever something has gone down or come back, until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/** Whoever looked may know it better; else it is what it was, or begins now. */
function sinceOf(
  before: readonly PartState[],
  { name, status, since }: Seen,
  time: string,
): string {
  if (since !== undefined) return since;
  const former = before.find((one) => one.name === name);
  return former?.status === status ? former.since : time;
}

function wordsOf(states: readonly PartState[]): string {
  return states.filter(({ status }) => status !== "pass").map(({ name, status, since }) =>
    `${name} ${status} ${since}`
  ).join();
}
