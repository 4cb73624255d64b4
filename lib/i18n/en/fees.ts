// English: what cancelling, not coming and lateness cost.
import type { feesSv } from "../sv/fees.ts";
import { partOfPriceEn } from "./spoken.ts";

/** Fees. */
export const feesEn: typeof feesSv = {
  part: partOfPriceEn,
};
