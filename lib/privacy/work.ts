// What this room has to do beside requests: a new number of whoever is covered is covered too, and restrictions of earlier
// releases cover the rides they are about.
import { backfill } from "../kv/backfill.ts";
import { bindJob } from "../kv/job.ts";
import type { Work } from "../kv/work.ts";
import { addCover } from "./change-limits.ts";
import { coverReachJob, reachReader, type ReachReaderDeps } from "./follow-reach.ts";
import { privacyKeys } from "./keys.ts";

/** The work of this room. */
export function privacyWork(deps: ReachReaderDeps): Work {
  const covers = backfill(
    "restricted-rides",
    privacyKeys.subjectLimits.prefix,
    (tx, limits) => addCover(deps, tx, limits),
  );
  return {
    jobs: [bindJob(coverReachJob, deps)],
    readers: [reachReader(deps)],
    backfills: [covers],
  };
}
