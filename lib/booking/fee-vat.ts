// Whether a cancellation fee contains VAT.

/** `included`: at the rate of the ride, contained in the fee. */
export type FeeVat = "none" | "included";

/**
 * The VAT of a fee for cancelling. Below the price it is a compensation, outside VAT; the whole price is paid for
 * the ride, with its VAT: Skatteverket 131 754656-13/111.
 */
export function feeVatOf(feeOre: number, totalOre: number): FeeVat {
  return feeOre > 0 && feeOre >= totalOre ? "included" : "none";
}

/** The VAT of a fee for not coming: the ride was given and is paid, in part or in full, so with its VAT. */
export function missedVat(feeOre: number): FeeVat {
  return feeOre === 0 ? "none" : "included";
}
