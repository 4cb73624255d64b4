// The list queries of fees: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { feeKeys } from "./keys.ts";

/** The queries. */
export const feesQueries: readonly ListQuery[] = [
  {
    name: "fees in force",
    at: "lib/fees/fee-edition-store.ts at",
    walks: feeKeys.feeEdition,
    by: "days up to one",
    order: "down",
    most: 1,
    asks: "every quote",
  },
];
