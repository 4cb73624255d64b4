// Fees for operators: the editions there are, drafts of the next, and the form that begins one.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { FeesData } from "../../../board/fees-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { FeeOutcome } from "./FeeOutcome.tsx";

/** Properties of FeesPage. */
export interface FeesPageProps {
  data: FeesData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function FeesPage({ data, state, url }: FeesPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, drafts } = data;
  const { fees: words } = textsFor(locale);
  const days = drafts.map(({ bookedFrom }) => ({ bookedFrom, state: words.states.draft }));
  const editions = data.editions.map(({ bookedFrom }) => ({
    bookedFrom,
    state: words.states[stateOf(bookedFrom, data)],
  }));
  return (
    <OperatorPage page="tariffs" date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs landmarks">
        <header class="jobs-head">
          <h1>{words.title}</h1>
          <a class="button" href={paths.adminTariffs()}>{textsFor(locale).tariffs.back}</a>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        <FeeOutcome {...data} locale={locale} problem={null} />
        <h2>{words.editions}</h2>
        <Days caption={words.editionsCaption} days={editions} locale={locale} />
        <h2>{words.drafts}</h2>
        {days.length === 0
          ? <p>{words.noDrafts}</p>
          : <Days caption={words.drafts} days={days} locale={locale} />}
        {operator?.rights.includes("draft-tariffs") === true && (
          <NewDraft data={data} locale={locale} />
        )}
      </div>
    </OperatorPage>
  );
}

function NewDraft({ data: { bookedFrom, formToken }, locale }: {
  data: FeesData;
  locale: Locale;
}) {
  const { fees: words } = textsFor(locale);
  return (
    <>
      <h2>{words.begin}</h2>
      <form class="action-form landmark-form" method="post" action={paths.adminFees()}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
        <label class="action-field">
          <span>{words.bookedFrom}</span>
          <input type="date" name="bookedFrom" value={bookedFrom} required />
        </label>
        <button type="submit" class="button primary">{words.create}</button>
      </form>
    </>
  );
}

interface DaysProps {
  caption: string;
  days: readonly { bookedFrom: string; state: string }[];
  locale: Locale;
}

function Days({ caption, days, locale }: DaysProps) {
  const { columns } = textsFor(locale).fees;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.from}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ bookedFrom, state }) => (
          <tr key={bookedFrom}>
            <th scope="row" class="job-what">
              <a href={paths.adminFee(bookedFrom)}>{bookedFrom}</a>
            </th>
            <td data-label={columns.state}>{state}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stateOf(bookedFrom: string, { inForce, today }: FeesData) {
  if (bookedFrom === inForce) return "now";
  return bookedFrom > today ? "coming" : "former";
}
