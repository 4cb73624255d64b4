// The VAT return (momsdeklaration) of a period, twice: from the postings and from the documents. They must say the same.
import { type AccountNumber, VAT_ACCOUNTS } from "./account.ts";
import type { RatePart } from "./split-amount.ts";
import type { Voucher } from "./voucher.ts";

/** The boxes (rutor) of the return that sales fill. */
export const VAT_BOXES = ["05", "10", "11", "12", "48", "49"] as const;

/** One of them. */
export type VatBox = typeof VAT_BOXES[number];

/** Each box in öre; 05 without VAT, 10 to 12 output VAT of 25, 12 and 6 %, 48 input VAT, 49 what is to be paid. */
export type VatReturn = Record<VatBox, number>;

/** Which box an account fills, output and sales on the credit side. */
const BOX_OF: Readonly<Partial<Record<AccountNumber, VatBox>>> = {
  ...Object.fromEntries(VAT_ACCOUNTS.map(({ sales }) => [sales, "05"])),
  ...{ 3040: "05", 2611: "10", 2621: "11", 2631: "12", 2641: "48" },
};

/** Which box the VAT of a rate fills. */
const BOX_OF_RATE: Readonly<Record<number, VatBox>> = { 25: "10", 12: "11", 6: "12" };

/** The return by the postings of a period: by all of them, and by those of sales, which documents are made of. */
export async function vatOfVouchers(
  vouchers: AsyncIterable<Voucher>,
): Promise<{ all: VatReturn; sales: VatReturn }> {
  // In one walk: a month of a large company is the longest anybody waits for.
  const [all, sales] = [nothing(), nothing()];
  for await (const { entries, series } of vouchers) {
    for (const { account, amountOre } of entries) {
      const box = BOX_OF[account];
      if (box === undefined) continue;
      const ore = box === "48" ? amountOre : -amountOre;
      all[box] += ore;
      if (series === "A") sales[box] += ore;
    }
  }
  return { all: withPayable(all), sales: withPayable(sales) };
}

/** The return by the documents of a period, from their lines or from what those come to: sales alone, without commission. */
export function vatOfLines(lines: Iterable<RatePart>): VatReturn {
  const sums = nothing();
  for (const { vatRatePercent, amountOre, vatOre } of lines) {
    const box = BOX_OF_RATE[vatRatePercent];
    if (box === undefined) continue;
    sums["05"] += amountOre - vatOre;
    sums[box] += vatOre;
  }
  return withPayable(sums);
}

/** In whole kronor, as it is declared: öre are dropped (22 kap. 1 § SFF). */
export function declared(report: VatReturn): VatReturn {
  const kronor = nothing();
  for (const box of VAT_BOXES) kronor[box] = Math.trunc(report[box] / 100);
  return withPayable(kronor);
}

function nothing(): VatReturn {
  return { "05": 0, "10": 0, "11": 0, "12": 0, "48": 0, "49": 0 };
}

function withPayable(sums: VatReturn): VatReturn {
  return { ...sums, "49": sums["10"] + sums["11"] + sums["12"] - sums["48"] };
}
