// Retention as a page: what is kept how long and why, the last nights, a trial, and what is kept back.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { RetentionData } from "../../../board/retention-page.ts";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { formatMoment, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { totalsOf } from "../../../retention/retention-run.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { CountTable } from "./CountTable.tsx";
import { Holds } from "./Holds.tsx";
import { RuleTable } from "./RuleTable.tsx";
import { YearTables } from "./YearTables.tsx";

/** Properties of RetentionPage. */
export interface RetentionPageProps {
  data: RetentionData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function RetentionPage({ data, state, url }: RetentionPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, trial } = data;
  const words = textsFor(locale).retention;
  return (
    <OperatorPage
      page="retention"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs retention">
        <header class="jobs-head">
          <h1>{words.title}</h1>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        {trial !== null && (
          <section class="retention-part" role="status">
            <h2>{words.trialTitle}</h2>
            <CountTable counts={trial} locale={locale} />
          </section>
        )}
        <section class="retention-part">
          <h2>{words.runsTitle}</h2>
          <Runs data={data} locale={locale} />
          {data.manages && (
            <form method="post" action={paths.adminRetention()}>
              <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
              <p class="action-hint">{words.trialLead}</p>
              <button type="submit" class="button" name="act" value="try">{words.trial}</button>
            </form>
          )}
        </section>
        <Holds data={data} locale={locale} />
        <section class="retention-part">
          <h2>{words.tableTitle}</h2>
          <RuleTable rules={data.rules} locale={locale} />
        </section>
        <YearTables statistics={data.statistics} locale={locale} />
      </div>
    </OperatorPage>
  );
}

function Runs({ data, locale }: { data: RetentionData; locale: Locale }) {
  const words = textsFor(locale).retention;
  const names = words.runColumns;
  const today = dateOf(wallTimeOf(data.nowMs));
  if (data.runs.length === 0) return <p>{words.noRuns}</p>;
  const [newest] = data.runs;
  return (
    <>
      <table class="listing jobs-table">
        <caption class="visually-hidden">{words.runsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{names.started}</th>
            <th scope="col">{names.state}</th>
            <th scope="col">{names.looked}</th>
            <th scope="col">{names.deleted}</th>
            <th scope="col">{names.anonymised}</th>
          </tr>
        </thead>
        <tbody>
          {data.runs.map((run) => {
            const { looked, deleted, anonymised } = totalsOf(run.counts);
            return (
              <tr key={run.id}>
                <th scope="row">
                  <time dateTime={run.startedAt}>
                    {formatMoment(locale, wallTimeOf(run.startedAt), today)}
                  </time>
                </th>
                <td data-label={names.state}>
                  {run.finishedAt === null ? words.goesOn : words.done}
                </td>
                <td data-label={names.looked}>{formatNumber(locale, looked)}</td>
                <td data-label={names.deleted}>{formatNumber(locale, deleted)}</td>
                <td data-label={names.anonymised}>{formatNumber(locale, anonymised)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {newest !== undefined && <CountTable counts={newest.counts} locale={locale} />}
    </>
  );
}
