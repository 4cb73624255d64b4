// What a customer is told of a price: its lines, the comparison price and what the law caps it at.
import { formatKronor, formatMoney } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { COMPARISON_KM, COMPARISON_MINUTES } from "../../../pricing/comparison-price.ts";
import { PriceLines, type PriceLinesProps } from "../../parts/PriceLines.tsx";

/** Properties of CustomerPrice. */
export interface CustomerPriceProps {
  locale: Locale;
  price: PriceLinesProps["price"] & {
    comparisonPriceOre: number;
    /** Binding maximum price, or null when none is due. */
    bindingMaximumOre: number | null;
  };
}

/** The table and the sentence below it. */
export function CustomerPrice({ locale, price }: CustomerPriceProps) {
  const { quote } = textsFor(locale);
  const { bindingMaximumOre } = price;
  return (
    <>
      <PriceLines locale={locale} words={quote} price={price}>
        <tr class="price-note">
          <th scope="row">
            {quote.comparisonPrice}
            <span class="price-hint">
              {quote.comparisonHint(COMPARISON_KM, COMPARISON_MINUTES)}
            </span>
          </th>
          <td dir="ltr">{formatKronor(locale, price.comparisonPriceOre)}</td>
        </tr>
      </PriceLines>
      {bindingMaximumOre === null
        ? null
        : <p class="small">{quote.bindingMaximum(formatMoney(locale, bindingMaximumOre))}</p>}
    </>
  );
}
