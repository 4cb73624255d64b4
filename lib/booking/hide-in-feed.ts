// What the feed tells of bookings from before their customer's identity was protected: it is kept for two days, and boards that
// were away are told it again. The rows are written anew without whom they are about.
import type { Feed, FeedCommit } from "../kv/feed.ts";
import { bodiesOf, type FeedEntry } from "../kv/feed-row.ts";
import type { BookingChanged, BookingSummary } from "./booking.ts";
import { bookingChanged } from "./booking-feed.ts";
import { veiledSummary } from "./summarise.ts";

/** Commits of the feed read at once. */
const COMMITS_PER_READ = 200;
/** Most commits that are looked at: two days of the busiest company there is. */
const MAX_COMMITS = 500_000;

/** What hiding needs. */
export interface HideInFeedDeps {
  feed: Pick<Feed, "since" | "renew">;
}

/** Hides bookings in everything the feed still tells; how many commits told of them. */
export async function hideInFeed(
  { feed }: HideInFeedDeps,
  ids: ReadonlySet<string>,
): Promise<number> {
  let hidden = 0;
  let cursor = "";
  for (let looked = 0; ids.size > 0 && looked < MAX_COMMITS; looked += COMMITS_PER_READ) {
    const { commits, complete } = await feed.since(cursor, COMMITS_PER_READ);
    for (const commit of commits) {
      if (!tellsOf(commit, ids)) continue;
      const entries = commit.entries.map((entry) => hiddenEntry(entry, ids));
      // One that is pruned meanwhile tells nobody anything.
      if (await feed.renew(commit, entries, [bookingChanged])) hidden++;
    }
    cursor = commits.at(-1)?.cursor ?? cursor;
    if (complete) break;
  }
  return hidden;
}

function tellsOf(commit: FeedCommit, ids: ReadonlySet<string>): boolean {
  return bodiesOf(bookingChanged, commit).some(({ summary }) => isOpen(summary, ids));
}

function isOpen({ id, veiled }: BookingSummary, ids: ReadonlySet<string>): boolean {
  return !veiled && ids.has(id);
}

function hiddenEntry(entry: FeedEntry, ids: ReadonlySet<string>): FeedEntry {
  const [body] = bodiesOf(bookingChanged, { entries: [entry] });
  if (body === undefined || !isOpen(body.summary, ids)) return entry;
  const hidden: BookingChanged = { ...body, summary: veiledSummary(body.summary) };
  return { kind: entry.kind, body: hidden };
}
