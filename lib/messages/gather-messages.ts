// Reads the feed and puts what people must be told of it into messages: durable copies, with a job that sends them. They
// are written in the commit that moves the cursor: a killed process repeats nothing and misses nothing.
import { accountNotice } from "../accounts/account-notice.ts";
import { bookingChanged } from "../booking/booking-feed.ts";
import type { FeedCommit } from "../kv/feed.ts";
import type { FeedReader } from "../kv/feed-reader.ts";
import { bodiesOf } from "../kv/feed-row.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import { messageKeys } from "./keys.ts";
import { MessageDraft } from "./message-draft.ts";
import { tellNotice } from "./tell-notice.ts";
import { addReminder } from "./remind-of-ride.ts";
import { reachesOf, tellTicketLinks } from "./tell-ticket-link.ts";
import { ticketWanted } from "./ticket-wanted.ts";
import { type TellDeps, tellOfBooking } from "./tell-of-booking.ts";

/** What gathering needs. */
export interface GatherMessagesDeps extends TellDeps {
  db: Database;
  jobs: JobQueue;
}

/** Most entries one commit covers: each is told by some fifteen writes at most, and a commit holds 250. */
const MAX_ENTRIES = 15;

/** The reader. */
export function messageReader(deps: GatherMessagesDeps): FeedReader {
  return {
    name: "messages",
    fits: entriesThatFit,
    async effect(tx, commits) {
      if (deps.channels.length === 0) return;
      const begun = await readIfReadable(deps.db.write, messageKeys.messagesBegun());
      tx.check(begun.key, begun.versionstamp);
      const draft = new MessageDraft(deps);
      for (const commit of commits) {
        for (const entry of bodiesOf(bookingChanged, commit)) {
          const booking = await tellOfBooking(deps, draft, entry);
          if (booking !== null) addReminder(deps, tx, booking);
          for (const one of booking === null ? [] : await reachesOf(deps, booking)) {
            draft.setReach(one);
          }
        }
        for (const entry of bodiesOf(accountNotice, commit)) await tellNotice(deps, draft, entry);
        for (const entry of bodiesOf(ticketWanted, commit)) {
          await tellTicketLinks(deps, draft, entry);
        }
      }
      draft.addTo(tx);
    },
    // What happened before anybody listened was told in other ways, or is too old to be.
    rebuild: () => Promise.resolve(),
  };
}

/** How many of the commits one effect takes; one at least. */
function entriesThatFit(commits: readonly FeedCommit[]): number {
  let entries = 0;
  const first = commits.findIndex((commit) => (entries += commit.entries.length) > MAX_ENTRIES);
  return first < 0 ? commits.length : Math.max(1, first);
}
