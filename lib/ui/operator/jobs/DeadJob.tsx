// One job that was given up: its row, and the forms that have it tried again or removed.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { DeadJobRow } from "../../../board/dead-jobs.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";

/** Properties of DeadJob. */
export interface DeadJobProps {
  job: DeadJobRow;
  formToken: string;
  locale: Locale;
  /** Today's local date. */
  today: string;
}

/** The row. On a phone each cell is a line that says what it is. */
export function DeadJob({ job, formToken, locale, today }: DeadJobProps) {
  const words = textsFor(locale).jobs;
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const name = kinds[job.kind];
  const since = job.diedAt === null
    ? words.unknownTime
    : formatMoment(locale, wallTimeOf(job.diedAt), today);
  return (
    <tr>
      <th scope="row" class="job-what">
        {name !== undefined && <span class="job-name">{name}</span>}
        <code>{job.kind}</code>
      </th>
      <td data-label={words.since} class="job-since">
        {job.diedAt === null ? since : <time dateTime={job.diedAt}>{since}</time>}
      </td>
      <td data-label={words.attempts} class="job-attempts">{words.times(job.attempts)}</td>
      <td data-label={words.error} class="job-error">{job.lastError || words.noError}</td>
      <td data-label={words.about} class="job-about">
        {job.about.length === 0 ? words.nothingKnown : (
          <dl>
            {job.about.map(([member, id]) => (
              <div key={member}>
                <dt>{member}</dt>
                <dd>
                  <code>
                    {member === "bookingId" ? <a href={paths.adminBooking(id)}>{id}</a> : id}
                  </code>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </td>
      <td class="job-ways">
        <WaysOn id={job.id} name={name ?? job.kind} formToken={formToken} locale={locale} />
      </td>
    </tr>
  );
}

/** Removing asks first: the second button is out of sight until the first one is pressed. */
function WaysOn(
  { id, name, formToken, locale }: {
    id: string;
    name: string;
    formToken: string;
    locale: Locale;
  },
) {
  const words = textsFor(locale).jobs;
  const token = <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />;
  return (
    <div class="action-row">
      <form class="action-form" method="post" action={paths.adminJob(id)}>
        {token}
        <button type="submit" class="button" name="action" value="retry">
          {words.retry} <span class="visually-hidden">{name}</span>
        </button>
      </form>
      <details class="unfold" name="dropped-job">
        <summary class="button">
          {words.drop} <span class="visually-hidden">{name}</span>
        </summary>
        <form class="action-form" method="post" action={paths.adminJob(id)}>
          {token}
          <p class="action-hint">{words.dropHint}</p>
          <button type="submit" class="button danger" name="action" value="drop">
            {words.dropConfirm}
          </button>
        </form>
      </details>
    </div>
  );
}
