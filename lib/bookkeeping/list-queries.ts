// The list queries of bookkeeping: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { bookkeepingKeys } from "./keys.ts";
import { MAX_ENTITIES, ROWS_PER_PAGE } from "./ledger-store.ts";
import { MAX_OPEN_INVOICES } from "./invoices/invoice-store.ts";
import { MOST_BOOKED } from "./post-feed.ts";

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
  walkQuery({
    name: "entities with books",
    at: "lib/bookkeeping/ledger-store.ts withBooks",
    walks: bookkeepingKeys.documentSeries,
    by: "",
    order: "up",
    most: MAX_ENTITIES,
    asks: "whose books the accountant's pages offer",
  }),
  walkQuery({
    name: "notes to book anew",
    at: "lib/bookkeeping/post-feed.ts allNotes",
    walks: bookkeepingKeys.bookNote,
    by: "a position",
    order: "up",
    most: MOST_BOOKED,
    asks: "the reader that books, when it begins or has missed something",
  }),
  {
    name: "open invoices",
    at: "lib/bookkeeping/invoices/invoice-store.ts open",
    walks: bookkeepingKeys.openInvoice,
    by: "",
    order: "up",
    most: MAX_OPEN_INVOICES,
    then: "invoice",
    asks: "the accountant's page of what is not paid",
  },
];
