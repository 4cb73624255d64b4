// What the feed tells of bookings from before their customer was covered: it is kept for two days, and boards that
// were away are told it again. The rows are written anew without whom they are about.
import type { Feed, FeedCommit } from "../kv/feed.ts";
import { bodiesOf, type FeedEntry } from "../kv/feed-row.ts";
import type { BookingSummary, Cover } from "./booking.ts";
import type { BookingChanged } from "./booking-changed.ts";
import { bookingChanged } from "./booking-feed.ts";
import { coveredSummary } from "./summarise.ts";

/** Commits of the feed read at once. */
const COMMITS_PER_READ = 200;
/** Most commits that are looked at: two days of the busiest company there is. */
const MAX_COMMITS = 500_000;

/** What hiding needs. */
export interface HideInFeedDeps {
  feed: Pick<Feed, "since" | "renew">;
}

/** Hides bookings in everything the feed still tells, each for its reason; how many commits told of them. */
export async function hideInFeed(
  { feed }: HideInFeedDeps,
  covers: ReadonlyMap<string, Cover>,
): Promise<number> {
  let hidden = 0;
  let cursor = "";
  for (let looked = 0; covers.size > 0 && looked < MAX_COMMITS; looked += COMMITS_PER_READ) {
    const { commits, complete } = await feed.since(cursor, COMMITS_PER_READ);
    for (const commit of commits) {
      if (!tellsOf(commit, covers)) continue;
      const entries = commit.entries.map((entry) => hiddenEntry(entry, covers));
      // One that is pruned meanwhile tells nobody anything.
      if (await feed.renew(commit, entries, [bookingChanged])) hidden++;
    }
    cursor = commits.at(-1)?.cursor ?? cursor;
    if (complete) break;
  }
  return hidden;
}

function tellsOf(commit: FeedCommit, covers: ReadonlyMap<string, Cover>): boolean {
  return bodiesOf(bookingChanged, commit).some(({ summary }) => isOpen(summary, covers));
}

function isOpen({ id, veiled, restricted }: BookingSummary, covers: ReadonlyMap<string, Cover>) {
  return !veiled && !restricted && covers.has(id);
}

function hiddenEntry(entry: FeedEntry, covers: ReadonlyMap<string, Cover>): FeedEntry {
  const [body] = bodiesOf(bookingChanged, { entries: [entry] });
  const cover = body && covers.get(body.summary.id);
  if (!cover || !isOpen(body.summary, covers)) return entry;
  const hidden: BookingChanged = { ...body, summary: coveredSummary(body.summary, cover) };
  return { kind: entry.kind, body: hidden };
}
