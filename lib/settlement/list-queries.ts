// The list queries of settlement: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { settlementKeys } from "./keys.ts";
import { MAX_ADJUSTMENTS } from "./settlement.ts";
import {
  MAX_LISTED_FILES,
  MAX_LISTED_SETTLEMENTS,
  MAX_TERMS_EDITIONS,
} from "./settlement-store.ts";

/** The queries. */
export const settlementQueries: readonly ListQuery[] = [
  {
    name: "terms of a holder",
    at: "lib/settlement/settlement-store.ts terms",
    walks: settlementKeys.settlementTerms,
    by: "a holder",
    order: "down",
    most: MAX_TERMS_EDITIONS,
    asks: "who settles with owner-drivers",
  },
  {
    name: "adjustments of a holder",
    at: "lib/settlement/settlement-store.ts adjustments",
    walks: settlementKeys.settlementAdjustment,
    by: "a holder and days",
    order: "up",
    most: MAX_ADJUSTMENTS + 1,
    asks: "who settles with owner-drivers",
  },
  {
    name: "settlements of a holder",
    at: "lib/settlement/settlement-store.ts latest",
    walks: settlementKeys.settlement,
    by: "a holder",
    order: "down",
    most: MAX_LISTED_SETTLEMENTS,
    asks: "who settles with owner-drivers",
  },
  {
    name: "payment files",
    at: "lib/settlement/settlement-store.ts files",
    walks: settlementKeys.paymentFile,
    by: "",
    order: "down",
    most: MAX_LISTED_FILES,
    asks: "who settles with owner-drivers",
  },
];
