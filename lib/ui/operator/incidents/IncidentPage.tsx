// One incident for whoever must mend it: what, where in our sources, since when, for how many, under which references.
import type { ComponentChildren } from "preact";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { IncidentData } from "../../../board/incidents-page.ts";
import { formatMoment, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { MAX_PEOPLE, type NotedFailure } from "../../../incidents/incident.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Said, said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { HourBars } from "./HourBars.tsx";
import { TrailSteps } from "./TrailSteps.tsx";

/** Properties of IncidentPage. */
export interface IncidentPageProps {
  data: IncidentData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function IncidentPage({ data, state: { locale, operator }, url }: IncidentPageProps) {
  const { formToken, deadJobs, nowMs, incident, failure, trail, recording } = data;
  const words = textsFor(locale).incidents;
  const moment = (at: string) => (
    <time dateTime={at}>
      {formatMoment(locale, wallTimeOf(at), dateOf(wallTimeOf(nowMs)))}
    </time>
  );
  const { people } = incident;
  return (
    <OperatorPage
      page="incidents"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs incidents">
        <header class="jobs-head">
          <h1>
            <code>
              <Said>{incident.code}</Said>
            </code>
          </h1>
          <a class="button" href={paths.adminIncidents()}>{words.all}</a>
        </header>
        <p class="incident-kind" data-severity={incident.severity}>
          {words.severity[incident.severity]}, {words.category[incident.category]}
        </p>
        <p class="incident-text">
          <Said>{incident.technical}</Said>
        </p>
        <dl class="incident-facts">
          <Fact name={words.where}>
            {incident.operation === "" ? words.nowhere : (
              <code>
                <Said>{incident.operation}</Said>
              </code>
            )}
          </Fact>
          <Fact name={words.day}>
            <HourBars locale={locale} trend={incident.trend} />
          </Fact>
          <Fact name={words.count}>{formatNumber(locale, incident.count)}</Fact>
          <Fact name={words.people}>
            {people.length >= MAX_PEOPLE ? `${people.length}+` : people.length}
          </Fact>
          <Fact name={words.first}>{moment(incident.firstSeen)}</Fact>
          <Fact name={words.last}>{moment(incident.lastSeen)}</Fact>
          <Fact name={words.told}>
            {incident.alarmedAt === null ? words.notTold : moment(incident.alarmedAt)}
          </Fact>
        </dl>
        {failure !== null && <Failure failure={failure} locale={locale} moment={moment} />}
        {trail !== null && <TrailSteps trail={trail} recording={recording} locale={locale} />}
        <Frames {...incident} locale={locale} />
        <References {...incident} locale={locale} />
      </div>
    </OperatorPage>
  );
}

/** The one that was looked for by its reference. */
function Failure(
  { failure, locale, moment }: {
    failure: NotedFailure;
    locale: Locale;
    moment: (at: string) => ComponentChildren;
  },
) {
  const words = textsFor(locale).incidents;
  return (
    <section class="incident-part">
      <h2>{words.oneOf(said(failure.reference))}</h2>
      <dl class="incident-facts">
        <Fact name={words.at}>{moment(failure.at)}</Fact>
        {Object.entries(failure.context).filter(([, value]) => value !== "").map((
          [name, value],
        ) => (
          <Fact key={name} name={said(name)}>
            <code>
              <Said>{String(value)}</Said>
            </code>
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Frames({ frames, locale }: { frames: readonly string[]; locale: Locale }) {
  if (frames.length === 0) return null;
  return (
    <section class="incident-part">
      <h2>{textsFor(locale).incidents.sources}</h2>
      <ol class="incident-frames">
        {frames.map((frame) => (
          <li key={frame}>
            <code>
              <Said>{frame}</Said>
            </code>
          </li>
        ))}
      </ol>
    </section>
  );
}

function References(
  { references, fingerprint, locale }: {
    references: readonly string[];
    fingerprint: string;
    locale: Locale;
  },
) {
  if (references.length === 0) return null;
  return (
    <section class="incident-part">
      <h2>{textsFor(locale).incidents.references}</h2>
      <ul class="incident-references">
        {references.map((reference) => (
          <li key={reference}>
            <a href={paths.adminIncident(fingerprint, { reference })}>
              <code>
                <Said>{reference}</Said>
              </code>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
