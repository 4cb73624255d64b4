// The list queries of the database itself: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "./list-query.ts";
import { kvKeys } from "./keys.ts";
import { MAX_COUNTED_JOBS, MAX_DEAD_JOBS } from "./dead-jobs.ts";
import { MAX_STAGED, ROWS_PER_COMMIT } from "./edition.ts";
import { MAX_MUTATIONS } from "./transaction.ts";
import { BACKFILL_ROWS } from "./backfill.ts";
import { MAX_DAYS } from "./counters.ts";
import { ROWS_A_CALL } from "./sweep.ts";
import { JOBS_A_READ } from "./jobs.ts";
import { ROWS_A_COMMIT } from "./clear.ts";
import { ROWS_LOOKED_AT } from "./seal-old-rows.ts";
import { MOST_SINCE } from "./feed.ts";

/** The queries. */
export const kvQueries: readonly ListQuery[] = [
  {
    name: "feed since",
    at: "lib/kv/feed.ts since",
    walks: kvKeys.feed,
    by: "a cursor",
    order: "up",
    most: MOST_SINCE + 1,
    asks: "boards, readers of the feed",
  },
  {
    name: "feed head",
    at: "lib/kv/feed.ts head",
    walks: kvKeys.feed,
    by: "",
    order: "down",
    most: 1,
    asks: "boards, readers of the feed",
  },
  walkQuery({
    name: "feed to prune",
    at: "lib/kv/feed.ts prune",
    walks: kvKeys.feed,
    by: "",
    order: "up",
    most: MAX_MUTATIONS - 1,
    asks: "the round that prunes",
  }),
  {
    name: "dead jobs",
    at: "lib/kv/dead-jobs.ts listDeadJobs",
    walks: kvKeys.deadJob,
    by: "",
    order: "up",
    most: MAX_DEAD_JOBS + 1,
    asks: "operators",
  },
  {
    name: "dead jobs counted",
    at: "lib/kv/dead-jobs.ts countDeadJobs",
    walks: kvKeys.deadJob,
    by: "",
    order: "up",
    most: MAX_COUNTED_JOBS + 1,
    asks: "every page of an operator",
  },
  {
    name: "jobs due",
    at: "lib/kv/jobs.ts dueAt",
    walks: kvKeys.job,
    by: "until when they are due",
    order: "up",
    most: JOBS_A_READ,
    asks: "the job runner",
  },
  {
    name: "days counted",
    at: "lib/kv/counters.ts countedDays",
    walks: kvKeys.counter,
    by: "a name",
    order: "up",
    most: MAX_DAYS,
    asks: "the count anew of a process that starts",
  },
  walkQuery({
    name: "rows staged",
    at: "lib/kv/edition.ts carryOn",
    walks: kvKeys.staged,
    by: "a change",
    order: "up",
    most: ROWS_PER_COMMIT,
    asks: "whoever finds a change that is decided",
  }),
  walkQuery({
    name: "rows to unstage",
    at: "lib/kv/edition.ts unstage",
    walks: kvKeys.staged,
    by: "a change",
    order: "up",
    most: ROWS_PER_COMMIT,
    asks: "whoever staged them",
  }),
  walkQuery({
    name: "changes staged",
    at: "lib/kv/edition.ts sweepStaged",
    walks: kvKeys.staged,
    by: "",
    order: "up",
    most: MAX_STAGED,
    asks: "the start of a process",
  }),
  walkQuery({
    name: "rows to backfill",
    at: "lib/kv/backfill.ts backfill",
    walks: null,
    by: "a position",
    order: "up",
    most: BACKFILL_ROWS,
    asks: "walks over rows of earlier releases",
  }),
  walkQuery({
    name: "rows to seal",
    at: "lib/kv/seal-old-rows.ts storedRows",
    walks: null,
    by: "a position",
    order: "up",
    most: ROWS_LOOKED_AT,
    asks: "walks over rows of earlier releases",
  }),
  walkQuery({
    name: "rows to sweep",
    at: "lib/kv/sweep.ts #nextRows",
    walks: null,
    by: "a position",
    order: "up",
    most: ROWS_A_CALL + 1,
    asks: "the round that deletes what is over",
  }),
  walkQuery({
    name: "rows retired",
    at: "lib/kv/retired.ts dropRetired",
    walks: null,
    by: "",
    order: "up",
    most: MAX_MUTATIONS,
    asks: "the round that deletes what nobody reads",
  }),
  walkQuery({
    name: "rows to clear",
    at: "lib/kv/clear.ts clearDatabase",
    walks: null,
    by: "",
    order: "up",
    most: ROWS_A_COMMIT,
    asks: "a demo that begins anew",
  }),
];
