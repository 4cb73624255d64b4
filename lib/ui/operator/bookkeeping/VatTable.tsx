// The VAT return of a month, box by box.
import type { BookMonth } from "../../../board/books-page.ts";
import { VAT_BOXES, type VatBox } from "../../../bookkeeping/vat-report.ts";
import { formatMoney, formatPercent } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** The rate of each box of output VAT, in percent. */
const RATES: Readonly<Partial<Record<VatBox, number>>> = { "10": 25, "11": 12, "12": 6 };

/** Properties of VatTable. */
export interface VatTableProps {
  data: Pick<BookMonth, "vat" | "vatApartOre">;
  locale: Locale;
}

/** The boxes, and whether documents and vouchers agree. */
export function VatTable({ data: { vat, vatApartOre }, locale }: VatTableProps) {
  const { vat: words } = textsFor(locale).bookkeeping;
  const names = words.columns;
  const what = (box: VatBox) => {
    const rate = RATES[box];
    if (rate !== undefined) return words.output(formatPercent(locale, rate));
    return box === "05" ? words.sales : box === "48" ? words.input : words.payable;
  };
  return (
    <section class="retention-part">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <table class="listing jobs-table">
        <caption class="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            {Object.entries(names).map(([name, title]) => <th key={name} scope="col">{title}</th>)}
          </tr>
        </thead>
        <tbody>
          {VAT_BOXES.map((box) => (
            <tr key={box}>
              <th scope="row">{words.box(box)}</th>
              <td data-label={names.what}>{what(box)}</td>
              <td data-label={names.amount}>{formatMoney(locale, vat[box] * 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {vatApartOre === 0
        ? <p>{words.agrees}</p>
        : <p role="alert">{words.differs(formatMoney(locale, vatApartOre))}</p>}
    </section>
  );
}
