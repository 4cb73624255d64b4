// What a message costs, and to whom none is sent: the prices of a company's contract, by the beginning of the number. Pure.

/** The price of a part to numbers of a prefix, and what all of them may cost a day. */
export interface SmsPrice {
  /** `+46`. */
  prefix: string;
  partOre: number;
  dayOre: number;
}

/** The price for a number: that of the longest prefix; null for a country that is not listed. */
export function priceFor(to: string, prices: readonly SmsPrice[]): SmsPrice | null {
  const fitting = prices.filter(({ prefix }) => to.startsWith(prefix));
  return fitting.toSorted((a, b) => b.prefix.length - a.prefix.length)[0] ?? null;
}

/** Reads `+46=0.52/500,+47=0.90/100`: kronor a part, kronor a day. Null for anything else. */
export function readPrices(text: string): readonly SmsPrice[] | null {
  const prices: SmsPrice[] = [];
  for (const row of text.split(",")) {
    const match = /^(\+[1-9]\d{0,6})=(\d{1,3}(?:\.\d{1,2})?)\/(\d{1,6})$/.exec(row.trim());
    const [, prefix = "", part, day] = match ?? [];
    if (match === null || prices.some((one) => one.prefix === prefix)) return null;
    prices.push({ prefix, partOre: toOre(part), dayOre: toOre(day) });
  }
  return prices;
}

function toOre(kronor: string | undefined): number {
  return Math.round(Number(kronor) * 100);
}
