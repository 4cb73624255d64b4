// The accounts that are used, by the Swedish chart of accounts BAS, and what each is for.
import type { SaleLine } from "./sale.ts";

/** The accounts, in the order of their numbers. */
export const ACCOUNTS = [
  // Customers who pay later, and those who may never.
  ...[1510, 1515],
  // Money on its way: from the payment provider by card and by Swish; what the central owes who drove.
  ...[1580, 1584, 1685],
  // Cash of the cars, and the bank.
  ...[1910, 1930],
  // Paid before the ride, or driven before it is paid: empty once a booking is settled.
  2420,
  // Output VAT 25 %, 12 % and 6 %.
  ...[2611, 2621, 2631],
  // Tips on their way to drivers; what the central owes those who drive.
  ...[2821, 2890],
  // Sales at 6 %, 12 %, 25 %; commission; roundings; compensation outside VAT.
  ...[3010, 3012, 3011, 3040, 3740, 3990],
  // What the central buys of those who drive.
  4600,
  // In the books of who drives: commission and deductions, and their VAT.
  ...[6050, 2641],
  // Losses on customers, fees of the payment provider.
  ...[6351, 6570],
] as const;

/** Number of an account. */
export type AccountNumber = typeof ACCOUNTS[number];

/** Rates of VAT that are sold at, in percent, with where the sale and its VAT are booked. */
export const VAT_ACCOUNTS = [
  { ratePercent: 6, sales: 3010, vat: 2631 },
  { ratePercent: 12, sales: 3012, vat: 2621 },
  { ratePercent: 25, sales: 3011, vat: 2611 },
] as const satisfies readonly { ratePercent: number; sales: AccountNumber; vat: AccountNumber }[];

/** Where what a line brings is booked, and its VAT where it has any. */
export function accountsOfLine(
  { code, vatRatePercent }: Pick<SaleLine, "code" | "vatRatePercent">,
): { sales: AccountNumber; vat: AccountNumber | null } {
  if (code === "tip") return { sales: 2821, vat: null };
  if (vatRatePercent === 0) return { sales: 3990, vat: null };
  const found = VAT_ACCOUNTS.find(({ ratePercent }) => ratePercent === vatRatePercent);
  if (found === undefined) throw new RangeError(`No account for ${vatRatePercent} % VAT`);
  return found;
}

/** The account a number is of, or null. */
export function accountOf(number: number): AccountNumber | null {
  return ACCOUNTS.find((account) => account === number) ?? null;
}
