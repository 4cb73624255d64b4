// The list queries of payments: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { paymentKeys } from "./keys.ts";
import { MAX_LISTED, MAX_PAYMENTS_OF_BOOKING } from "./payment-store.ts";

/** The queries. */
export const paymentsQueries: readonly ListQuery[] = [
  {
    name: "payments of a booking",
    at: "lib/payments/payment-store.ts storedOfBooking",
    walks: paymentKeys.paymentByBooking,
    by: "a booking",
    order: "down",
    most: MAX_PAYMENTS_OF_BOOKING,
    then: "payment",
    asks: "whoever pays, operators, what settles rides",
  },
  walkQuery({
    name: "payments to book anew",
    at: "lib/payments/payment-store.ts list",
    walks: paymentKeys.payment,
    by: "a position",
    order: "up",
    most: MAX_LISTED,
    asks: "bookkeeping and what settles rides, when they begin or have missed something",
  }),
];
