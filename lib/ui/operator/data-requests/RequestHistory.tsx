// What has happened to a data request, oldest first.
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import type { DataRequestEvent, RequestActor } from "../../../privacy/data-request.ts";
import { Said } from "../../parts/Said.tsx";

/** Properties of RequestHistory. */
export interface RequestHistoryProps {
  events: readonly DataRequestEvent[];
  nowMs: number;
  locale: Locale;
}

/** The list. */
export function RequestHistory({ events, nowMs, locale }: RequestHistoryProps) {
  const words = textsFor(locale).dataRequests;
  const today = dateOf(wallTimeOf(nowMs));
  return (
    <section class="data-request-part">
      <h2>{words.history}</h2>
      <ol>
        {events.map((event, i) => (
          <li key={i}>
            <time dateTime={event.at}>{formatMoment(locale, wallTimeOf(event.at), today)}</time>
            {" "}
            {words.events[event.type]}, <By by={event.by} locale={locale} />
            {hasWords(event) && (
              <>
                : <Said>{event.text}</Said>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function By({ by, locale }: { by: RequestActor; locale: Locale }) {
  const words = textsFor(locale).dataRequests.by;
  return by.kind === "staff" ? <Said>{by.name}</Said> : <>{words[by.kind]}</>;
}

/** The text of a proof is a word of the program. */
function hasWords({ type, text }: DataRequestEvent): boolean {
  return text !== "" && type !== "verify";
}
