// What this room does beside requests: it watches the clocks of breaches.
import { bindJob } from "../kv/job.ts";
import type { Work } from "../kv/work.ts";
import { type WarnDeps, warnOfBreachJob } from "./warn-of-breach.ts";

/** The work of the room. */
export function complianceWork(deps: WarnDeps): Work {
  return { jobs: [bindJob(warnOfBreachJob, deps)] };
}
