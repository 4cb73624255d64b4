// What this room does beside requests: it watches the clocks of breaches, and sends the report of each month.
import { bindJob } from "../kv/job.ts";
import type { Work } from "../kv/work.ts";
import { beginReport, type SendReportDeps, sendReportJob } from "./send-report.ts";
import { type WarnDeps, warnOfBreachJob } from "./warn-of-breach.ts";

/** How often it is looked whether a month is over, in milliseconds. */
const MONTH_EVERY_MS = 10 * 60_000;

/** The work of the room. */
export function complianceWork(deps: WarnDeps & SendReportDeps): Work {
  return {
    jobs: [bindJob(warnOfBreachJob, deps), bindJob(sendReportJob, deps)],
    rounds: [{
      name: "beginning the report of the month",
      everyMs: MONTH_EVERY_MS,
      isByTheClock: true,
      round: () => beginReport(deps),
    }],
  };
}
