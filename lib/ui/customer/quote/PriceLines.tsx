// A price line by line, VAT and comparison price below it.
import { COMPARISON_KM, COMPARISON_MINUTES } from "../../../pricing/comparison-price.ts";
import { formatKronor, formatMoney, formatOre } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { lineName, vatRates } from "../../parts/price-line.ts";
import type { FareLine } from "../../../pricing/quote.ts";

/** Properties of PriceLines. */
export interface PriceLinesProps {
  locale: Locale;
  lines: readonly FareLine[];
  totalOre: number;
  vatOre: number;
  comparisonPriceOre: number;
  /** Binding maximum price, or null when none is due. */
  bindingMaximumOre: number | null;
}

/** The lines as a table a screen reader can walk. */
export function PriceLines(props: PriceLinesProps) {
  const { locale, lines, bindingMaximumOre } = props;
  const { quote } = textsFor(locale);
  const money = (ore: number) => formatMoney(locale, ore);
  return (
    <div class="price-lines">
      <table>
        <caption class="visually-hidden">{quote.included}</caption>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">{lineName(locale, quote.lines, line)}</th>
              <td dir="ltr">{money(line.amountOre)}</td>
            </tr>
          ))}
          <tr class="price-total">
            <th scope="row">{quote.toPay}</th>
            <td dir="ltr">{money(props.totalOre)}</td>
          </tr>
          <tr class="price-note">
            <th scope="row">{quote.vat(vatRates(locale, lines))}</th>
            <td dir="ltr">{formatOre(locale, props.vatOre)}</td>
          </tr>
          <tr class="price-note">
            <th scope="row">
              {quote.comparisonPrice}
              <span class="price-hint">
                {quote.comparisonHint(COMPARISON_KM, COMPARISON_MINUTES)}
              </span>
            </th>
            <td dir="ltr">{formatKronor(locale, props.comparisonPriceOre)}</td>
          </tr>
        </tbody>
      </table>
      {bindingMaximumOre === null
        ? null
        : <p class="small">{quote.bindingMaximum(money(bindingMaximumOre))}</p>}
    </div>
  );
}
