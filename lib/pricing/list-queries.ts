// The list queries of tariffs and quotes: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { pricingKeys } from "./keys.ts";
import { MAX_DRAFTS } from "./tariff-draft.ts";
import { MAX_TARIFFS } from "./tariff-store.ts";
import { ROWS_A_STEP } from "./quote-store.ts";

/** The queries. */
export const pricingQueries: readonly ListQuery[] = [
  {
    name: "tariffs",
    at: "lib/pricing/tariff-store.ts readTariffBook",
    walks: pricingKeys.tariff,
    by: "",
    order: "down",
    most: MAX_TARIFFS,
    asks: "prices, kept in memory; operators",
  },
  {
    name: "tariff drafts",
    at: "lib/pricing/tariff-draft-store.ts list",
    walks: pricingKeys.tariffDraft,
    by: "",
    order: "down",
    most: MAX_DRAFTS,
    asks: "operators",
  },
  {
    name: "own tariff drafts",
    at: "lib/pricing/own-data.ts pricingOwnData",
    walks: pricingKeys.tariffDraft,
    by: "",
    order: "down",
    most: MAX_DRAFTS,
    asks: "somebody of the staff who asks for their data",
    exception:
      "everybody's rows are gone through when one of the staff asks for their data: some times a year, a part at a time",
  },
  walkQuery({
    name: "quotes to count",
    at: "lib/pricing/quote-store.ts countStored",
    walks: pricingKeys.quote,
    by: "a position",
    order: "up",
    most: ROWS_A_STEP,
    asks: "the start of a process",
  }),
];
