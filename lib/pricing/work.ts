// What this room does beside requests: tariffs that another process has saved are read again.
import type { Feed } from "../kv/feed.ts";
import type { Work } from "../kv/work.ts";
import type { TariffStore } from "./tariff-store.ts";

/** How often another process's changes are looked for, in milliseconds; a look is one read. */
const LOOK_EVERY_MS = 2_000;

/** The work of the room. */
export function pricingWork({ tariffs, feed }: { tariffs: TariffStore; feed: Feed }): Work {
  return {
    rounds: [{
      name: "reading tariffs",
      everyMs: LOOK_EVERY_MS,
      round: () => tariffs.refresh(),
      wake: (listener) => feed.listen(listener),
    }],
  };
}
