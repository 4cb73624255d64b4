// What this room does beside requests: a fleet that was changed by another process is read again.
import type { Work } from "../kv/work.ts";
import type { FleetStore } from "./fleet-store.ts";

/**
 * How often another process's changes are looked for, in milliseconds. A look is one read; every booking rings
 * the bell of the feed, so that waking by it would look far more often.
 */
const LOOK_EVERY_MS = 2_000;

/** The work of the room. */
export function fleetWork({ fleet }: { fleet: FleetStore }): Work {
  return {
    rounds: [{
      name: "reading the fleet",
      everyMs: LOOK_EVERY_MS,
      round: () => fleet.refresh(),
    }],
  };
}
