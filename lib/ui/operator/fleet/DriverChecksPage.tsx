// Which papers of a driver somebody has looked at, and the form that says so: days and words to choose, nothing to write.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { DriverChecksData } from "../../../board/driver-checks-page.ts";
import { CHECK_KINDS } from "../../../fleet/driver-check.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Said, said } from "../../parts/Said.tsx";
import { Fact, Facts } from "../compliance/Facts.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of DriverChecksPage. */
export interface DriverChecksPageProps {
  data: DriverChecksData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function DriverChecksPage({ data, state, url }: DriverChecksPageProps) {
  const { locale, operator } = state;
  const { driver, states, formToken, deadJobs, nowMs } = data;
  const words = textsFor(locale).driverChecks;
  return (
    <OperatorPage page="drivers" date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs landmarks">
        <header class="jobs-head">
          <h1>{words.title(said(driver.name))}</h1>
          <a class="button" href={paths.adminDriver(driver.id)}>{words.back}</a>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        <Facts>
          {CHECK_KINDS.map((kind) => (
            <Fact key={kind} name={words.kinds[kind]}>{words.states[states[kind]]}</Fact>
          ))}
        </Facts>
        {operator?.rights.includes("edit-setup") === true && (
          <CheckForm data={data} locale={locale} />
        )}
        <Checks data={data} locale={locale} />
      </div>
    </OperatorPage>
  );
}

function CheckForm({ data, locale }: { data: DriverChecksData; locale: Locale }) {
  const words = textsFor(locale).driverChecks;
  const { driver, values, problem, today, formToken } = data;
  return (
    <form
      class="action-form landmark-form fleet-form"
      method="post"
      action={paths.adminDriverChecks(driver.id)}
      aria-describedby={problem === null ? undefined : "problem"}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      {problem !== null && (
        <p class="action-problem landmark-wide" role="alert" id="problem">
          {words.problems[problem]}
        </p>
      )}
      <label class="action-field">
        <span>{words.kind}</span>
        <select name="kind" required>
          {CHECK_KINDS.map((kind) => (
            <option key={kind} value={kind} selected={kind === values.kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label class="action-field">
        <span>{words.checkedOn}</span>
        <input type="date" name="checkedOn" value={values.checkedOn} max={today} required />
      </label>
      <label class="action-field">
        <span>{words.goodUntil}</span>
        <input type="date" name="goodUntil" value={values.goodUntil} min={today} required />
      </label>
      <button type="submit" class="button primary">{words.save}</button>
    </form>
  );
}

function Checks({ data: { checks }, locale }: { data: DriverChecksData; locale: Locale }) {
  const words = textsFor(locale).driverChecks;
  return (
    <section aria-labelledby="driver-checks">
      <h2 id="driver-checks">{words.done}</h2>
      {checks.length === 0 ? <p class="jobs-lead">{words.none}</p> : (
        <ul class="fleet-own">
          {checks.map(({ kind, checkedOn, goodUntil, byName, at }) => (
            <li key={at}>
              {words.row(words.kinds[kind], checkedOn, goodUntil)} <Said>{byName}</Said>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
