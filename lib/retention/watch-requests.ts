// Looks after requests for data: an erasure that stands still goes on, and a request that is due soon is raised.
import type { IncidentLog } from "../incidents/incident-log.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import type { DataRequest } from "../privacy/data-request.ts";
import { daysLeft } from "../privacy/data-request-rules.ts";
import type { DataRequestStore } from "../privacy/data-request-store.ts";
import { eraseJob } from "./erase-subject.ts";
import type { RetentionStore } from "./retention-store.ts";

/** Days before a request is due on which it is raised; once more each day when it is late. */
export const RAISED_AT_DAYS: readonly number[] = [7, 2];
/** How long an erasure may stand still before it is begun again, in milliseconds: longer than its job is retried. */
const STANDS_STILL_MS = 2 * 60 * 60_000;

/** A request is due soon, or late. */
export class RequestDue extends Error {
  override name = "RequestDue";
}

/** What looking needs. */
export interface WatchRequestsDeps {
  db: Database;
  clock: Clock;
  log: Logger;
  jobs: JobQueue;
  requests: DataRequestStore;
  retentionStore: RetentionStore;
  incidents: Pick<IncidentLog, "note">;
}

/** Raises each request once at each of its days; a process that starts anew raises it again. */
export class RequestWatch {
  readonly #deps: WatchRequestsDeps;
  readonly #raised = new Map<string, number>();

  constructor(deps: WatchRequestsDeps) {
    this.#deps = deps;
  }

  /** One look. */
  async look(): Promise<void> {
    const open = await this.#deps.requests.open();
    for (const request of open) this.#raise(request);
    const ids = new Set(open.map(({ id }) => id));
    for (const id of this.#raised.keys()) if (!ids.has(id)) this.#raised.delete(id);
    await this.#goOn(open);
  }

  #raise(request: DataRequest): void {
    const { log, incidents, clock } = this.#deps;
    const days = daysLeft(request, clock.now());
    const step = stepOf(days);
    if (step === null || (this.#raised.get(request.id) ?? Infinity) <= step) return;
    this.#raised.set(request.id, step);
    const error = new RequestDue(`A ${request.type} request has ${days} days left`);
    log.error("a data request is due soon", { id: request.id, count: days, error });
    incidents.note(error, { operation: "answering data requests" });
  }

  async #goOn(open: readonly DataRequest[]): Promise<void> {
    const { db, clock, jobs, retentionStore } = this.#deps;
    const nowMs = clock.now().epochMilliseconds;
    const ids = open.filter(({ type }) => type === "erasure").map(({ id }) => id);
    const still = (await retentionStore.openErasures(ids))
      .filter(({ changedAt }) => Date.parse(changedAt) + STANDS_STILL_MS <= nowMs);
    for (const { requestId } of still) {
      await commitWithRetry(db, (tx) => {
        jobs.add(tx, eraseJob, { requestId }, nowMs, requestId);
        return Promise.resolve(null);
      });
    }
  }
}

/** The day a request is raised for: the smallest that has come, below zero a day each once it is late. */
function stepOf(days: number): number | null {
  if (days < 0) return days;
  return RAISED_AT_DAYS.filter((day) => days <= day).at(-1) ?? null;
}
