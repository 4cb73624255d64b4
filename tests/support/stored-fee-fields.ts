// Every field of the stored types of fees. A price has `terms` besides its own fields where an edition was in force.
import type { FeeEdition } from "../../lib/fees/fee-matrix.ts";
import type { Fields } from "./stored-fields.ts";

/** An edition of the fees. */
export const FEE_EDITION_FIELDS: Fields<FeeEdition> = {
  bookedFrom: 1,
  matrix: {
    waitMinutes: 1,
    rows: [{
      ...{ fault: 1, kind: 1, place: { kind: 1 }, vehicleClass: 1, band: 1 },
      ...{ withinMinutes: 1, amount: { kind: 1 } },
    }],
    lateness: [{ fromMinutes: 1, amount: { kind: 1 } }],
  },
};
