// The list queries of failures: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { incidentKeys } from "./keys.ts";
import { MAX_INCIDENTS } from "./incident-store.ts";

/** The queries. */
export const incidentsQueries: readonly ListQuery[] = [
  {
    name: "incidents",
    at: "lib/incidents/incident-store.ts list",
    walks: incidentKeys.incident,
    by: "",
    order: "up",
    most: MAX_INCIDENTS,
    asks: "operators, the error handler",
  },
];
