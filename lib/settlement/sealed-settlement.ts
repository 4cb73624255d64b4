// What of settlements is sealed, under the product's own key: what somebody wrote of a holder, which bookkeeping must have as long as
// the amounts.
import type { Sealed } from "../kv/family.ts";
import type { Adjustment, Settlement } from "./settlement.ts";

const adjustmentFacts = { reason: "" };
const settlementFacts = { "lines.*.reason": "" };

/** Of an adjustment. */
export const sealedAdjustment: Sealed<Adjustment> = {
  fields: Object.keys(adjustmentFacts),
  subject: () => null,
  erased: adjustmentFacts,
};

/** Of a settlement. */
export const sealedSettlement: Sealed<Settlement> = {
  fields: Object.keys(settlementFacts),
  subject: () => null,
  erased: settlementFacts,
};
