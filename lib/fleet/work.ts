// What this room does beside requests: a fleet that was changed by another process is read again, and vehicles it
// took out of traffic are known here.
import type { Feed } from "../kv/feed.ts";
import type { Work } from "../kv/work.ts";
import type { FleetServices } from "./services.ts";

/**
 * How often another process's changes are looked for, in milliseconds. A look is one read; every booking rings
 * the bell of the feed, so that waking by it would look far more often.
 */
const LOOK_EVERY_MS = 2_000;
/** How often outages are looked for when no entry of the feed has woken us, in milliseconds. */
const OUTAGES_EVERY_MS = 30_000;

/** The work of the room. */
export function fleetWork({ fleet, schedules, feed }: FleetServices & { feed: Feed }): Work {
  return {
    rounds: [{
      name: "reading the fleet",
      everyMs: LOOK_EVERY_MS,
      round: () => fleet.refresh(),
    }, {
      name: "reading outages",
      everyMs: OUTAGES_EVERY_MS,
      round: () => schedules.outages.follow(),
      wake: (listener) => feed.listen(listener),
    }],
  };
}
