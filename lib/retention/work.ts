// What retention does beside requests: a run a day, at night, a few pages at a time.
import type { Work } from "../kv/work.ts";
import { nextPage, type RetentionDeps } from "./run-retention.ts";

/** How often the run goes on, in milliseconds. */
const ROUND_MS = 10_000;
/** Most pages of one round: 5,000 rows are looked at, and a million in a night. */
const PAGES_PER_ROUND = 20;

/** The work of this room. */
export function retentionWork(deps: RetentionDeps & { shutdown: AbortSignal }): Work {
  return {
    rounds: [{
      name: "keeping what must be kept, and no more",
      everyMs: ROUND_MS,
      isByTheClock: true,
      async round() {
        for (let pages = 0; pages < PAGES_PER_ROUND && !deps.shutdown.aborted; pages++) {
          if (await nextPage(deps) !== "more") return;
        }
      },
    }],
  };
}
