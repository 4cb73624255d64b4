// What this room does beside requests: it writes away what was noticed.
import type { Work } from "../kv/work.ts";
import type { SecurityWatch } from "./security-watch.ts";

/** How often, in milliseconds: whoever must look is woken within a minute. */
const FLUSH_EVERY_MS = 10_000;

/** The work of the room. */
export function detectionWork({ securityWatch }: { securityWatch: SecurityWatch }): Work {
  return {
    rounds: [{
      name: "writing away what was noticed",
      everyMs: FLUSH_EVERY_MS,
      round: () => securityWatch.flush(),
    }],
  };
}
