// Which version brought each field of the rows of buyers.
import type { BookedBuyer, BuyerClaims } from "../../lib/invoicing/buyer.ts";
import type { Fields } from "./stored-fields.ts";

/** Who a booking is invoiced to. */
export const BUYER_FIELDS: Fields<BookedBuyer> = {
  ...{ bookingId: 1, until: 1, mark: 1 },
  buyer: {
    ...{ kind: 1, name: 1, organisationNumber: 1, street: 1, postcode: 1, city: 1 },
    ...{ reference: 1, email: 1, peppolId: 1, isCollected: 1 },
  },
};

/** What a buyer may owe for. */
export const CLAIMS_FIELDS: Fields<BuyerClaims> = { bookingIds: 1, changedAt: 1 };
