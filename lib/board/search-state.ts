// What the board shows of a search.
import type { FoundBookings } from "./find-bookings.ts";

/** No search, one under way, a page of its result, or its failure. */
export type SearchState =
  | { kind: "off" }
  | { kind: "searching"; query: string }
  | { kind: "failed"; query: string }
  | { kind: "found"; query: string } & FoundBookings;
