// What a trip costs, line by line, and of which VAT.
import { formatAmount, formatMoney } from "../../../i18n/format.ts";
import { INTL_LOCALE } from "../../../i18n/locale.ts";
import type { FareLine } from "../../../pricing/quote.ts";
import type { BookingView } from "../../../board/booking-view.ts";
import type { Look } from "../frame/look.ts";

/** The lines, their VAT and the total. */
export function PriceLines({ look, view }: { look: Look; view: BookingView }) {
  const { texts, locale } = look;
  return (
    <table class="price">
      <caption class="visually-hidden">{texts.pane.price}</caption>
      <tbody>
        {view.lines.map((line, i) => (
          <tr key={i}>
            <th scope="row">{lineName(look, line)}</th>
            <td>{formatAmount(locale, line.amountOre)}</td>
          </tr>
        ))}
        <tr class="price-vat">
          <th scope="row">{texts.pane.vat(vatRates(look, view.lines))}</th>
          <td>{formatAmount(locale, view.vatOre)}</td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{texts.pane.total}</th>
          <td>{formatMoney(locale, view.totalOre)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function lineName({ texts, locale }: Look, { code, label }: FareLine): string {
  const name = texts.pane.lines[code];
  const own = label[locale];
  if (own === "") return name;
  return code === "surcharge" ? own : `${name} ${own}`;
}

/** `6 %`, or `6 %, 25 %` when the lines differ. */
function vatRates({ locale }: Look, lines: readonly FareLine[]): string {
  const percent = new Intl.NumberFormat(INTL_LOCALE[locale], { style: "percent" });
  return [...new Set(lines.map((line) => line.vatRatePercent))]
    .map((rate) => percent.format(rate / 100)).join(", ");
}
