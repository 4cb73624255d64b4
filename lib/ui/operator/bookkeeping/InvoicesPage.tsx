// Invoices that are not paid, for who keeps the books: a row each, with what can be noted of it. Works without a script.
import type { ComponentChildren } from "preact";
import type { OperatorSession } from "../../../accounts/session.ts";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { InvoicesPage as Data, ShownInvoice } from "../../../board/invoices-page.ts";
import { formatOre } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of InvoicesPage. */
export interface InvoicesPageProps {
  data: Data;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function InvoicesPage({ data, state: { locale, operator }, url }: InvoicesPageProps) {
  const { formToken, deadJobs, nowMs, shown, sums, fault } = data;
  const words = textsFor(locale).invoices;
  return (
    <OperatorPage
      page="bookkeeping"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs retention">
        <header class="jobs-head">
          <h1>{words.title}</h1>
        </header>
        <p>
          <a href={paths.adminBooks()}>{words.back}</a>
        </p>
        {fault !== null && (
          <div role="alert">
            <Notice tone="warn">{words.faults[fault]}</Notice>
          </div>
        )}
        {shown.length === 0 ? <p>{words.empty}</p> : (
          <>
            <p class="jobs-lead">
              {words.sums(formatOre(locale, sums.openOre), formatOre(locale, sums.overdueOre))}
            </p>
            <List data={data} locale={locale} />
            {data.hasMore && <p class="jobs-more">{words.more}</p>}
          </>
        )}
      </div>
    </OperatorPage>
  );
}

function List({ data, locale }: { data: Data; locale: Locale }) {
  const words = textsFor(locale).invoices;
  const names = words.columns;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          {Object.entries(names).map(([name, title]) => <th key={name} scope="col">{title}</th>)}
        </tr>
      </thead>
      <tbody>
        {data.shown.map((one) => <Row key={one.invoice.id} {...{ one, data, locale }} />)}
      </tbody>
    </table>
  );
}

interface RowProps {
  one: ShownInvoice;
  data: Data;
  locale: Locale;
}

function Row(props: RowProps) {
  const { one: { invoice, seller, buyer, leftOre }, data: { today, mayNote }, locale } = props;
  const words = textsFor(locale).invoices;
  const names = words.columns;
  const { document: { series, number }, dueDate, ocr, remindedOn } = invoice;
  const isOverdue = dueDate < today;
  return (
    <tr>
      <th scope="row">
        <a href={paths.adminDocument(invoice.id)} download>{`${series}-${number}`}</a>
        <p class="landmark-marks">
          <Said>{seller}</Said>
        </p>
      </th>
      <td data-label={names.buyer}>
        <Said>{buyer === "" ? "–" : buyer}</Said>
      </td>
      <td data-label={names.due}>
        <time dateTime={dueDate}>{dueDate}</time>
        {isOverdue && <p class="landmark-marks">{words.overdue}</p>}
        {remindedOn.map((date) => <p key={date} class="landmark-marks">{words.reminded(date)}</p>)}
      </td>
      <td data-label={names.ocr} dir="ltr">{ocr}</td>
      <td data-label={names.left}>{formatOre(locale, leftOre)}</td>
      <td data-label={names.note}>{mayNote ? <Doings {...props} /> : "–"}</td>
    </tr>
  );
}

function Doings(props: RowProps) {
  const { one: { invoice, leftOre }, data: { today }, locale } = props;
  const words = textsFor(locale).invoices;
  const name = `${invoice.document.series}-${invoice.document.number}`;
  return (
    <details>
      <summary>{words.doings(name)}</summary>
      <NoteForm {...props} action="paid">
        <label class="action-field">
          <span>{words.paidOn}</span>
          <input type="date" name="date" value={today} max={today} required />
        </label>
        <label class="action-field">
          <span>{words.amount}</span>
          <input
            type="text"
            name="amount"
            inputMode="decimal"
            required
            value={(leftOre / 100).toFixed(2).replace(".", ",")}
          />
        </label>
        <button type="submit" class="button primary">{words.paid}</button>
      </NoteForm>
      <NoteForm {...props} action="remind">
        <button type="submit" class="button">{words.remind}</button>
      </NoteForm>
      {invoice.payments.length === 0 && (
        <NoteForm {...props} action="credit">
          <button type="submit" class="button">{words.credit}</button>
        </NoteForm>
      )}
    </details>
  );
}

function NoteForm(
  { one: { invoice, leftOre }, data: { formToken }, action, children }: RowProps & {
    action: "paid" | "remind" | "credit";
    children: ComponentChildren;
  },
) {
  return (
    <form class="action-row" method="post" action={paths.adminInvoices()}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="invoice" value={invoice.id} />
      <input type="hidden" name="left" value={String(leftOre)} />
      <input type="hidden" name="action" value={action} />
      {children}
    </form>
  );
}
