// Reads the feed for what happens to bookings and copies what subscribers are told of it: the feed forgets after two days.
// One row a commit, which moves with the reader's cursor: a killed process repeats nothing and misses nothing.
import { bookingChanged } from "../booking/booking-feed.ts";
import type { FeedReader } from "../kv/feed-reader.ts";
import { bodiesOf } from "../kv/feed-row.ts";
import type { EndpointStore } from "./endpoint-store.ts";
import { webhookKeys } from "./keys.ts";
import { newsOf } from "./webhook-event.ts";

/** The reader. */
export function newsReader({ endpoints }: { endpoints: EndpointStore }): FeedReader {
  return {
    name: "webhooks",
    async effect(tx, commits) {
      // Nobody is told later of what happened before they asked to be told.
      if (!(await endpoints.list()).some(isListening)) return;
      for (const commit of commits) {
        const news = bodiesOf(bookingChanged, commit).flatMap((entry) => newsOf(entry) ?? []);
        if (news.length > 0) tx.set(webhookKeys.news(commit.cursor), news);
      }
    },
    // What was missed cannot be told in its order any more; subscribers see it by the versions that follow.
    rebuild: () => Promise.resolve(),
  };
}

/** One that takes nothing is told all the same once it is mended. */
function isListening({ state }: Awaited<ReturnType<EndpointStore["list"]>>[number]): boolean {
  return state.kind === "on" || state.why === "failing";
}
