// The services of this room: the feed and the job table over one database.
import type { RandomBytes } from "../kernel/ids.ts";
import { Feed } from "./feed.ts";
import { type JobQueue, jobTable } from "./jobs.ts";
import type { Database } from "./open.ts";

/** What this room gives to those above it. */
export interface KvServices {
  feed: Feed;
  jobs: JobQueue;
}

/** Composes the room's services. */
export function kvServices(below: { db: Database; randomBytes: RandomBytes }): KvServices {
  return {
    feed: new Feed(below.db),
    jobs: jobTable(below.randomBytes),
  };
}
