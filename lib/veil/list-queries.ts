// The list queries of protected identities: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { veilKeys } from "./keys.ts";
import { MAX_RESTRICTED, MAX_VEILS } from "./veil-store.ts";

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
  {
    name: "restricted marks",
    at: "lib/veil/veil-store.ts restrictedMarks",
    walks: veilKeys.restrictedMark,
    by: "",
    order: "up",
    most: MAX_RESTRICTED,
    asks: "a booking that may be shown again",
    exception:
      "it answers whether a booking is of one of them: one in thousands has restricted anything",
  },
];
