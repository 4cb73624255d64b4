// Splits an amount over the rates of VAT that some lines have: to the öre, and what is left after every part is never below zero.
import { invariant } from "../kernel/invariant.ts";
import { includedVatOre, roundDiv } from "../kernel/money.ts";

/** What is at one rate, VAT included. */
export interface RatePart {
  vatRatePercent: number;
  amountOre: number;
  vatOre: number;
}

/** The sums of lines by their rate, the lowest first; rates with nothing left are not there. */
export function byRate(lines: readonly RatePart[]): RatePart[] {
  const sums = new Map<number, RatePart>();
  for (const { vatRatePercent, amountOre, vatOre } of lines) {
    const sum = sums.get(vatRatePercent) ?? { vatRatePercent, amountOre: 0, vatOre: 0 };
    sums.set(vatRatePercent, {
      vatRatePercent,
      amountOre: sum.amountOre + amountOre,
      vatOre: sum.vatOre + vatOre,
    });
  }
  return [...sums.values()].filter(({ amountOre, vatOre }) => amountOre !== 0 || vatOre !== 0)
    .sort((a, b) => a.vatRatePercent - b.vatRatePercent);
}

/**
 * Part of what lines come to, at their rates and in their proportions; all of it has exactly their VAT. Throws
 * InvariantError for more than they come to.
 */
export function splitAmount(lines: readonly RatePart[], amountOre: number): RatePart[] {
  const rates = byRate(lines);
  let leftOre = rates.reduce((sum, rate) => sum + rate.amountOre, 0);
  invariant(amountOre >= 0 && amountOre <= leftOre, "A part is no more than the whole");
  let wantedOre = amountOre;
  return rates.map((rate) => {
    // Of what is left, so that the last rate takes exactly the rest.
    const part = leftOre === 0 ? 0 : roundDiv(wantedOre * rate.amountOre, leftOre);
    wantedOre -= part;
    leftOre -= rate.amountOre;
    return { ...rate, amountOre: part, vatOre: vatOf(part, rate) };
  }).filter((part) => part.amountOre !== 0 || part.vatOre !== 0);
}

/** By the rate, but never more than is left of it, and all of it with the last öre. */
function vatOf(amountOre: number, { vatRatePercent, amountOre: allOre, vatOre }: RatePart): number {
  if (amountOre === allOre) return vatOre;
  return Math.min(includedVatOre(amountOre, vatRatePercent), vatOre);
}
