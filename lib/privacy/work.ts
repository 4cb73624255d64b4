// What this room has to do beside requests: restrictions of earlier releases cover the rides they are about.
import { backfill } from "../kv/backfill.ts";
import type { Work } from "../kv/work.ts";
import { addCover, type LimitDeps } from "./change-limits.ts";
import { privacyKeys } from "./keys.ts";

/** The work of this room. */
export function privacyWork(deps: LimitDeps): Work {
  const covers = backfill(
    "restricted-rides",
    privacyKeys.subjectLimits.prefix,
    (tx, limits) => addCover(deps, tx, limits),
  );
  return { backfills: [covers] };
}
