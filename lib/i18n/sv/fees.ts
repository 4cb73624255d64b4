// Swedish: what cancelling, not coming and lateness cost.
import { partOfPriceSv } from "./spoken.ts";

/** Fees. */
export const feesSv = {
  part: partOfPriceSv,
};
