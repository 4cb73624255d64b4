// The list queries of retention and erasures: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { retentionKeys } from "./keys.ts";
import { MAX_HOLDS } from "./legal-hold.ts";
import { MAX_NOTICES } from "./recipient-notice.ts";
import { MAX_RUNS, MAX_YEARS } from "./retention-store.ts";
import { ROWS_PER_PAGE } from "./retention-part.ts";

/** The queries. */
export const retentionQueries: readonly ListQuery[] = [
  {
    name: "retention runs",
    at: "lib/retention/retention-store.ts runs",
    walks: retentionKeys.run,
    by: "",
    order: "down",
    most: MAX_RUNS,
    asks: "operators, the run itself",
  },
  {
    name: "legal holds",
    at: "lib/retention/retention-store.ts holds",
    walks: retentionKeys.hold,
    by: "",
    order: "up",
    most: MAX_HOLDS,
    asks: "operators, retention, erasure",
  },
  {
    name: "ride statistics",
    at: "lib/retention/retention-store.ts statistics",
    walks: retentionKeys.statistics,
    by: "",
    order: "down",
    most: MAX_YEARS,
    asks: "operators",
  },
  {
    name: "recipients of an erasure",
    at: "lib/retention/retention-store.ts notices",
    walks: retentionKeys.notice,
    by: "a request",
    order: "up",
    most: MAX_NOTICES,
    asks: "operators, erasure",
  },
  walkQuery({
    name: "rows with an end",
    at: "lib/retention/expiry-part.ts rowsPart",
    walks: null,
    by: "a position",
    order: "up",
    most: ROWS_PER_PAGE,
    asks: "retention",
  }),
  walkQuery({
    name: "rows that follow a booking",
    at: "lib/retention/follower-part.ts followerPart",
    walks: null,
    by: "a position",
    order: "up",
    most: ROWS_PER_PAGE,
    asks: "retention",
  }),
];
