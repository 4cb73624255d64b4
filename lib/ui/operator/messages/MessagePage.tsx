// One message as a page: how it reads, what became of it, and the ways on.
import type { ComponentChildren } from "preact";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { MessageData } from "../../../board/messages-page.ts";
import { formatMoment, formatReference, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Paper } from "../../parts/Paper.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** What was done with a message, or that it was too late. */
export const MESSAGE_DEEDS = ["resent", "dropped", "already"] as const;

/** Properties of MessagePage. */
export interface MessagePageProps {
  data: MessageData & { done: typeof MESSAGE_DEEDS[number] | null };
  state: { locale: Locale; operator: OperatorSession | null };
  url: URL;
}

/** The page in the operators' frame. */
export function MessagePage({ data, state: { locale, operator }, url }: MessagePageProps) {
  const { message, paper, done, formToken, deadJobs, nowMs } = data;
  const words = textsFor(locale).outbox;
  const mayAct = operator?.rights.includes("send-messages") ?? false;
  return (
    <OperatorPage
      page="messages"
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
      date=""
      title={words.topics[message.topic]}
    >
      <div class="jobs">
        <header class="jobs-head">
          <h1>{words.topics[message.topic]}</h1>
          <a href={paths.adminMessages()}>{words.toList}</a>
        </header>
        {done !== null && (
          <div role="status">
            <Notice tone={done === "already" ? "info" : "ok"}>{words.done[done]}</Notice>
          </div>
        )}
        <Facts data={data} locale={locale} />
        {paper === null
          ? <p>{words.gone}</p>
          : <Paper paper={paper} locale={locale} id="paper" heading="h2" />}
        {mayAct && paper !== null && <WaysOn data={data} locale={locale} />}
      </div>
    </OperatorPage>
  );
}

function Facts({ data, locale }: { data: MessageData; locale: Locale }) {
  const words = textsFor(locale).outbox;
  const { message, reference, nowMs } = data;
  const { bookingId, channel, outcome, dueAt, deadline, decidedAt, attempts, said } = message;
  const today = dateOf(wallTimeOf(nowMs));
  const moment = (instant: string) => formatMoment(locale, wallTimeOf(instant), today);
  return (
    <dl class="message-facts">
      <Fact label={words.outcome}>{words.outcomes[outcome]}</Fact>
      <Fact label={words.channel}>{words.channels[channel]}</Fact>
      <Fact label={words.about}>
        {bookingId === null
          ? words.account
          : <a href={paths.adminBooking(bookingId)}>{formatReference(reference)}</a>}
      </Fact>
      <Fact label={words.when}>{moment(message.at)}</Fact>
      <Fact label={words.due}>{moment(dueAt)}</Fact>
      <Fact label={words.deadline}>{moment(deadline)}</Fact>
      {decidedAt !== null && <Fact label={words.decided}>{moment(decidedAt)}</Fact>}
      <Fact label={words.attempts}>{String(attempts)}</Fact>
      <Fact label={words.said}>{said || words.nothingSaid}</Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Removing asks first: its button is out of sight until the first one is pressed. */
function WaysOn({ data, locale }: { data: MessageData; locale: Locale }) {
  const words = textsFor(locale).outbox;
  const { message: { id, outcome }, formToken } = data;
  const token = <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />;
  const mayResend = outcome === "failed" || outcome === "sent" || outcome === "dropped";
  const mayDrop = outcome === "failed" || outcome === "waiting";
  return (
    <div class="action-row">
      {mayResend && (
        <form class="action-form" method="post" action={paths.adminMessage(id)}>
          {token}
          {outcome === "sent" && <p class="action-hint">{words.resendHint}</p>}
          <button type="submit" class="button" name="action" value="resend">{words.resend}</button>
        </form>
      )}
      {mayDrop && (
        <details class="unfold" name="drop-message">
          <summary class="button">{words.drop}</summary>
          <form class="action-form" method="post" action={paths.adminMessage(id)}>
            {token}
            <p class="action-hint">{words.dropHint}</p>
            <button type="submit" class="button danger" name="action" value="drop">
              {words.dropConfirm}
            </button>
          </form>
        </details>
      )}
    </div>
  );
}
