// A message as whoever gets it reads it: a mail as a sheet, an SMS or a notification as a slip.
import { textsFor } from "../../i18n/texts.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Letter, LetterRow } from "../../messages/letter.ts";
import type { MessagePaper } from "../../messages/readable-message.ts";
import { Digits, Said } from "./Said.tsx";

/** Properties of Paper. */
export interface PaperProps {
  paper: MessagePaper;
  /** The language of the page; the message has its own. */
  locale: Locale;
  /** Names the sheet. */
  id: string;
  /** One below the heading it stands under. */
  heading: "h2" | "h3";
}

/** The sheet or slip. */
export function Paper({ paper, locale, id, heading: Heading }: PaperProps) {
  const { outbox } = textsFor(locale);
  const { channel, topic, to, subject, letter, text, hasCalendar, parts } = paper;
  return (
    <article class="paper" data-channel={channel} aria-labelledby={id}>
      <header class="paper-head">
        <Heading id={id}>{outbox.topics[topic]}, {outbox.channels[channel]}</Heading>
        <p>
          {outbox.to}: <Digits>{to}</Digits>
        </p>
        {subject !== "" && (
          <p>
            {outbox.subject}: <bdi lang={paper.locale}>{subject}</bdi>
          </p>
        )}
        {hasCalendar && <p>{outbox.calendar}</p>}
        {parts > 0 && <p>{outbox.parts(parts)}</p>}
      </header>
      <div class="paper-body" lang={paper.locale}>
        {letter === null
          ? <p class="paper-slip">{text}</p>
          : <Sheet {...{ letter }} was={paper.locale} />}
      </div>
    </article>
  );
}

function Sheet({ letter, was }: { letter: Letter; was: Locale }) {
  const { title, lead, rows, code, action, small } = letter;
  return (
    <>
      <p class="paper-title">{title}</p>
      {lead.map((line) => <p key={line}>{line}</p>)}
      {code !== "" && <p class="paper-code">{code}</p>}
      {rows.length > 0 && (
        <dl class="paper-rows">
          {rows.map((row) => <Row key={row.label} row={row} locale={was} />)}
        </dl>
      )}
      {action !== null && (
        <p>
          <a href={action.href}>{action.label}</a>
        </p>
      )}
      {small.map((line) => <p key={line} class="paper-small">{line}</p>)}
    </>
  );
}

function Row({ row: { label, value, was }, locale }: { row: LetterRow; locale: Locale }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Said>{value}</Said>
        {was !== "" && <span class="paper-was">{textsFor(locale).messages.was(was)}</span>}
      </dd>
    </div>
  );
}
