// Messages to customers and staff, as a page: what was sent, what waits, what stopped.
import type { OperatorSession } from "../../../accounts/session.ts";
import {
  MESSAGE_FILTERS,
  type MessageRow,
  type MessagesData,
} from "../../../board/messages-page.ts";
import { formatMoment, formatReference, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of MessagesPage. */
export interface MessagesPageProps {
  data: MessagesData;
  state: { locale: Locale; operator: OperatorSession | null };
  url: URL;
}

/** The page in the operators' frame. */
export function MessagesPage({ data, state: { locale, operator }, url }: MessagesPageProps) {
  const { rows, reference, next, filter, hasChannels, isLocal, formToken, deadJobs, nowMs } = data;
  const words = textsFor(locale).outbox;
  const booking = reference === "" ? {} : { booking: reference };
  return (
    <OperatorPage
      page="messages"
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
      date=""
    >
      <div class="jobs">
        <header class="jobs-head">
          <h1>{words.title}</h1>
          <a href={paths.adminMessageTemplates()}>{words.templates}</a>
        </header>
        <p class="jobs-lead">{hasChannels ? words.lead : words.noChannels}</p>
        {isLocal && (
          <p>
            <a href={paths.outbox()}>{words.local.link}</a>
          </p>
        )}
        {reference !== "" && <p>{words.ofBooking(formatReference(reference))}</p>}
        <nav class="message-filters" aria-label={words.shown}>
          {MESSAGE_FILTERS.map((show) => (
            <a
              key={show}
              href={paths.adminMessages({ show: show === "all" ? "" : show, ...booking })}
              aria-current={show === filter ? "page" : "false"}
            >
              {words.filters[show]}
            </a>
          ))}
        </nav>
        {rows.length === 0
          ? (
            <div class="day-empty">
              <p class="day-empty-title">{words.emptyTitle}</p>
              <p>{words.empty}</p>
            </div>
          )
          : <MessageTable rows={rows} locale={locale} today={dateOf(wallTimeOf(nowMs))} />}
        {next !== "" && (
          <p>
            <a href={paths.adminMessages({ show: filter === "all" ? "" : filter, before: next })}>
              {words.older}
            </a>
          </p>
        )}
      </div>
    </OperatorPage>
  );
}

function MessageTable(
  { rows, locale, today }: { rows: readonly MessageRow[]; locale: Locale; today: string },
) {
  const words = textsFor(locale).outbox;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.channel}</th>
          <th scope="col">{words.about}</th>
          <th scope="col">{words.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, topic, channel, at, outcome, bookingId, reference }) => (
          <tr key={id}>
            <th scope="row" class="job-what">
              <a href={paths.adminMessage(id)}>{words.topics[topic]}</a>
            </th>
            <td data-label={words.when}>
              <time dateTime={at}>{formatMoment(locale, wallTimeOf(at), today)}</time>
            </td>
            <td data-label={words.channel}>{words.channels[channel]}</td>
            <td data-label={words.about}>
              {bookingId === null
                ? words.account
                : <a href={paths.adminBooking(bookingId)}>{formatReference(reference)}</a>}
            </td>
            <td data-label={words.outcome} class="message-outcome" data-outcome={outcome}>
              {words.outcomes[outcome]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
