// The list queries of subscribers and deliveries: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { webhookKeys } from "./keys.ts";
import { MAX_ENDPOINTS, MAX_FORMER_ENDPOINTS } from "./endpoint.ts";
import { LINES_PER_ROUND, NEWS_PER_ROUND } from "./tell-subscribers.ts";
import { MOST_LOOKED_AT } from "./try-endpoint.ts";
import { WALK_ROWS } from "../kv/walk.ts";

/** The queries. */
export const webhooksQueries: readonly ListQuery[] = [
  {
    name: "endpoints",
    at: "lib/webhooks/endpoint-store.ts list",
    walks: webhookKeys.endpoint,
    by: "",
    order: "up",
    most: 2 * MAX_ENDPOINTS,
    asks: "operators, the reader that tells subscribers",
  },
  {
    name: "former endpoints",
    at: "lib/webhooks/endpoint-store.ts former",
    walks: webhookKeys.former,
    by: "",
    order: "up",
    most: MAX_FORMER_ENDPOINTS,
    asks: "what tells recipients of erasures and restrictions; operators",
  },
  {
    name: "deliveries",
    at: "lib/webhooks/delivery-store.ts list",
    walks: webhookKeys.delivery,
    by: "an endpoint, and a position",
    order: "down",
    most: MOST_LOOKED_AT,
    asks: "admins",
  },
  {
    name: "lines due",
    at: "lib/webhooks/delivery-store.ts due",
    walks: webhookKeys.due,
    by: "an endpoint, until when they are due",
    order: "up",
    most: LINES_PER_ROUND,
    asks: "the round that posts",
  },
  walkQuery({
    name: "news",
    at: "lib/webhooks/tell-subscribers.ts lineUp",
    walks: webhookKeys.news,
    by: "",
    order: "up",
    most: NEWS_PER_ROUND,
    asks: "the round that posts",
  }),
  {
    name: "own deliveries",
    at: "lib/webhooks/own-data.ts webhookOwnData",
    walks: webhookKeys.delivery,
    by: "",
    order: "down",
    most: WALK_ROWS,
    asks: "whoever asks for their data",
    exception:
      "deliveries stand by their subscriber: all of thirty days are gone through when somebody asks for their data, a part at a time",
  },
  {
    name: "own endpoints",
    at: "lib/webhooks/own-data.ts webhookOwnData",
    walks: webhookKeys.endpoint,
    by: "",
    order: "up",
    most: MAX_ENDPOINTS,
    asks: "somebody of the staff who asks for their data",
    exception:
      "everybody's rows are gone through when one of the staff asks for their data: some times a year, a part at a time",
  },
];
