// What this room does beside requests: says again what the network tier did not take, keeps patterns, deletes what is over.
import type { Work } from "../kv/work.ts";
import { WRITE_EVERY_MS } from "./instance-roster.ts";
import type { CacheParts } from "./services.ts";

/** How often what was not acknowledged is said again, in milliseconds. */
const SAY_AGAIN_EVERY_MS = 1_000;
/** How often patterns are written away, in milliseconds. */
const KEEP_EVERY_MS = 60_000;
/** How often memory is divided anew, in milliseconds: what moves is held anew, which takes a moment. */
const DIVIDE_EVERY_MS = 60_000;
/** How often times to live are fitted, in milliseconds: an hour's renewals say something. */
const FIT_EVERY_MS = 3_600_000;
/** How often what is over is looked for in the tier, and how long that may take, in milliseconds. */
const SWEEP_EVERY_MS = 10_000;
const SWEEP_DEADLINE_MS = 5_000;

/** The work of the room. */
export function cacheWork({ cacheParts }: { cacheParts: CacheParts }): Work {
  const { tier, adaptiveShares, adaptiveLives, agreement, patternKeeper, instances } = cacheParts;
  const dividing = adaptiveShares === null ? [] : [{
    name: "dividing the cache anew",
    everyMs: DIVIDE_EVERY_MS,
    round: () => Promise.resolve(adaptiveShares.look()),
  }];
  const fitting = adaptiveLives === null ? [] : [{
    name: "fitting how long the cache is fresh",
    everyMs: FIT_EVERY_MS,
    round: () => Promise.resolve(adaptiveLives.look()),
  }];
  const adapting = [...dividing, ...fitting];
  if (tier === null) return adapting.length === 0 ? {} : { rounds: adapting };
  return {
    rounds: [
      ...adapting,
      {
        name: "saying again what is no longer true",
        everyMs: SAY_AGAIN_EVERY_MS,
        round: () => agreement.sayAgain(),
      },
      {
        name: "telling other instances of this one",
        everyMs: WRITE_EVERY_MS,
        round: () => instances.write(),
      },
      {
        name: "keeping what is asked for most",
        everyMs: KEEP_EVERY_MS,
        round: () => patternKeeper.write(),
      },
      {
        name: "deleting what is over in the cache",
        everyMs: SWEEP_EVERY_MS,
        isByTheClock: true,
        round: () => tier.sweep(SWEEP_DEADLINE_MS),
      },
    ],
  };
}
