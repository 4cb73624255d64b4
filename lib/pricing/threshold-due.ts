// Whether the price-quote threshold of the year to come still has to be entered or decided.
import { PRICE_QUOTE_THRESHOLDS, type PriceQuoteThreshold } from "./binding-maximum.ts";

/**
 * Month and day from which next year's row is due: the government decides the prisbasbelopp in September
 * (2 kap. 7 § socialförsäkringsbalken), and pickups of next year are being ordered.
 */
const DUE_FROM = "10-01";

/** A row somebody has to see to. */
export interface ThresholdDue {
  year: number;
  problem: "missing" | "expected";
  /** Since when it is due, a local date. */
  dueOn: string;
}

/** The row that is due on a local date (`YYYY-MM-DD`), or null when all is in order. */
export function thresholdDue(
  today: string,
  thresholds: readonly PriceQuoteThreshold[] = PRICE_QUOTE_THRESHOLDS,
): ThresholdDue | null {
  const thisYear = Number(today.slice(0, 4));
  const isDue = today.slice(5) >= DUE_FROM;
  const years = isDue ? [thisYear, thisYear + 1] : [thisYear];
  for (const year of years) {
    const row = thresholds.find(({ validUntil }) => `${year}-12-31` <= validUntil);
    if (row?.status === "decided") continue;
    if (row === undefined) return { year, problem: "missing", dueOn: `${year - 1}-${DUE_FROM}` };
    return { year, problem: "expected", dueOn: row.dueOn };
  }
  return null;
}
