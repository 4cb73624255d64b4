// Failures of the product for operators: the last day in figures, the search by reference, every incident.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { IncidentRow, IncidentsData } from "../../../board/incidents-page.ts";
import { formatMoment, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { INCIDENT_KEPT_MS, MAX_PEOPLE, REFERENCE_KEPT_MS } from "../../../incidents/incident.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said, said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { PartTable } from "./PartTable.tsx";
import { HourBars } from "./HourBars.tsx";
import { Outlets } from "./Outlets.tsx";

/** Properties of IncidentsPage. */
export interface IncidentsPageProps {
  data: IncidentsData & { isTried: boolean };
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

const DAY_MS = 24 * 60 * 60_000;

/** The list in the operators' frame. */
export function IncidentsPage({ data, state: { locale, operator }, url }: IncidentsPageProps) {
  const { formToken, deadJobs, nowMs, incidents, count, missed, dropped } = data;
  const words = textsFor(locale).incidents;
  return (
    <OperatorPage
      page="incidents"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs incidents">
        <header class="jobs-head">
          <h1>{words.title}</h1>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        <SearchForm locale={locale} q={missed} />
        {missed !== "" && (
          <div role="status">
            <Notice tone="warn">{words.missed(said(missed), REFERENCE_KEPT_MS / DAY_MS)}</Notice>
          </div>
        )}
        <Figures {...data} locale={locale} />
        {dropped > 0 && <Notice tone="warn">{words.dropped(formatNumber(locale, dropped))}</Notice>}
        {count === 0
          ? (
            <div class="day-empty">
              <p class="day-empty-title">{words.emptyTitle}</p>
              <p>{words.empty(INCIDENT_KEPT_MS / DAY_MS)}</p>
            </div>
          )
          : <IncidentTable incidents={incidents} locale={locale} nowMs={nowMs} />}
        <PartTable parts={data.parts} locale={locale} nowMs={nowMs} />
        {count > incidents.length && <p class="jobs-more">{words.shown(incidents.length, count)}
        </p>}
        <Outlets {...data} locale={locale} />
      </div>
    </OperatorPage>
  );
}

function SearchForm({ locale, q }: { locale: Locale; q: string }) {
  const words = textsFor(locale).incidents;
  return (
    <form class="landmark-search" method="get" action={paths.adminIncidents()} role="search">
      <label class="action-field">
        <span>{words.reference}</span>
        <input type="search" name="q" value={q} maxLength={40} placeholder="7F3K-22QD" dir="auto" />
      </label>
      <button type="submit" class="button">{words.find}</button>
    </form>
  );
}

function Figures({ stats, locale }: Pick<IncidentsData, "stats"> & { locale: Locale }) {
  const words = textsFor(locale).incidents;
  const many = (count: number) => formatNumber(locale, count);
  const rows = [
    [words.total, many(stats.total)],
    [words.people, stats.people >= MAX_PEOPLE ? `${many(stats.people)}+` : many(stats.people)],
    [words.severity.critical, many(stats.bySeverity["critical"] ?? 0)],
    [words.severity.high, many(stats.bySeverity["high"] ?? 0)],
  ];
  return (
    <dl class="incident-figures">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function IncidentTable(
  { incidents, locale, nowMs }: {
    incidents: readonly IncidentRow[];
    locale: Locale;
    nowMs: number;
  },
) {
  const words = textsFor(locale).incidents;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.where}</th>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.people}</th>
          <th scope="col">{words.last}</th>
        </tr>
      </thead>
      <tbody>
        {incidents.map((each) => (
          <IncidentLine key={each.fingerprint} incident={each} locale={locale} nowMs={nowMs} />
        ))}
      </tbody>
    </table>
  );
}

/** The row. On a phone each cell is a line that says what it is. */
function IncidentLine(
  { incident, locale, nowMs }: { incident: IncidentRow; locale: Locale; nowMs: number },
) {
  const words = textsFor(locale).incidents;
  const { fingerprint, code, category, severity, operation, trend, people, lastSeen } = incident;
  const last = formatMoment(locale, wallTimeOf(lastSeen), dateOf(wallTimeOf(nowMs)));
  return (
    <tr>
      <th scope="row" class="job-what">
        <a href={paths.adminIncident(fingerprint)}>
          <code>
            <Said>{code}</Said>
          </code>
        </a>
        <span class="incident-kind" data-severity={severity}>
          {words.severity[severity]}, {words.category[category]}
        </span>
      </th>
      <td data-label={words.where}>
        {operation === "" ? words.nowhere : (
          <code>
            <Said>{operation}</Said>
          </code>
        )}
      </td>
      <td data-label={words.day}>
        <HourBars locale={locale} trend={trend} />
      </td>
      <td data-label={words.people}>
        {people.length >= MAX_PEOPLE ? `${people.length}+` : people.length}
      </td>
      <td data-label={words.last}>
        <time dateTime={lastSeen}>{last}</time>
      </td>
    </tr>
  );
}
