// A price line by line, the same table for customers and operators.
import type { ComponentChildren } from "preact";
import { formatMoney, formatOre } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/texts.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { FareLine } from "../../pricing/quote.ts";
import { lineName, vatRates } from "./price-line.ts";

/** Properties of PriceLines. */
export interface PriceLinesProps {
  locale: Locale;
  words: Pick<Texts["quote"], "lines" | "included" | "toPay" | "vat">;
  price: { lines: readonly FareLine[]; totalOre: number; vatOre: number };
  /** More rows below the VAT. */
  children?: ComponentChildren;
}

/** Lines, total and VAT as a table a screen reader can walk. */
export function PriceLines({ locale, words, price, children }: PriceLinesProps) {
  return (
    <table class="price-lines">
      <caption class="visually-hidden">{words.included}</caption>
      <tbody>
        {price.lines.map((line, i) => (
          <tr key={i}>
            <th scope="row">{lineName(locale, words.lines, line)}</th>
            <td dir="ltr">{formatMoney(locale, line.amountOre)}</td>
          </tr>
        ))}
        <tr class="price-total">
          <th scope="row">{words.toPay}</th>
          <td dir="ltr">{formatMoney(locale, price.totalOre)}</td>
        </tr>
        <tr class="price-note">
          <th scope="row">{words.vat(vatRates(locale, price.lines))}</th>
          <td dir="ltr">{formatOre(locale, price.vatOre)}</td>
        </tr>
        {children}
      </tbody>
    </table>
  );
}
