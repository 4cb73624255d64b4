// The list queries of the cache's own database: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { cacheKeys } from "./keys.ts";
import { MAX_LOG_RECORDS } from "./network-tier.ts";

/** The queries. */
export const cacheQueries: readonly ListQuery[] = [
  walkQuery({
    name: "invalidations since",
    at: "lib/cache/kv-tier.ts since",
    walks: cacheKeys.record,
    by: "a number of the log",
    order: "up",
    most: MAX_LOG_RECORDS,
    asks: "each instance, for what others said is no longer true",
  }),
];
