// The queue of data requests: what must be answered first stands on top.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { DataRequestsData } from "../../../board/data-requests-page.ts";
import type { RequestRow } from "../../../board/request-rows.ts";
import { requestFilterQuery } from "../../../board/request-filters.ts";
import { formatMoment, formatShortDate, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Said } from "../../parts/Said.tsx";
import { RequestFilterBar } from "./RequestFilterBar.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { whoseRequest } from "./whose-request.ts";

/** Properties of DataRequestsPage. */
export interface DataRequestsPageProps {
  data: DataRequestsData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

const FILTERS = ["open", "all"] as const;

/** The page in the operators' frame. */
export function DataRequestsPage({ data, state, url }: DataRequestsPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, show, older } = data;
  const words = textsFor(locale).dataRequests;
  return (
    <OperatorPage
      page="data-requests"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs data-requests">
        <header class="jobs-head">
          <h1>{words.title}</h1>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        <nav class="action-row" aria-label={words.filter}>
          {FILTERS.map((one) => (
            <a
              key={one}
              class="button"
              href={paths.adminDataRequests({ show: one })}
              aria-current={show === one ? "true" : "false"}
            >
              {words.filters[one]}
            </a>
          ))}
          <a
            class="button"
            href={paths.adminDataRequestsCsv({ show, ...requestFilterQuery(data.filters) })}
          >
            {words.file}
          </a>
        </nav>
        {show === "open" && <RequestFilterBar data={data} locale={locale} />}
        {data.rows.length === 0
          ? <p>{words.empty}</p>
          : <RequestTable rows={data.rows} nowMs={nowMs} locale={locale} />}
        {data.next !== "" && (
          <a
            class="button"
            href={paths.adminDataRequests({
              ...requestFilterQuery(data.filters),
              cursor: data.next,
            })}
          >
            {words.next}
          </a>
        )}
        {older !== "" && (
          <a class="button" href={paths.adminDataRequests({ show: "all", before: older })}>
            {words.older}
          </a>
        )}
      </div>
    </OperatorPage>
  );
}

function RequestTable(
  { rows, nowMs, locale }: { rows: readonly RequestRow[]; nowMs: number; locale: Locale },
) {
  const words = textsFor(locale).dataRequests;
  const { what, state, left, received, who } = words.columns;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{who}</th>
          <th scope="col">{state}</th>
          <th scope="col">{left}</th>
          <th scope="col">{received}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.request.id}>
            <th scope="row">
              <a href={paths.adminDataRequest(row.request.id)}>{words.types[row.request.type]}</a>
            </th>
            <td data-label={who}>
              <Said>{whoseRequest(words, row)}</Said>
            </td>
            <td data-label={state}>{words.states[row.request.state]}</td>
            <td data-label={left}>
              {row.isOpen
                ? `${words.daysLeft(row.days)}, ${
                  words.dueOn(formatShortDate(locale, row.request.dueOn))
                }`
                : ""}
            </td>
            <td data-label={received}>
              <time dateTime={row.request.receivedAt}>
                {formatMoment(
                  locale,
                  wallTimeOf(row.request.receivedAt),
                  dateOf(wallTimeOf(nowMs)),
                )}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
