// What this room does beside requests: drafts are published on their day, and tariffs that another process has
// saved are read again.
import type { Work } from "../kv/work.ts";
import type { Rounds } from "../kv/rounds.ts";
import { ProductError } from "../errors/product-error.ts";
import { publicationJob, type PublishDeps } from "./publish-tariff-draft.ts";
import { type UnreadableTariff, unsoldDays } from "./tariff-rules.ts";
import type { CacheServices } from "../cache/services.ts";
import { warmRoutes, type WarmRoutesDeps } from "./warm-routes.ts";
import type { QuoteStore } from "./quote-store.ts";
import type { TariffStore } from "./tariff-store.ts";

/**
 * How often another process's changes are looked for, in milliseconds. A look is one read; every booking rings
 * the bell of the feed, so that waking by it would look far more often.
 */
const LOOK_EVERY_MS = 2_000;

/** How often what was recorded is asked for until there is some, in milliseconds. */
const WARM_EVERY_MS = 60_000;

/** What the work stands on. */
export type PricingWorkDeps = PublishDeps & WarmRoutesDeps & Pick<CacheServices, "cacheParts"> & {
  tariffs: TariffStore;
  quotes: Pick<QuoteStore, "countStored">;
  /** Takes down a failure. */
  noteFailure: (error: ProductError) => void;
};

/** The work of the room. */
export function pricingWork(deps: PricingWorkDeps): Work {
  const { tariffs } = deps;
  return {
    jobs: [publicationJob(deps)],
    rounds: [
      {
        name: "reading tariffs",
        everyMs: LOOK_EVERY_MS,
        round: () => tariffs.refresh(),
      },
      tellOfUnsold(deps),
      countQuotes(deps),
      ...warming(deps),
    ],
  };
}

/** Once, as soon as the tier has told what was recorded; without one nothing was. */
function warming(deps: WarmRoutesDeps & Pick<CacheServices, "cacheParts">): Rounds[] {
  if (deps.cacheParts.tier === null) return [];
  let isWarm = false;
  const round = async () => {
    if (isWarm) return;
    const { warmed, failed } = await warmRoutes(deps);
    isWarm = warmed + failed > 0;
  };
  return [{ name: "warming ways", everyMs: WARM_EVERY_MS, round }];
}

/** Counts what an earlier process stored, a little at a time: it takes room as well. */
function countQuotes({ quotes }: Pick<PricingWorkDeps, "quotes">): Rounds {
  return {
    name: "counting quotes of earlier processes",
    everyMs: LOOK_EVERY_MS,
    round: async () => void await quotes.countStored(),
  };
}

/** Says once of each tariff that cannot be read and keeps days from being sold. */
function tellOfUnsold(
  { tariffs, noteFailure }: Pick<PricingWorkDeps, "tariffs" | "noteFailure">,
): Rounds {
  const told = new Set<string>();
  return {
    name: "looking for days that cannot be sold",
    everyMs: LOOK_EVERY_MS,
    async round() {
      const book = await tariffs.book();
      for (const one of book.unreadable) {
        if (told.has(one.version) || unsoldDays(book, one) === null) continue;
        told.add(one.version);
        noteFailure(unsold(one));
      }
    },
  };
}

function unsold({ version }: UnreadableTariff): ProductError {
  const words = `The tariff ${version} cannot be read: the days it rules are not sold`;
  return new ProductError("tariff-unreadable", words, "database", "critical", { version }, false);
}
