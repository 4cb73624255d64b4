// One permit holder, vehicle or driver for operators: its form, what stands in the way, what somebody else changed, its end.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { FleetFormData } from "../../../board/fleet-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { FleetForm } from "./FleetForm.tsx";
import { fieldName, shownValue } from "./fleet-words.ts";
import { FLEET_PATHS } from "./fleet-paths.ts";

/** Properties of FleetFormPage. */
export interface FleetFormPageProps {
  data: FleetFormData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** Most bookings in the way that are listed. */
const MAX_LISTED = 50;

/** The page in the operators' frame. */
export function FleetFormPage({ data, state, url }: FleetFormPageProps) {
  const { locale, operator } = state;
  const { kind, id, current, formToken, deadJobs, nowMs } = data;
  const { fleet, driverChecks } = textsFor(locale);
  const title = current === null ? fleet[kind].newTitle : said(current["name"] ?? id);
  return (
    <OperatorPage page={kind} date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs landmarks">
        <header class="jobs-head">
          <h1>{title}</h1>
          {kind === "drivers" && current !== null && (
            <a class="button" href={paths.adminDriverChecks(id)}>{driverChecks.link}</a>
          )}
          <a class="button" href={FLEET_PATHS[kind].list()}>{fleet.back}</a>
        </header>
        <Refusal data={data} locale={locale} />
        <FleetForm data={data} locale={locale} />
        {kind === "permit-holders" && current !== null && (
          <OwnVehicles data={data} locale={locale} />
        )}
        {current !== null && current["until"] === "" && <EndForm data={data} locale={locale} />}
      </div>
    </OperatorPage>
  );
}

/** Why the form came back. */
function Refusal({ data, locale }: { data: FleetFormData; locale: Locale }) {
  const { fleet, setup } = textsFor(locale);
  const { kind, problems, obstacles, meanwhile } = data;
  const shown = (field: string, text: string) =>
    said(text === "" ? fleet.nothing : shownValue(field, text, locale));
  return (
    <>
      {problems.length > 0 && (
        <div class="action-problem" role="alert" id="problem">
          <p>{fleet.problems}</p>
          <ul>
            {problems.map(({ column, code, given, expected }) => (
              <li key={`${column} ${code}`}>
                {fieldName(kind, column, locale)}:{" "}
                {setup.problems[code](said(shownValue(column, given, locale)), said(expected))}
              </li>
            ))}
          </ul>
        </div>
      )}
      {meanwhile.length > 0 && (
        <div class="action-problem" role="alert" id="problem">
          <p>{fleet.meanwhile}</p>
          <ul>
            {meanwhile.map(({ field, from, to }) => (
              <li key={field}>
                {fleet.change(
                  fieldName(kind, field, locale),
                  shown(field, from),
                  shown(field, to),
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {obstacles.length > 0 && (
        <div class="action-problem" role="alert" id="problem">
          <p>{fleet.obstacles(obstacles.length)}</p>
          <ul>
            {obstacles.slice(0, MAX_LISTED).map(({ bookingId, reference, wallTime, from, to }) => (
              <li key={bookingId}>
                <a href={paths.admin({ date: dateOf(wallTime), booking: bookingId })}>
                  {reference}
                </a>
                , {wallTime.replace("T", " ")}, {said(from)} – {said(to)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** The vehicles of a permit holder, each with the way to its page. */
function OwnVehicles({ data: { ownVehicles }, locale }: { data: FleetFormData; locale: Locale }) {
  const { fleet } = textsFor(locale);
  return (
    <section aria-labelledby="own-vehicles">
      <h2 id="own-vehicles">{fleet.ownVehicles}</h2>
      {ownVehicles.length === 0
        ? <p class="jobs-lead">{fleet.noOwnVehicles}</p>
        : (
          <ul class="fleet-own">
            {ownVehicles.map(({ id, name, isAway }) => (
              <li key={id}>
                <a href={paths.adminVehicle(id)}>{said(name)}</a>
                {isAway && ` (${fleet.away})`}
              </li>
            ))}
          </ul>
        )}
    </section>
  );
}

/** The last day alone, with the rest as it stands. */
function EndForm({ data, locale }: { data: FleetFormData; locale: Locale }) {
  const { kind, id, current, formToken } = data;
  const { fleet } = textsFor(locale);
  return (
    <details class="unfold landmark-retire">
      <summary class="button">{fleet[kind].end}</summary>
      <p class="action-hint">{fleet[kind].endHint}</p>
      <form class="action-form" method="post" action={FLEET_PATHS[kind].one(id)}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
        <input type="hidden" name="seen" value={JSON.stringify(current)} />
        <label class="action-field">
          <span>{fieldName(kind, "until", locale)}</span>
          <input type="date" name="until" required />
        </label>
        <button type="submit" class="button danger" name="action" value="end">
          {fleet[kind].end}
        </button>
      </form>
    </details>
  );
}
