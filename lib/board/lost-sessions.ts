// Who must be seen out of an open board: signed out, blocked, or no longer of the staff.
import { accessChanged } from "../accounts/person-feed.ts";
import { operatorOfSession } from "../accounts/session-rules.ts";
import type { SessionStore } from "../accounts/session-store.ts";
import type { FeedCommit } from "../kv/feed.ts";
import { bodiesOf } from "../kv/feed-row.ts";

/** Those of some sessions whose person may not look at a board any more. */
export async function lostSessions(
  sessions: Pick<SessionStore, "look">,
  ids: ReadonlySet<string>,
): Promise<Set<string>> {
  const lost = new Set<string>();
  for (const id of ids) {
    const signedIn = await sessions.look(id);
    if (signedIn === null || operatorOfSession(signedIn) === null) lost.add(id);
  }
  return lost;
}

/** True for a commit that changed what somebody may do, or ended a session: in any process. */
export function isOfAccess(commit: FeedCommit): boolean {
  return bodiesOf(accessChanged, commit).length > 0;
}
