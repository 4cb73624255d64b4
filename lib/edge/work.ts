// What this room does beside requests: the cache in front is told what is no longer so.
import type { Work } from "../kv/work.ts";
import { LOOK_EVERY_MS } from "./purge-rules.ts";
import type { EdgeServices } from "./services.ts";

/** The work of the room. */
export function edgeWork({ edgeTeller }: EdgeServices): Work {
  if (edgeTeller === null) return {};
  return {
    rounds: [{
      name: "telling the edge",
      everyMs: LOOK_EVERY_MS,
      round: () => edgeTeller.look(),
    }],
  };
}
