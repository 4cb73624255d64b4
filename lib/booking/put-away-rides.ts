// Reads on the feed that a ride of who has their data restricted is over, and hides in it what was told of that ride before:
// while it was under way it was told whom it was for.
import type { FeedReader } from "../kv/feed-reader.ts";
import { bodiesOf } from "../kv/feed-row.ts";
import { bookingChanged } from "./booking-feed.ts";
import { hideInFeed, type HideInFeedDeps } from "./hide-in-feed.ts";

/** The reader. */
export function putAwayReader(deps: HideInFeedDeps): FeedReader {
  return {
    name: "restricted-rides",
    async effect(_tx, commits) {
      const over = commits.flatMap((commit) => bodiesOf(bookingChanged, commit))
        // What a restriction itself has covered is hidden where it is followed.
        .filter(({ type, summary }) => summary.restricted && type !== "veil-changed")
        .map(({ summary: { id, veiled, restricted } }) => [id, { veiled, restricted }] as const);
      await hideInFeed(deps, new Map(over));
    },
    // What it missed is no longer on the feed either.
    rebuild: () => Promise.resolve(),
  };
}
