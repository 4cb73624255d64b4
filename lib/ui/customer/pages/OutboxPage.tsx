// The outbox of a machine that sends nothing: each message as it would arrive.
import { formatDateTime, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import type { ReadableMessage } from "../../../messages/readable-message.ts";
import { Paper } from "../../parts/Paper.tsx";
import { PageHead } from "../PageHead.tsx";

/** Properties of OutboxPage. */
export interface OutboxPageProps {
  locale: Locale;
  messages: readonly ReadableMessage[];
  /** Where to go on, "" at the end. */
  next: string;
}

/** The page. */
export function OutboxPage({ locale, messages, next }: OutboxPageProps) {
  const words = textsFor(locale).outbox;
  return (
    <article class="article page">
      <PageHead locale={locale} title={words.local.title} />
      <h1>{words.local.title}</h1>
      <p class="article-lead">{words.local.lead}</p>
      {messages.length === 0 && <p>{words.empty}</p>}
      <div class="papers">
        {messages.map(({ message, paper }) =>
          paper !== null && (
            <article key={message.id} aria-labelledby={`paper-${message.id}`}>
              <p class="paper-when">
                {formatDateTime(locale, wallTimeOf(message.at), "0001-01-01")},{" "}
                {words.outcomes[message.outcome]}
              </p>
              <Paper paper={paper} locale={locale} id={`paper-${message.id}`} heading="h2" />
            </article>
          )
        )}
      </div>
      {next !== "" && (
        <p>
          <a href={paths.outbox({ before: next })}>{words.older}</a>
        </p>
      )}
    </article>
  );
}
