// Where alarms go, how it went last, and the button that tries them all.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OutletResult } from "../../../alarms/outlet-result.ts";
import { type OutletView, wasAccepted } from "../../../board/outlet-view.ts";
import { ALARM_AGAIN_MS } from "../../../incidents/incident-rules.ts";
import { formatMoment, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";

/** Properties of Outlets. */
export interface OutletsProps {
  outlets: readonly OutletView[];
  /** True when a trial was sent just now. */
  isTried: boolean;
  formToken: string;
  locale: Locale;
  nowMs: number;
}

/** Within which the first alarm leaves: failures are written away, gathered, and sent by rounds of seconds. */
const WITHIN_SECONDS = 30;

/** The section. */
export function Outlets({ outlets, isTried, formToken, locale, nowMs }: OutletsProps) {
  const words = textsFor(locale).alarms;
  return (
    <section class="incident-part" id="alarms">
      <h2>{words.title}</h2>
      <p class="jobs-lead">
        {outlets.length === 0
          ? words.noneLead
          : words.lead(WITHIN_SECONDS, ALARM_AGAIN_MS / 60_000)}
      </p>
      {isTried && outlets.length > 0 && <TrialNotice outlets={outlets} locale={locale} />}
      {outlets.length > 0 && (
        <>
          <OutletTable outlets={outlets} locale={locale} nowMs={nowMs} />
          <form class="action-form" method="post" action={paths.adminIncidents()}>
            <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
            <button type="submit" class="button">{words.tryButton}</button>
          </form>
        </>
      )}
    </section>
  );
}

/** What became of the trial, outlet by outlet: no single word for several. */
function TrialNotice({ outlets, locale }: Pick<OutletsProps, "outlets" | "locale">) {
  const words = textsFor(locale).alarms;
  const namesOf = (some: readonly OutletView[]) =>
    some.map((one) => words.names[one.name]).join(", ");
  const accepted = outlets.filter(wasAccepted);
  const failed = outlets.filter((one) => !wasAccepted(one));
  return (
    <div role="status" class="outlet-said">
      {failed.length > 0 && <Notice tone="warn">{words.trialFailed(namesOf(failed))}</Notice>}
      {accepted.length > 0 && <Notice tone="ok">{words.trialAccepted(namesOf(accepted))}</Notice>}
    </div>
  );
}

function OutletTable(
  { outlets, locale, nowMs }: Pick<OutletsProps, "outlets" | "locale" | "nowMs">,
) {
  const words = textsFor(locale).alarms;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.outlet}</th>
          <th scope="col">{words.to}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.accepted}</th>
          <th scope="col">{words.failed}</th>
        </tr>
      </thead>
      <tbody>
        {outlets.map((each) => (
          <OutletLine key={each.name} outlet={each} locale={locale} nowMs={nowMs} />
        ))}
      </tbody>
    </table>
  );
}

/** The row. On a phone each cell is a line that says what it is. */
function OutletLine(
  { outlet, locale, nowMs }: { outlet: OutletView; locale: Locale; nowMs: number },
) {
  const words = textsFor(locale).alarms;
  const { name, host, state, result, waiting, dropped } = outlet;
  const counts = [
    ...(waiting > 0 ? [words.waiting(formatNumber(locale, waiting))] : []),
    ...(dropped > 0 ? [words.dropped(formatNumber(locale, dropped))] : []),
  ];
  return (
    <tr>
      <th scope="row" class="job-what">{words.names[name]}</th>
      <td data-label={words.to}>
        <code>
          <Said>{host}</Said>
        </code>
      </td>
      <td data-label={words.state}>{[words.states[state], ...counts].join(", ")}</td>
      <td data-label={words.accepted}>
        <Moment at={result?.acceptedAt ?? null} locale={locale} nowMs={nowMs} />
      </td>
      <td data-label={words.failed}>
        <Moment at={result?.failedAt ?? null} locale={locale} nowMs={nowMs} />
        {result !== null && <Why {...result} locale={locale} />}
      </td>
    </tr>
  );
}

function Moment({ at, locale, nowMs }: { at: string | null; locale: Locale; nowMs: number }) {
  if (at === null) return <>{textsFor(locale).alarms.never}</>;
  return (
    <time dateTime={at}>{formatMoment(locale, wallTimeOf(at), dateOf(wallTimeOf(nowMs)))}</time>
  );
}

function Why({ fault, said, locale }: OutletResult & { locale: Locale }) {
  const words = textsFor(locale).alarms;
  if (fault === "") return null;
  return (
    <span class="incident-kind">
      {words.faults[fault]} {said !== "" && (
        <code>
          <Said>{said}</Said>
        </code>
      )}
    </span>
  );
}
