// What retention does beside requests: a run a day, at night, a few pages at a time; erasures step by step.
import { bindJob } from "../kv/job.ts";
import type { Work } from "../kv/work.ts";
import { type EraseDeps, eraseJob, goOnTelling } from "./erase-subject.ts";
import { nextPage, type RetentionDeps } from "./run-retention.ts";
import { tellOfLimits, type TellOfLimitsDeps } from "./tell-of-limits.ts";
import { RequestWatch, type WatchRequestsDeps } from "./watch-requests.ts";

/** How often the run goes on, in milliseconds. */
const ROUND_MS = 10_000;
/** Most pages of one round: 5,000 rows are looked at, and a million in a night. */
const PAGES_PER_ROUND = 20;
/** How often it is looked whether those outside have been told, in milliseconds. */
const TELL_ROUND_MS = 30_000;
/** How often requests are looked after, in milliseconds: days matter, not minutes. */
const WATCH_ROUND_MS = 15 * 60_000;

/** The work of this room. */
export function retentionWork(
  deps: RetentionDeps & EraseDeps & TellOfLimitsDeps & WatchRequestsDeps & {
    shutdown: AbortSignal;
  },
): Work {
  const watch = new RequestWatch(deps);
  return {
    jobs: [bindJob(eraseJob, deps)],
    rounds: [{
      name: "carrying out retention",
      everyMs: ROUND_MS,
      isByTheClock: true,
      async round() {
        for (let pages = 0; pages < PAGES_PER_ROUND && !deps.shutdown.aborted; pages++) {
          if (await nextPage(deps) !== "more") return;
        }
      },
    }, {
      name: "telling recipients",
      everyMs: TELL_ROUND_MS,
      isByTheClock: true,
      async round() {
        await goOnTelling(deps);
        await tellOfLimits(deps);
      },
    }, {
      name: "looking after requests for data",
      everyMs: WATCH_ROUND_MS,
      isByTheClock: true,
      round: () => watch.look(),
    }],
  };
}
