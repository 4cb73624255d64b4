// What the provider's balance moved by on a day, and what of it the books are told. Pure.
import type { NotedFact } from "../bookkeeping/book-note.ts";
import type { ProviderMovement } from "../payments/provider-books.ts";
import type { DaySums, ReconciledDay, ToldSums } from "./reconciled-day.ts";

/** The sums with some movements more. */
export function withMovements(sums: DaySums, movements: readonly ProviderMovement[]): DaySums {
  const next = { ...sums };
  for (const { kind, method, amountOre, feeOre } of movements) {
    next.feesOre += feeOre;
    if (kind === "taken") next.takenOre += amountOre;
    if (kind === "given-back") next.givenBackOre -= amountOre;
    if (kind === "disputed") next.disputedOre -= amountOre;
    if (kind === "payout") next.paidOutOre -= amountOre;
    if (method === "swish") next.swishOre += amountOre;
  }
  return next;
}

/** What the books have not been told yet of a day, and what they have been told then. */
export function newlyTold(
  day: ReconciledDay,
  swishBeforeOre: number,
): { told: ToldSums; facts: NotedFact[] } {
  const { sums: { feesOre, paidOutOre }, told: before, date } = day;
  const swishPayoutOre = swishOf(day, swishBeforeOre);
  const told: ToldSums = { feesOre, swishPayoutOre, cardPayoutOre: paidOutOre - swishPayoutOre };
  const facts: NotedFact[] = [
    { type: "provider-fee", date, amountOre: feesOre - before.feesOre },
    { type: "payout", method: "card", amountOre: told.cardPayoutOre - before.cardPayoutOre },
    { type: "payout", method: "swish", amountOre: told.swishPayoutOre - before.swishPayoutOre },
  ];
  return {
    told,
    facts: facts.filter((fact) => "amountOre" in fact && fact.amountOre !== 0),
  };
}

/** Of Swish, what the provider has at the end of the day. */
export function swishLeft(day: ReconciledDay, swishBeforeOre: number): number {
  return swishBeforeOre + day.sums.swishOre - swishOf(day, swishBeforeOre);
}

/** A payout does not say what it is of: Swish, which comes at once, goes first. */
function swishOf({ sums }: ReconciledDay, swishBeforeOre: number): number {
  return Math.max(0, Math.min(sums.paidOutOre, swishBeforeOre + sums.swishOre));
}
