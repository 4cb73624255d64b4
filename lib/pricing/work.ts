// What this room does beside requests: tariffs that another process has saved are read again.
import type { Work } from "../kv/work.ts";
import type { TariffStore } from "./tariff-store.ts";

/**
 * How often another process's changes are looked for, in milliseconds. A look is one read; every booking rings
 * the bell of the feed, so that waking by it would look far more often.
 */
const LOOK_EVERY_MS = 2_000;

/** The work of the room. */
export function pricingWork({ tariffs }: { tariffs: TariffStore }): Work {
  return {
    rounds: [{
      name: "reading tariffs",
      everyMs: LOOK_EVERY_MS,
      round: () => tariffs.refresh(),
    }],
  };
}
