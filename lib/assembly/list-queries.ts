// Every list query of the product: where rows are listed, by which index, how many at most, and for whom.
import { kvQueries } from "../kv/list-queries.ts";
import { securityQueries } from "../security/list-queries.ts";
import { auditQueries } from "../audit/list-queries.ts";
import { cacheQueries } from "../cache/list-queries.ts";
import { incidentsQueries } from "../incidents/list-queries.ts";
import { placesQueries } from "../places/list-queries.ts";
import { accountsQueries } from "../accounts/list-queries.ts";
import { veilQueries } from "../veil/list-queries.ts";
import { feesQueries } from "../fees/list-queries.ts";
import { fleetQueries } from "../fleet/list-queries.ts";
import { pricingQueries } from "../pricing/list-queries.ts";
import { bookingQueries } from "../booking/list-queries.ts";
import { paymentsQueries } from "../payments/list-queries.ts";
import { bookkeepingQueries } from "../bookkeeping/list-queries.ts";
import { settlementQueries } from "../settlement/list-queries.ts";
import { privacyQueries } from "../privacy/list-queries.ts";
import { messagesQueries } from "../messages/list-queries.ts";
import { webhooksQueries } from "../webhooks/list-queries.ts";
import { checkoutQueries } from "../checkout/list-queries.ts";
import { complianceQueries } from "../compliance/list-queries.ts";
import { detectionQueries } from "../detection/list-queries.ts";
import { reconciliationQueries } from "../reconciliation/list-queries.ts";
import { retentionQueries } from "../retention/list-queries.ts";
import { MAX_FACTS } from "./own-database.ts";
import { type ListQuery, walkQuery } from "../kv/list-query.ts";

/** The queries of all rooms, in floor order. */
export const LIST_QUERIES: readonly ListQuery[] = [
  walkQuery({
    name: "rows besides facts",
    at: "lib/assembly/own-database.ts formerMode",
    walks: null,
    by: "",
    order: "up",
    most: MAX_FACTS + 1,
    asks: "the start of a process, once in the life of a database",
  }),
  ...kvQueries,
  ...securityQueries,
  ...auditQueries,
  ...cacheQueries,
  ...incidentsQueries,
  ...placesQueries,
  ...accountsQueries,
  ...veilQueries,
  ...fleetQueries,
  ...feesQueries,
  ...pricingQueries,
  ...bookingQueries,
  ...paymentsQueries,
  ...privacyQueries,
  ...messagesQueries,
  ...checkoutQueries,
  ...bookkeepingQueries,
  ...reconciliationQueries,
  ...settlementQueries,
  ...webhooksQueries,
  ...complianceQueries,
  ...detectionQueries,
  ...retentionQueries,
];
