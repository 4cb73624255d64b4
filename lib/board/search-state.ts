// What the board shows of a search.
import type { BookingSummary } from "../booking/booking.ts";

/** No search, one under way, its result, or its failure. */
export type SearchState =
  | { kind: "off" }
  | { kind: "searching"; query: string }
  | { kind: "failed"; query: string }
  | { kind: "found"; query: string; bookings: readonly BookingSummary[] };
