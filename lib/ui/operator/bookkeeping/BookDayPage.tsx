// A day of the books: what was sold by which vehicle, the vouchers, and the form that closes it.
import type { OperatorSession } from "../../../accounts/session.ts";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { BookDay } from "../../../board/books-page.ts";
import type { SaleFigures } from "../../../bookkeeping/z-report.ts";
import { formatDay, formatMoney, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { ReportSums } from "./ReportSums.tsx";
import { VoucherTable } from "./VoucherTable.tsx";

/** Properties of BookDayPage. */
export interface BookDayPageProps {
  data: BookDay;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function BookDayPage({ data, state: { locale, operator }, url }: BookDayPageProps) {
  const { formToken, deadJobs, nowMs, entity, date, vouchers } = data;
  const { day: words } = textsFor(locale).bookkeeping;
  const shown = formatDay(locale, date, dateOf(wallTimeOf(nowMs)));
  return (
    <OperatorPage
      page="bookkeeping"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs retention">
        <header class="jobs-head">
          <h1>{words.title(shown, entity.name)}</h1>
        </header>
        <p>
          <a href={paths.adminBooks({ entity: entity.id, month: date.slice(0, 7) })}>
            {words.back}
          </a>
        </p>
        {vouchers.length === 0 ? <p>{words.empty}</p> : (
          <>
            <Report data={data} locale={locale} />
            <ReportSums figures={data.report.all} locale={locale} />
          </>
        )}
        <Closing data={data} locale={locale} />
        {vouchers.length > 0 && <VoucherTable {...{ data, locale }} />}
      </div>
    </OperatorPage>
  );
}

function Report({ data: { report }, locale }: { data: BookDay; locale: Locale }) {
  const { day: words, days } = textsFor(locale).bookkeeping;
  const { date: _date, state: _state, ...names } = days.columns;
  const rows: [string, SaleFigures][] = [...report.vehicles, [words.all, report.all]];
  return (
    <section class="retention-part">
      <h2>{words.vehicles}</h2>
      <table class="listing jobs-table">
        <caption class="visually-hidden">{words.vehicles}</caption>
        <thead>
          <tr>
            <th scope="col">{words.vehicle}</th>
            {Object.entries(names).map(([name, title]) => <th key={name} scope="col">{title}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(([vehicle, figures]) => (
            <tr key={vehicle}>
              <th scope="row">{vehicle}</th>
              <td data-label={names.sold}>{formatNumber(locale, figures.sold)}</td>
              <td data-label={names.givenBack}>{formatNumber(locale, figures.givenBack)}</td>
              <td data-label={names.total}>{formatMoney(locale, figures.totalOre)}</td>
              <td data-label={names.vat}>{formatMoney(locale, figures.vatOre)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {words.numbers}: {report.documents.map(([series, { first, last }]) =>
          words.span(series, String(first), String(last))
        ).join(", ")}
      </p>
      {report.late > 0 && <p>{words.late(formatNumber(locale, report.late))}</p>}
    </section>
  );
}

function Closing({ data, locale }: { data: BookDay; locale: Locale }) {
  const { entity, date, isClosed, mayClose, fault, formToken } = data;
  const { day: words } = textsFor(locale).bookkeeping;
  if (isClosed && fault === null) return <p role="status">{words.isClosed}</p>;
  if (!mayClose) return null;
  return (
    <form
      class="retention-part"
      method="post"
      action={paths.adminBookDay({ entity: entity.id, date })}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <p class="action-hint">{words.closeLead}</p>
      {fault !== null && <p role="alert">{words.faults[fault]}</p>}
      <p>
        <button type="submit" class="button">{words.close}</button>
      </p>
    </form>
  );
}
