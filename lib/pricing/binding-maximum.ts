// When a binding maximum price is due (2 kap. taxitrafiklagen): the threshold is dated data, never a constant.

/** One threshold and the dates it holds. */
export interface PriceQuoteThreshold {
  /** Last local date it holds, inclusive. */
  validUntil: string;
  /** Jämförpris above which the duty begins, öre incl. VAT. */
  thresholdOre: number;
  source: string;
  /** False until a lawyer has checked the row against the adopted statute. */
  verified: boolean;
}

/** Oldest first, without gaps. From 2025 it is 1.2 % of prisbasbeloppet; add a row each autumn. */
export const PRICE_QUOTE_THRESHOLDS: readonly PriceQuoteThreshold[] = [
  {
    validUntil: "2024-12-31",
    thresholdOre: 500_00,
    source: "SFS 2018:1125: 500 kr",
    verified: false,
  },
  {
    validUntil: "2025-12-31",
    thresholdOre: 705_60,
    source: "Prop. 2023/24:148: 1.2 % of prisbasbeloppet 2025, 58 800 kr",
    verified: false,
  },
  {
    validUntil: "2026-12-31",
    thresholdOre: 710_40,
    source: "Prop. 2023/24:148: 1.2 % of prisbasbeloppet 2026, 59 200 kr",
    verified: false,
  },
];

/** The threshold of a date; `isKnown` is false when the last known one stands in for a later year. */
export interface ThresholdOnDate extends PriceQuoteThreshold {
  isKnown: boolean;
}

/** The threshold that holds on a local date (`YYYY-MM-DD`, Europe/Stockholm). */
export function priceQuoteThreshold(
  date: string,
  thresholds = PRICE_QUOTE_THRESHOLDS,
): ThresholdOnDate {
  const row = thresholds.find(({ validUntil }) => date <= validUntil);
  return row ? { ...row, isKnown: true } : { ...thresholds.at(-1)!, isKnown: false };
}

/**
 * The binding maximum to give, öre incl. VAT, or null when none is due: none for a fixed price, none up to and
 * including the threshold. Our total binds us anyway, so it is the maximum. `orderedOn` is the local date of
 * ordering, where the duty arises; the prisbasbelopp of a pickup in another year may not be set yet.
 */
export function bindingMaximumOre(order: {
  orderedOn: string;
  comparisonPriceOre: number;
  totalOre: number;
  isFixedPrice: boolean;
}): number | null {
  if (order.isFixedPrice) return null;
  const { thresholdOre } = priceQuoteThreshold(order.orderedOn);
  return order.comparisonPriceOre > thresholdOre ? order.totalOre : null;
}
