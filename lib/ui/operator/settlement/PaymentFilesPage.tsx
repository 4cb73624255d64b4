// Payment files: what waits to be paid, the form that makes a file of it, and the files there are.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { PaymentFilesData } from "../../../board/payment-files-page.ts";
import { formatNumber, formatOre } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { MAX_PAY_AHEAD_DAYS, type PaymentFileRefusal } from "../../../settlement/payment-file.ts";
import { settlementName } from "../../../settlement/settlement.ts";
import { Notice } from "../../parts/Notice.tsx";
import { ReturnsPart } from "./ReturnsPart.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of PaymentFilesPage. */
export interface PaymentFilesPageProps {
  data: PaymentFilesData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function PaymentFilesPage({ data, state, url }: PaymentFilesPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, refusal, done, waiting, files, mayAct } = data;
  const { settlement } = textsFor(locale);
  const { files: words } = settlement;
  const outcomes: Readonly<Record<string, string>> = words.done;
  const said = outcomes[done];
  return (
    <OperatorPage
      page="bookkeeping"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs retention">
        <header class="jobs-head">
          <h1>{words.title}</h1>
          <a class="button" href={paths.adminSettlements()}>{settlement.back}</a>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        {refusal !== null && (
          <p class="action-problem" role="alert">{refusalWords(locale, refusal)}</p>
        )}
        {said !== undefined && refusal === null && (
          <div role="status">
            <Notice tone="ok">{said}</Notice>
          </div>
        )}
        <section class="retention-part">
          <h2>{words.waiting}</h2>
          {waiting.length === 0 ? <p>{words.noWaiting}</p> : <Waiting {...{ data, locale }} />}
          {mayAct && waiting.length > 0 && <MakeForm {...{ data, locale }} />}
        </section>
        <section class="retention-part">
          <h2>{words.made}</h2>
          {files.length === 0 ? <p>{words.none}</p> : <Files {...{ data, locale }} />}
        </section>
        {mayAct && files.length > 0 && <ReturnsPart data={data} locale={locale} />}
      </div>
    </OperatorPage>
  );
}

interface PartProps {
  data: PaymentFilesData;
  locale: Locale;
}

function Waiting({ data: { waiting }, locale }: PartProps) {
  const { files: words } = textsFor(locale).settlement;
  const { waitingColumns: columns } = words;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.waiting}</caption>
      <Head columns={columns} />
      <tbody>
        {waiting.map((one) => (
          <tr key={settlementName(one)}>
            <th scope="row" class="job-what">
              <a href={paths.adminSettlement(one.holderId, one.number)}>{settlementName(one)}</a>
            </th>
            <td data-label={columns.holder} dir="auto">{one.name}</td>
            <td data-label={columns.amount}>{formatOre(locale, one.amountOre)}</td>
            <td data-label={columns.account}>{one.account || words.noAccount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MakeForm({ data: { formToken, payOn }, locale }: PartProps) {
  const { files: words } = textsFor(locale).settlement;
  return (
    <form class="action-row" method="post" action={paths.adminPaymentFiles()}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <label class="action-field">
        <span>{words.payOn}</span>
        <input type="date" name="payOn" value={payOn} required />
      </label>
      <button type="submit" class="button primary" name="action" value="make">{words.make}</button>
    </form>
  );
}

function Files({ data: { files }, locale }: PartProps) {
  const { files: words } = textsFor(locale).settlement;
  const { madeColumns: columns } = words;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.made}</caption>
      <Head columns={columns} />
      <tbody>
        {files.map(({ id, madeAt, payOn, payments, totalOre, sha256 }) => (
          <tr key={id}>
            <th scope="row" class="job-what">
              <a href={paths.adminPaymentFile(id)} download>{words.fetch(madeAt.slice(0, 10))}</a>
            </th>
            <td data-label={columns.payOn}>{payOn}</td>
            <td data-label={columns.count}>{formatNumber(locale, payments.length)}</td>
            <td data-label={columns.total}>{formatOre(locale, totalOre)}</td>
            <td data-label={columns.hash}>{sha256.slice(0, 16)}…</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ columns }: { columns: Readonly<Record<string, string>> }) {
  return (
    <thead>
      <tr>
        {Object.entries(columns).map(([name, title]) => <th key={name} scope="col">{title}</th>)}
      </tr>
    </thead>
  );
}

function refusalWords(locale: Locale, refusal: PaymentFileRefusal): string {
  const { refusals } = textsFor(locale).settlement.files;
  return refusal === "no-bank-day"
    ? refusals[refusal](formatNumber(locale, MAX_PAY_AHEAD_DAYS))
    : refusals[refusal];
}
