// The list queries of breaches, reviews and reports: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { complianceKeys } from "./keys.ts";
import { MAX_BREACH_EVENTS, MAX_BREACHES } from "./breach-store.ts";
import { MAX_ROWS } from "./read-report.ts";
import { WALK_ROWS } from "../kv/walk.ts";

/** The queries. */
export const complianceQueries: readonly ListQuery[] = [
  {
    name: "breaches",
    at: "lib/compliance/breach-store.ts list",
    walks: complianceKeys.breach,
    by: "",
    order: "down",
    most: MAX_BREACHES,
    asks: "operators",
  },
  {
    name: "breach events",
    at: "lib/compliance/breach-store.ts events",
    walks: complianceKeys.breachEvent,
    by: "a breach",
    order: "up",
    most: MAX_BREACH_EVENTS,
    asks: "operators",
  },
  {
    name: "registers counted",
    at: "lib/compliance/read-report.ts rowsOf",
    walks: null,
    by: "",
    order: "up",
    most: MAX_ROWS,
    asks: "the report of a month",
    exception:
      "the report of a month counts in registers that are kept for years, once a month, in the background",
  },
  {
    name: "own breach events",
    at: "lib/compliance/own-data.ts breachData",
    walks: complianceKeys.breachEvent,
    by: "",
    order: "down",
    most: WALK_ROWS,
    asks: "somebody of the staff who asks for their data",
    exception:
      "everybody's rows are gone through when one of the staff asks for their data: some times a year, a part at a time",
  },
  {
    name: "own reviews",
    at: "lib/compliance/own-data.ts reviewData",
    walks: complianceKeys.accessReview,
    by: "",
    order: "down",
    most: WALK_ROWS,
    asks: "somebody of the staff who asks for their data",
    exception:
      "everybody's rows are gone through when one of the staff asks for their data: some times a year, a part at a time",
  },
];
