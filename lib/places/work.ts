// What this room does beside requests: landmarks that an operator has changed, here or in another process, are
// put into the index.
import type { Feed } from "../kv/feed.ts";
import type { Work } from "../kv/work.ts";
import type { LandmarkStore } from "./landmark-store.ts";

/** How often landmarks are looked at when no entry of the feed has woken us, in milliseconds. */
const LOOK_EVERY_MS = 30_000;

/** The work of the room. */
export function placeWork({ landmarks, feed }: { landmarks: LandmarkStore; feed: Feed }): Work {
  return {
    rounds: [{
      name: "reading landmarks",
      everyMs: LOOK_EVERY_MS,
      // The rows themselves say whether they are new, so a missed or a foreign wake-up does no harm.
      round: () => landmarks.refresh(),
      wake: (listener) => feed.listen(listener),
    }],
  };
}
