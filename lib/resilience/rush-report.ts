// A rush in the log: one line when people are first turned away and one a minute as long as it lasts. A line for each of
// them would cost more than it tells.
import { RequestError } from "../errors/request-error.ts";
import { failureReference, type RandomBytes } from "../kernel/ids.ts";
import type { Logger } from "../kernel/log.ts";
import type { LoadShedder } from "./load-shedder.ts";

/** How often it is looked whether people were turned away, in milliseconds. */
export const LOOK_EVERY_MS = 1_000;

/** Time between two lines about one rush; without a refusal for as long it is over. */
const MINUTE_MS = 60_000;

/** What it needs. */
export interface RushReportDeps {
  shedder: Pick<LoadShedder, "state">;
  log: Logger;
  randomBytes: RandomBytes;
  /** Where failures are taken down. Never throws, never waits. */
  incidents: { note(error: unknown, context: { operation: string; reference: string }): unknown };
  /** Milliseconds, on a clock that only goes forward. */
  now?: () => number;
}

/** The report as a service. */
export function rushServices(deps: RushReportDeps): { rush: RushReport } {
  return { rush: new RushReport(deps) };
}

/** Tells of the rushes of one process. */
export class RushReport {
  readonly #deps: RushReportDeps;
  readonly #now: () => number;
  #reference: string;
  #told = 0;
  #toldMs: number | null = null;

  constructor(deps: RushReportDeps) {
    this.#deps = deps;
    this.#now = deps.now ?? (() => performance.now());
    this.#reference = failureReference(deps.randomBytes);
  }

  /** What everybody is told who is turned away in this rush. */
  get reference(): string {
    return this.#reference;
  }

  /** To be called every LOOK_EVERY_MS. */
  look(): void {
    if (this.#toldMs !== null && this.#now() - this.#toldMs < MINUTE_MS) return;
    const count = turnedAway(this.#deps.shedder) - this.#told;
    if (count > 0) return this.#tell(count);
    if (this.#toldMs === null) return;
    this.#deps.log.info("the rush is over", { requestId: this.#reference });
    this.#toldMs = null;
    this.#reference = failureReference(this.#deps.randomBytes);
  }

  #tell(count: number): void {
    const { log, incidents } = this.#deps;
    this.#told += count;
    this.#toldMs = this.#now();
    const error = new RequestError("overloaded", { retryAfterSeconds: 0 });
    const facts = { requestId: this.#reference, status: 503, code: error.code, count };
    log.warn("people were told to come back", facts);
    incidents.note(error, { operation: "rush", reference: this.#reference });
  }
}

function turnedAway(shedder: Pick<LoadShedder, "state">): number {
  return Object.values(shedder.state().shed).reduce((all, each) => all + each, 0);
}
