// What this room does beside requests: drafts are published on their day, and tariffs that another process has
// saved are read again.
import type { Work } from "../kv/work.ts";
import { publicationJob, type PublishDeps } from "./publish-tariff-draft.ts";
import type { TariffStore } from "./tariff-store.ts";

/**
 * How often another process's changes are looked for, in milliseconds. A look is one read; every booking rings
 * the bell of the feed, so that waking by it would look far more often.
 */
const LOOK_EVERY_MS = 2_000;

/** The work of the room. */
export function pricingWork(deps: PublishDeps & { tariffs: TariffStore }): Work {
  const { tariffs } = deps;
  return {
    jobs: [publicationJob(deps)],
    rounds: [{
      name: "reading tariffs",
      everyMs: LOOK_EVERY_MS,
      round: () => tariffs.refresh(),
    }],
  };
}
