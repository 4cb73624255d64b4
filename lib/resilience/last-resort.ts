// What nobody caught: told under a reference and counted, and the process goes on, because a fault in one corner
// must not end every customer's booking with it.
import { failureReference, type RandomBytes } from "../kernel/ids.ts";
import type { Logger } from "../kernel/log.ts";

/** More faults than this within a minute are a state of the process, no accident. */
export const MANY_FAULTS = 10;

const MINUTE_MS = 60_000;

/** How a fault came up: thrown outside every call, or a rejection that nobody waited for. */
export type FaultKind = "error" | "unhandledrejection";

/** What it needs. */
export interface LastResortDeps {
  log: Logger;
  /** Milliseconds, on any clock that only goes forward. */
  now: () => number;
  /** A new reference, by which a line of the log is found. */
  reference: () => string;
  /** Where failures are taken down. Never throws, never waits. */
  incidents: { note(error: unknown, context: { operation: string; reference: string }): unknown };
}

/** The last resort as a service. */
export function lastResortServices(
  { log, randomBytes, incidents }: Pick<LastResortDeps, "log" | "incidents"> & {
    randomBytes: RandomBytes;
  },
): { lastResort: LastResort } {
  const now = () => performance.now();
  const reference = () => failureReference(randomBytes);
  return { lastResort: new LastResort({ log, incidents, now, reference }) };
}

/** The faults of one process. */
export class LastResort {
  readonly #deps: LastResortDeps;
  readonly #counts: Record<FaultKind, number> = { error: 0, unhandledrejection: 0 };
  /** When the latest came up, the oldest first; never more than are needed to say that they are many. */
  #latest: number[] = [];
  #saidMany = false;

  constructor(deps: LastResortDeps) {
    this.#deps = deps;
  }

  /** Counts since the process began. */
  get counts(): Readonly<Record<FaultKind, number>> {
    return this.#counts;
  }

  /** True when more than MANY_FAULTS came up within the last minute. */
  areMany(): boolean {
    return this.#recent().length > MANY_FAULTS;
  }

  /**
   * Takes a fault: counted with its like, and one record each; when they are many that is said once, and the rest are
   * only counted.
   */
  take(kind: FaultKind, error: unknown): void {
    const { log, now, incidents } = this.#deps;
    const requestId = this.#deps.reference();
    this.#counts[kind]++;
    incidents.note(error, { operation: kind, reference: requestId });
    this.#latest = [...this.#recent(), now()].slice(-MANY_FAULTS - 1);
    if (!this.areMany()) {
      this.#saidMany = false;
      return log.error("nobody caught a fault", { requestId, code: kind, error });
    }
    if (!this.#saidMany) {
      log.error("many faults, those that follow are only counted", {
        ...{ requestId, code: kind, error },
        count: this.#counts.error + this.#counts.unhandledrejection,
      });
    }
    this.#saidMany = true;
  }

  #recent(): number[] {
    const since = this.#deps.now() - MINUTE_MS;
    return this.#latest.filter((ms) => ms > since);
  }
}

/** Where faults come up; `globalThis` in a process. */
export type FaultSource = Pick<typeof globalThis, "addEventListener">;

/** From here on a fault that nobody catches is taken instead of ending the process. */
export function installLastResort(lastResort: LastResort, source: FaultSource): void {
  source.addEventListener("error", (event) => {
    event.preventDefault();
    lastResort.take("error", event.error);
  });
  source.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    lastResort.take("unhandledrejection", event.reason);
  });
}
