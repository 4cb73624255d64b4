// Every field of the stored types of fees. A price has `terms` besides its own fields where an edition was in force.
import type { FeeDraft } from "../../lib/fees/fee-draft.ts";
import type { FeeEdition, FeeMatrix } from "../../lib/fees/fee-matrix.ts";
import type { Fields } from "./stored-fields.ts";

const MATRIX: Fields<FeeMatrix> = {
  waitMinutes: 1,
  rows: [{
    ...{ fault: 1, kind: 1, place: { kind: 1 }, vehicleClass: 1, band: 1 },
    ...{ withinMinutes: 1, amount: { kind: 1 } },
  }],
  lateness: [{ fromMinutes: 1, amount: { kind: 1 } }],
};

/** An edition of the fees. */
export const FEE_EDITION_FIELDS: Fields<FeeEdition> = { bookedFrom: 1, matrix: MATRIX };

/** A draft of one. */
export const FEE_DRAFT_FIELDS: Fields<FeeDraft> = {
  ...{ bookedFrom: 1, revision: 1, matrix: MATRIX, authors: 1 },
};
