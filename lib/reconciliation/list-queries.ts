// The list queries of comparing: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { reconciliationKeys } from "./keys.ts";
import { MAX_DAYS, MAX_DIFFERENCES } from "./reconciliation-store.ts";

/** The queries. */
export const reconciliationQueries: readonly ListQuery[] = [
  {
    name: "compared days",
    at: "lib/reconciliation/reconciliation-store.ts days",
    walks: reconciliationKeys.reconciledDay,
    by: "",
    order: "down",
    most: MAX_DAYS,
    asks: "who keeps the books, the round that begins with the next day",
  },
  {
    name: "differences of a day",
    at: "lib/reconciliation/reconciliation-store.ts ofDay",
    walks: reconciliationKeys.differenceByDay,
    by: "a day",
    order: "up",
    most: MAX_DIFFERENCES,
    then: "difference",
    asks: "who keeps the books",
  },
  {
    name: "open differences",
    at: "lib/reconciliation/reconciliation-store.ts open",
    walks: reconciliationKeys.openDifference,
    by: "",
    order: "up",
    most: MAX_DIFFERENCES,
    then: "difference",
    asks: "who keeps the books, the comparison of a day",
  },
];
