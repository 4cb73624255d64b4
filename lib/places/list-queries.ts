// The list queries of landmarks: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { placeKeys } from "./keys.ts";
import { MAX_EDITS, MAX_STORY } from "./landmark-store.ts";
import { MAX_CHANGES } from "./own-data.ts";

/** The queries. */
export const placesQueries: readonly ListQuery[] = [
  {
    name: "landmark edits",
    at: "lib/places/landmark-store.ts #edits",
    walks: placeKeys.landmark,
    by: "",
    order: "up",
    most: MAX_EDITS,
    asks: "the index of places, operators",
  },
  {
    name: "landmark story",
    at: "lib/places/landmark-store.ts story",
    walks: placeKeys.landmarkEvent,
    by: "a landmark",
    order: "down",
    most: MAX_STORY,
    asks: "operators",
  },
  {
    name: "own landmark changes",
    at: "lib/places/own-data.ts placeOwnData",
    walks: placeKeys.landmarkEvent,
    by: "",
    order: "up",
    most: MAX_CHANGES,
    asks: "somebody of the staff who asks for their data",
    exception:
      "everybody's rows are gone through when one of the staff asks for their data: some times a year, a part at a time",
  },
];
