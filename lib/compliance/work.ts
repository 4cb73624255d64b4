// What this room does beside requests: it watches the clocks of breaches, reminds of drivers' papers, and sends the report of
// each month and the audit log's checkpoint of each day.
import { bindJob } from "../kv/job.ts";
import type { Work } from "../kv/work.ts";
import { beginCheckpoint, type SendCheckpointDeps, sendCheckpointJob } from "./send-checkpoint.ts";
import { beginReport, type SendReportDeps, sendReportJob } from "./send-report.ts";
import {
  beginPaperReminder,
  type RemindOfPapersDeps,
  remindOfPapersJob,
} from "./remind-of-papers.ts";
import { type WarnDeps, warnOfBreachJob } from "./warn-of-breach.ts";

/** How often it is looked whether a month or a day is over, in milliseconds. */
const LOOK_EVERY_MS = 10 * 60_000;

/** The work of the room. */
export function complianceWork(
  deps: WarnDeps & SendReportDeps & SendCheckpointDeps & RemindOfPapersDeps,
): Work {
  return {
    jobs: [
      bindJob(warnOfBreachJob, deps),
      bindJob(sendReportJob, deps),
      bindJob(sendCheckpointJob, deps),
      bindJob(remindOfPapersJob, deps),
    ],
    rounds: [{
      name: "beginning the report of the month",
      everyMs: LOOK_EVERY_MS,
      isByTheClock: true,
      round: () => beginReport(deps),
    }, {
      name: "beginning the checkpoint of the day",
      everyMs: LOOK_EVERY_MS,
      isByTheClock: true,
      round: () => beginCheckpoint(deps),
    }, {
      name: "beginning the reminder of papers",
      everyMs: LOOK_EVERY_MS,
      isByTheClock: true,
      round: () => beginPaperReminder(deps),
    }],
  };
}
