// Jobs that were given up, as a page: what each was for, why it stopped, and the two ways on.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { DeadJobsData, JobOutcome } from "../../../board/dead-jobs.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { formatTime, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { Notice } from "../../parts/Notice.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { DeadJob } from "./DeadJob.tsx";

/** Properties of DeadJobsPage. */
export interface DeadJobsPageProps {
  data: DeadJobsData & { outcome: JobOutcome | null };
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function DeadJobsPage({ data, state, url }: DeadJobsPageProps) {
  const { jobs, more, formToken, nowMs, outcome } = data;
  const { locale } = state;
  const words = textsFor(locale).jobs;
  const now = wallTimeOf(nowMs);
  return (
    <OperatorPage
      page="jobs"
      locale={locale}
      operator={state.operator}
      nowMs={nowMs}
      url={url}
      date=""
      formToken={formToken}
      deadJobs={{ count: jobs.length, more }}
    >
      <div class="jobs">
        <header class="jobs-head">
          <h1>{words.title}</h1>
          <p class="jobs-time">{words.asOf(formatTime(locale, now))}</p>
        </header>
        {outcome !== null && (
          <div role="status">
            <Notice tone={outcome === "already" ? "info" : "ok"}>{words.outcome[outcome]}</Notice>
          </div>
        )}
        {jobs.length === 0
          ? (
            <div class="day-empty">
              <p class="day-empty-title">{words.emptyTitle}</p>
              <p>{words.empty}</p>
            </div>
          )
          : (
            <>
              <p class="jobs-lead">{words.lead}</p>
              <DeadJobTable {...{ jobs, formToken, locale, today: dateOf(now) }} />
              {more && <p class="jobs-more">{words.more(jobs.length)}</p>}
            </>
          )}
      </div>
    </OperatorPage>
  );
}

function DeadJobTable(
  { jobs, formToken, locale, today }: Pick<DeadJobsData, "jobs" | "formToken"> & {
    locale: Locale;
    today: string;
  },
) {
  const words = textsFor(locale).jobs;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.since}</th>
          <th scope="col">{words.attempts}</th>
          <th scope="col">{words.error}</th>
          <th scope="col">{words.about}</th>
          <th scope="col">
            <span class="visually-hidden">{words.retry}, {words.drop}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => <DeadJob key={job.id} {...{ job, formToken, locale, today }} />)}
      </tbody>
    </table>
  );
}
