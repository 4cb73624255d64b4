// What bookkeeping does beside requests: it books what happens.
import { bindJob } from "../kv/job.ts";
import type { Work } from "../kv/work.ts";
import { type ArchiveDeps, archiveDocumentsJob } from "./documents/archive-documents.ts";
import { bookkeepingReader, type PostFeedDeps } from "./post-feed.ts";

/** The work of the room. */
export function bookkeepingWork(deps: PostFeedDeps & ArchiveDeps): Work {
  return { jobs: [bindJob(archiveDocumentsJob, deps)], readers: [bookkeepingReader(deps)] };
}
