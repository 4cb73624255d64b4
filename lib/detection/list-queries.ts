// The list queries of what watches over security: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { detectionKeys } from "./keys.ts";
import { MAX_FINDINGS, MAX_STAFF_DAYS, MAX_SUM_ROWS } from "./detection-store.ts";
import { MAX_DAYS } from "./own-data.ts";
import { WALK_ROWS } from "../kv/walk.ts";

/** The queries. */
export const detectionQueries: readonly ListQuery[] = [
  {
    name: "findings",
    at: "lib/detection/detection-store.ts findings",
    walks: detectionKeys.finding,
    by: "",
    order: "down",
    most: MAX_FINDINGS,
    asks: "operators, the report of a month",
  },
  {
    name: "security sums",
    at: "lib/detection/detection-store.ts sums",
    walks: detectionKeys.sums,
    by: "from a day on",
    order: "up",
    most: MAX_SUM_ROWS,
    asks: "operators",
  },
  {
    name: "days of the staff",
    at: "lib/detection/detection-store.ts staffDays",
    walks: detectionKeys.staffDay,
    by: "",
    order: "up",
    most: MAX_STAFF_DAYS,
    asks: "the start of the watch",
  },
  {
    name: "own days",
    at: "lib/detection/own-data.ts detectionOwnData",
    walks: detectionKeys.staffDay,
    by: "a person",
    order: "up",
    most: MAX_DAYS,
    asks: "somebody of the staff who asks for their data",
  },
  {
    name: "own findings",
    at: "lib/detection/own-data.ts detectionOwnData",
    walks: detectionKeys.finding,
    by: "",
    order: "down",
    most: WALK_ROWS,
    asks: "whoever asks for their data",
    exception:
      "findings are few, and stand by when they were made: all of ninety days are gone through when somebody asks for their data",
  },
];
