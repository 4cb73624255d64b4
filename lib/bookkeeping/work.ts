// What bookkeeping does beside requests: it books what happens.
import type { Work } from "../kv/work.ts";
import { bookkeepingReader, type PostFeedDeps } from "./post-feed.ts";

/** The work of the room. */
export function bookkeepingWork(deps: PostFeedDeps): Work {
  return { readers: [bookkeepingReader(deps)] };
}
