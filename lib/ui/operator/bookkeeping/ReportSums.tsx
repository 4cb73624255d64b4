// What a day's report comes to by rate of VAT and by way to pay.
import type { SaleFigures } from "../../../bookkeeping/z-report.ts";
import { SALE_METHODS } from "../../../bookkeeping/sale.ts";
import { formatMoney, formatPercent } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** Properties of ReportSums. */
export interface ReportSumsProps {
  figures: SaleFigures;
  locale: Locale;
}

/** Two tables. */
export function ReportSums({ figures: { byRate, byMethod }, locale }: ReportSumsProps) {
  const texts = textsFor(locale);
  const { day: words } = texts.bookkeeping;
  const money = (ore: number) => formatMoney(locale, ore);
  return (
    <>
      <SumTable
        title={words.rates}
        columns={words.rateColumns}
        rows={byRate.map(({ vatRatePercent, amountOre, vatOre }) => [
          formatPercent(locale, vatRatePercent),
          ...[amountOre - vatOre, vatOre, amountOre].map(money),
        ])}
      />
      <SumTable
        title={words.methods}
        columns={words.methodColumns}
        rows={SALE_METHODS.filter((method) => byMethod[method] !== 0)
          .map((method) => [texts.documents.methods[method], money(byMethod[method])])}
      />
    </>
  );
}

function SumTable({ title, columns, rows }: {
  title: string;
  columns: Readonly<Record<string, string>>;
  rows: readonly (readonly string[])[];
}) {
  const names = Object.values(columns);
  return (
    <section class="retention-part">
      <h2>{title}</h2>
      <table class="listing jobs-table">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>{names.map((name) => <th key={name} scope="col">{name}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {cells.map((cell, i) => <td key={names[i + 1]} data-label={names[i + 1]}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
