// The books of a month: the VAT return, its days, and the file for the bookkeeping program.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { BookMonth } from "../../../board/books-page.ts";
import { formatDay, formatMoney, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { VatTable } from "./VatTable.tsx";

/** Properties of BooksPage. */
export interface BooksPageProps {
  data: BookMonth;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function BooksPage({ data, state: { locale, operator }, url }: BooksPageProps) {
  const { formToken, deadJobs, nowMs, entity, month } = data;
  const words = textsFor(locale).bookkeeping;
  return (
    <OperatorPage
      page="bookkeeping"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs retention">
        <header class="jobs-head">
          <h1>{words.title}</h1>
          <a class="button" href={paths.adminSettlements()}>{textsFor(locale).settlement.title}</a>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        <MonthForm data={data} locale={locale} />
        <p>
          <a href={paths.adminInvoices()}>{words.invoices}</a>
        </p>
        <VatTable {...{ data, locale }} />
        <section class="retention-part">
          <h2>{words.days.title}</h2>
          <Days data={data} locale={locale} />
        </section>
        <section class="retention-part">
          <h2>{words.files.title}</h2>
          <p>{words.files.lead}</p>
          <p>
            <a href={paths.adminSie({ entity: entity.id, month })} download>{words.files.sie}</a>
          </p>
          <p>
            <a href={paths.adminFortnox({ entity: entity.id })}>{words.files.fortnox}</a>
          </p>
        </section>
      </div>
    </OperatorPage>
  );
}

function MonthForm({ data: { entities, entity, month }, locale }: {
  data: BookMonth;
  locale: Locale;
}) {
  const words = textsFor(locale).bookkeeping;
  return (
    <form class="action-row" method="get" action={paths.adminBooks()} aria-label={words.choose}>
      <label class="action-field">
        <span>{words.entity}</span>
        <select name="entity">
          {entities.map(({ id, name }) => (
            <option key={id} value={id} selected={id === entity.id}>{name}</option>
          ))}
        </select>
      </label>
      <label class="action-field">
        <span>{words.month}</span>
        <input type="month" name="month" value={month} pattern="20[2-9]\d-(0[1-9]|1[0-2])" />
      </label>
      <button type="submit" class="button">{words.show}</button>
    </form>
  );
}

function Days({ data, locale }: { data: BookMonth; locale: Locale }) {
  const { days: words } = textsFor(locale).bookkeeping;
  const names = words.columns;
  const { days, entity, closedThrough, nowMs } = data;
  const today = dateOf(wallTimeOf(nowMs));
  if (days.length === 0) return <p>{words.empty}</p>;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          {Object.entries(names).map(([name, title]) => <th key={name} scope="col">{title}</th>)}
        </tr>
      </thead>
      <tbody>
        {days.map(([date, figures]) => (
          <tr key={date}>
            <th scope="row">
              <a href={paths.adminBookDay({ entity: entity.id, date })}>
                <time dateTime={date}>{formatDay(locale, date, today)}</time>
              </a>
            </th>
            <td data-label={names.sold}>{formatNumber(locale, figures.sold)}</td>
            <td data-label={names.givenBack}>{formatNumber(locale, figures.givenBack)}</td>
            <td data-label={names.total}>{formatMoney(locale, figures.totalOre)}</td>
            <td data-label={names.vat}>{formatMoney(locale, figures.vatOre)}</td>
            <td data-label={names.state}>{date <= closedThrough ? words.closed : words.open}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
