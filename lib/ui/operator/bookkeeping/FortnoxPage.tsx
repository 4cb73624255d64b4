// The link of an entity's books to Fortnox: whether it is there, what was sent and what waits, and what a person must mend.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { FortnoxView } from "../../../board/fortnox-page.ts";
import { formatMoment, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of FortnoxPage. */
export interface FortnoxPageProps {
  data: FortnoxView;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

interface PartProps {
  data: FortnoxView;
  locale: Locale;
}

/** The page in the operators' frame. */
export function FortnoxPage({ data, state: { locale, operator }, url }: FortnoxPageProps) {
  const { formToken, deadJobs, nowMs, entity, isOffered, link, fault, mayConnect } = data;
  const { fortnox: words } = textsFor(locale).bookkeeping;
  const month = dateOf(wallTimeOf(nowMs)).slice(0, 7);
  const mayStart = isOffered && mayConnect && link !== null;
  return (
    <OperatorPage
      page="bookkeeping"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs retention">
        <header class="jobs-head">
          <h1>{words.titleOf(entity.name)}</h1>
        </header>
        <p>
          <a href={paths.adminBooks({ entity: entity.id, month })}>{words.back}</a>
        </p>
        <p class="jobs-lead">{isOffered ? words.lead : words.notOffered}</p>
        {fault !== null && <p role="alert">{words.faults[fault]}</p>}
        {link !== null && <Standing data={data} locale={locale} />}
        {mayStart && <Start data={data} locale={locale} />}
        {isOffered && mayConnect && (
          <p>
            <a class="button" href={paths.adminFortnoxConnect({ entity: entity.id })}>
              {link === null ? words.connect : words.connectAgain}
            </a>
          </p>
        )}
      </div>
    </OperatorPage>
  );
}

function Standing({ data, locale }: PartProps) {
  const { link, waiting, entity, formToken, mayConnect, nowMs } = data;
  const { fortnox: words } = textsFor(locale).bookkeeping;
  if (link === null) return null;
  const { trouble, sent, connectedAt, through, start } = link;
  const today = dateOf(wallTimeOf(nowMs));
  const moment = (at: string) => formatMoment(locale, wallTimeOf(Date.parse(at)), today);
  const count = (number: number) => formatNumber(locale, number);
  return (
    <section class="retention-part">
      <h2>{words.standing}</h2>
      <p>{words.connectedAt(moment(connectedAt))}</p>
      <p>
        {words.sent(count(sent))}
        {through !== null && ` ${words.last(`${through.series}${through.number}`, through.date)}`}
      </p>
      <p role="status">{start === null ? words.notStarted : words.waiting(count(waiting))}</p>
      {trouble !== null && (
        <>
          <p role="alert">{`${words.troubles[trouble.kind]} (${moment(trouble.at)})`}</p>
          {trouble.said !== "" && <p>{words.said(trouble.said)}</p>}
        </>
      )}
      {trouble !== null && trouble.kind !== "access-ended" && mayConnect && (
        <form method="post" action={paths.adminFortnox({ entity: entity.id })}>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
          <input type="hidden" name="act" value="retry" />
          <button type="submit" class="button">{words.retry}</button>
        </form>
      )}
    </section>
  );
}

function Start({ data: { link, entity, formToken, nowMs }, locale }: PartProps) {
  const { fortnox: words } = textsFor(locale).bookkeeping;
  const start = link?.start ?? { from: dateOf(wallTimeOf(nowMs)), series: "" };
  const isBegun = link !== null && link.through !== null;
  return (
    <form class="retention-part" method="post" action={paths.adminFortnox({ entity: entity.id })}>
      <h2>{words.start}</h2>
      <p class="action-hint">{words.startLead}</p>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="act" value="start" />
      <label class="action-field">
        <span>{words.from}</span>
        <input type="date" name="from" required value={start.from} readOnly={isBegun} />
      </label>
      <label class="action-field">
        <span>{words.series}</span>
        <input name="series" required maxLength={10} value={start.series} autoComplete="off" />
      </label>
      <button type="submit" class="button">{words.save}</button>
    </form>
  );
}
