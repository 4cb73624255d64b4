// The list queries of bookkeeping: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { ROWS_PER_PAGE } from "./ledger-store.ts";

/** The queries. */
export const bookkeepingQueries: readonly ListQuery[] = [
  walkQuery({
    name: "rows of a period's books",
    at: "lib/bookkeeping/ledger-store.ts #between",
    walks: null,
    by: "an entity and days",
    order: "up",
    most: ROWS_PER_PAGE,
    asks: "reports and exports of the accountant, a page at a time",
  }),
];
