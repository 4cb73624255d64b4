// What this room does beside requests: subscribers are told what happens to bookings.
import type { Feed } from "../kv/feed.ts";
import type { Work } from "../kv/work.ts";
import { newsReader } from "./gather-news.ts";
import { type TellDeps, tellSubscribers } from "./tell-subscribers.ts";

/** How often subscribers are told, in milliseconds. */
const TELL_EVERY_MS = 2_000;

/** The work of the room. */
export function webhookWork(deps: TellDeps & { feed: Feed }): Work {
  return {
    readers: [newsReader(deps)],
    rounds: [{
      name: "telling subscribers",
      everyMs: TELL_EVERY_MS,
      isByTheClock: true,
      round: () => tellSubscribers(deps),
    }],
  };
}
