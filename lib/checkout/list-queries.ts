// The list queries of what people want to give back: which index each walks, how far, and for whom.
import type { ListQuery } from "../kv/list-query.ts";
import { checkoutKeys } from "./keys.ts";
import { MAX_OF_BOOKING, MAX_WAITING } from "./proposal-store.ts";

/** The queries. */
export const checkoutQueries: readonly ListQuery[] = [
  {
    name: "refunds people wanted of a booking",
    at: "lib/checkout/proposal-store.ts ofBooking",
    walks: checkoutKeys.refundProposal,
    by: "a booking",
    order: "up",
    most: MAX_OF_BOOKING,
    asks: "operators, whoever gives more back",
  },
  {
    name: "refunds that wait for a second person",
    at: "lib/checkout/proposal-store.ts waiting",
    walks: checkoutKeys.waitingProposal,
    by: "",
    order: "up",
    most: MAX_WAITING,
    then: "refundProposal",
    asks: "operators",
  },
];
