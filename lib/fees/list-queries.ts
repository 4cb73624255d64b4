// The list queries of fees: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { MAX_FEE_DRAFTS } from "./fee-draft.ts";
import { MAX_FEE_EDITIONS } from "./fee-edition-store.ts";
import { feeKeys } from "./keys.ts";

/** The queries. */
export const feesQueries: readonly ListQuery[] = [
  {
    name: "fees in force",
    at: "lib/fees/fee-edition-store.ts onDay",
    walks: feeKeys.feeEdition,
    by: "days up to one",
    order: "down",
    most: 1,
    asks: "every quote",
  },
  {
    name: "fee editions",
    at: "lib/fees/fee-edition-store.ts list",
    walks: feeKeys.feeEdition,
    by: "",
    order: "down",
    most: MAX_FEE_EDITIONS,
    asks: "operators",
  },
  {
    name: "fee drafts",
    at: "lib/fees/fee-edition-store.ts drafts",
    walks: feeKeys.feeDraft,
    by: "",
    order: "up",
    most: MAX_FEE_DRAFTS,
    asks: "operators",
  },
];
