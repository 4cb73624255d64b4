// What a trip costs, line by line, and of which VAT.
import { formatAmount, formatMoney } from "../../../i18n/format.ts";
import type { BookingView } from "../../../board/booking-view.ts";
import { lineName, vatRates } from "../../parts/price-line.ts";
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
            <th scope="row">{lineName(locale, texts.pane.lines, line)}</th>
            <td dir="ltr">{formatAmount(locale, line.amountOre)}</td>
          </tr>
        ))}
        <tr class="price-vat">
          <th scope="row">{texts.pane.vat(vatRates(locale, view.lines))}</th>
          <td dir="ltr">{formatAmount(locale, view.vatOre)}</td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{texts.pane.total}</th>
          <td dir="ltr">{formatMoney(locale, view.totalOre)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
