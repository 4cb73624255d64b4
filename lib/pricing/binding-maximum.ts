// When a binding maximum price is due (2 kap. 20 § taxitrafiklagen): the threshold is dated data, never a constant.

/** One threshold and the dates it holds. */
export interface PriceQuoteThreshold {
  /** Last local date it holds, inclusive. */
  validUntil: string;
  /** Jämförpris above which the duty begins, öre incl. VAT. */
  thresholdOre: number;
  source: string;
  /** `expected` until the year's prisbasbelopp is decided; Statistics Sweden computes it the summer before. */
  status: "decided" | "expected";
  /** Local date by which it must be decided here: the government has then set the prisbasbelopp. */
  dueOn: string;
  /** False until a lawyer has checked the row against the adopted statute. */
  verified: boolean;
}

/**
 * How long the proof of a binding price is kept at least, in months (2 kap. 21 § taxitrafiklagen; TSFS 2013:41
 * 6 kap. 12 §). Bookings keep the lines, the comparison price and the maximum; tariffs are never deleted.
 */
export const PRICE_PROOF_MONTHS = 6;

/** Oldest first, without gaps. Add a row each summer, mark it decided each autumn. */
export const PRICE_QUOTE_THRESHOLDS: readonly PriceQuoteThreshold[] = [
  {
    validUntil: "2024-12-31",
    thresholdOre: 500_00,
    source: "SFS 2018:1125: 500 kr",
    status: "decided",
    dueOn: "2023-10-01",
    verified: false,
  },
  {
    validUntil: "2025-12-31",
    thresholdOre: ofPriceBaseAmount(58_800),
    source: "SFS 2024:973; prisbasbelopp 2025: 58 800 kr",
    status: "decided",
    dueOn: "2024-10-01",
    verified: false,
  },
  {
    validUntil: "2026-12-31",
    thresholdOre: ofPriceBaseAmount(59_200),
    source: "SFS 2024:973; prisbasbelopp 2026: 59 200 kr",
    status: "decided",
    dueOn: "2025-10-01",
    verified: false,
  },
  {
    validUntil: "2027-12-31",
    thresholdOre: ofPriceBaseAmount(59_600),
    source: "SFS 2024:973; prisbasbelopp 2027 as computed by SCB on 2026-07-15: 59 600 kr",
    status: "expected",
    dueOn: "2026-10-01",
    verified: false,
  },
];

/** 1.2 % of prisbasbeloppet, rounded down to whole ten kronor; kronor in, öre out. */
function ofPriceBaseAmount(kronor: number): number {
  return Math.floor(kronor * 12 / 10_000) * 10_00;
}

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
