// What a settlement comes to: what customers paid, what is charged for it, and what is paid out.
import { formatOre } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { SettlementContent } from "../../../settlement/settlement.ts";
import {
  settlementSheet,
  type SheetLine,
  type SheetSum,
} from "../../../settlement/settlement-sheet.ts";

/** Properties of SettlementSheetPart. */
export interface SettlementSheetPartProps {
  content: SettlementContent;
  locale: Locale;
}

/** Its three tables. */
export function SettlementSheetPart({ content, locale }: SettlementSheetPartProps) {
  const { sheet: words } = textsFor(locale).settlement;
  const { sold, lines, sums } = settlementSheet(content, locale);
  return (
    <>
      <Sums title={words.sold} rows={sold} locale={locale} />
      <h3>{words.lines}</h3>
      {lines.length === 0 ? <p>{words.noLines}</p> : <Lines {...{ lines, locale }} />}
      <Sums title={words.result} rows={sums} locale={locale} />
    </>
  );
}

function Sums(
  { title, rows, locale }: { title: string; rows: readonly SheetSum[]; locale: Locale },
) {
  const { soldColumns: columns } = textsFor(locale).settlement.sheet;
  return (
    <>
      <h3>{title}</h3>
      <table class="listing jobs-table">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.how}</th>
            <th scope="col">{columns.amount}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, ore }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-label={columns.amount}>{formatOre(locale, ore)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Lines({ lines, locale }: { lines: readonly SheetLine[]; locale: Locale }) {
  const { lines: caption, lineColumns: columns } = textsFor(locale).settlement.sheet;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {Object.entries(columns).map(([name, title]) => <th key={name} scope="col">{title}</th>)}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ text, reason, netOre, vatOre, totalOre }, i) => (
          <tr key={i}>
            <th scope="row">{text} {reason !== "" && <bdi>{reason}</bdi>}</th>
            <td data-label={columns.net}>{formatOre(locale, netOre)}</td>
            <td data-label={columns.vat}>{formatOre(locale, vatOre)}</td>
            <td data-label={columns.total}>{formatOre(locale, totalOre)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
