// What this room does beside requests: it compares each day with the provider's books once it is over.
import { bindJob } from "../kv/job.ts";
import type { Work } from "../kv/work.ts";
import { beginNextDay } from "./begin-reconciliation.ts";
import { reconcileDayJob, type ReconcileDeps } from "./reconcile-day.ts";

/** How often it is looked whether a day is over, in milliseconds. */
const LOOK_EVERY_MS = 10 * 60_000;

/** The work of the room. */
export function reconciliationWork(deps: ReconcileDeps): Work {
  return {
    jobs: [bindJob(reconcileDayJob, deps)],
    rounds: [{
      name: "beginning the comparison of the day",
      everyMs: LOOK_EVERY_MS,
      isByTheClock: true,
      round: () => beginNextDay(deps),
    }],
  };
}
