// The list queries of protected identities: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { veilKeys } from "./keys.ts";
import { MAX_VEILS } from "./veil-store.ts";

/** The queries. */
export const veilQueries: readonly ListQuery[] = [
  {
    name: "protected identities",
    at: "lib/veil/veil-store.ts all",
    walks: veilKeys.veil,
    by: "",
    order: "down",
    most: MAX_VEILS,
    asks: "operators, on the page of protected identities; a change of one",
  },
];
