// The list queries of requests and consents: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { privacyKeys } from "./keys.ts";
import { MAX_TELLINGS } from "./telling-store.ts";
import { MAX_LIMITED } from "./limit-store.ts";
import { MAX_OWN_CONSENTS } from "./consent-store.ts";
import {
  MAX_OPEN_REQUESTS,
  MAX_OWN_REQUESTS,
  MAX_QUEUE,
  MAX_REQUEST_EVENTS,
  REQUEST_PAGE,
} from "./data-request-store.ts";

/** The queries. */
export const privacyQueries: readonly ListQuery[] = [
  {
    name: "own consents",
    at: "lib/privacy/consent-store.ts ofMarks",
    walks: privacyKeys.consentByMark,
    by: "a mark",
    order: "down",
    most: MAX_OWN_CONSENTS,
    then: "consentRecord",
    asks: "whoever looks at their data",
  },
  {
    name: "own data requests",
    at: "lib/privacy/data-request-store.ts ofMarks",
    walks: privacyKeys.dataRequestByMark,
    by: "a mark",
    order: "down",
    most: MAX_OWN_REQUESTS,
    then: "dataRequest",
    asks: "whoever looks at their data",
  },
  {
    name: "data request events",
    at: "lib/privacy/data-request-store.ts events",
    walks: privacyKeys.dataRequestEvent,
    by: "a request",
    order: "up",
    most: MAX_REQUEST_EVENTS,
    asks: "operators",
  },
  {
    name: "open data requests",
    at: "lib/privacy/data-request-store.ts open",
    walks: privacyKeys.dataRequestByDue,
    by: "",
    order: "up",
    most: MAX_OPEN_REQUESTS,
    then: "dataRequest",
    asks: "operators, the watch over requests",
  },
  {
    name: "queue of data requests",
    at: "lib/privacy/data-request-store.ts queue",
    walks: privacyKeys.dataRequestByDue,
    by: "",
    order: "up",
    most: MAX_QUEUE,
    asks: "operators: counted, and a page of it is read; the round that tells recipients",
  },
  {
    name: "data requests",
    at: "lib/privacy/data-request-store.ts page",
    walks: privacyKeys.dataRequest,
    by: "a position",
    order: "down",
    most: REQUEST_PAGE + 1,
    asks: "operators",
  },
  {
    name: "tellings",
    at: "lib/privacy/telling-store.ts due",
    walks: privacyKeys.recipientTelling,
    by: "",
    order: "up",
    most: MAX_TELLINGS,
    asks: "the round that tells recipients",
  },
  {
    name: "limited subjects",
    at: "lib/privacy/limit-store.ts #ridesWhere",
    walks: privacyKeys.subjectLimits,
    by: "",
    order: "up",
    most: MAX_LIMITED,
    asks: "webhooks, retention, figures",
    exception:
      "it answers rides, and asks everybody who has limited something: one in thousands has",
  },
];
