// What the feed tells of people: that what somebody may do has changed, or that a session has ended.
import { type FeedBody, feedKind } from "../kv/feed-row.ts";
import type { PersonId } from "./person.ts";

/** Open streams of the person look again at whether they may go on. No names, no addresses. */
export interface AccessChanged extends FeedBody {
  personId: PersonId;
  /** The one session that ended, or null when all of the person's are concerned. */
  sessionId: string | null;
}

/** Entries of people. */
export const accessChanged = feedKind<AccessChanged>("access");
