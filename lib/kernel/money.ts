// Money is whole öre in a plain number whose name ends in `Ore`; 1 krona = 100 öre.
import { invariant } from "./invariant.ts";

/** Largest amount the system handles, in öre (10 million kronor): far below 2^53, far above any ride. */
export const MAX_ORE = 1_000_000_000;

/** Returns `amount` when it is a whole, safe number of öre; throws InvariantError otherwise. */
export function assertOre(amount: number): number {
  invariant(
    Number.isSafeInteger(amount) && Math.abs(amount) <= MAX_ORE,
    `Not an amount in öre: ${amount}`,
  );
  return amount;
}

/** VAT contained in a gross amount, in öre: gross × rate / (100 + rate), rounded half up. */
export function includedVatOre(grossOre: number, ratePercent: number): number {
  return roundDiv(grossOre * ratePercent, 100 + ratePercent);
}

/** Integer division rounding half away from zero; both arguments are safe integers. */
export function roundDiv(numerator: number, denominator: number): number {
  const sign = Math.sign(numerator) * Math.sign(denominator);
  const n = Math.abs(numerator);
  const d = Math.abs(denominator);
  return sign * Math.floor((2 * n + d) / (2 * d)) || 0;
}
