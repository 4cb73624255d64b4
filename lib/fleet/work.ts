// What this room does beside requests: a fleet that was changed by another process is read again.
import type { Feed } from "../kv/feed.ts";
import type { Work } from "../kv/work.ts";
import type { FleetStore } from "./fleet-store.ts";

/** How often another process's changes are looked for, in milliseconds; a look is one read. */
const LOOK_EVERY_MS = 2_000;

/** The work of the room. */
export function fleetWork({ fleet, feed }: { fleet: FleetStore; feed: Feed }): Work {
  return {
    rounds: [{
      name: "reading the fleet",
      everyMs: LOOK_EVERY_MS,
      round: () => fleet.refresh(),
      wake: (listener) => feed.listen(listener),
    }],
  };
}
