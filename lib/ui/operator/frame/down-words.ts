// A part that is down, in words an operator can errand on: since when, what is refused, what still works. Pure.
import type { DownPart } from "../../../health/part.ts";
import { downTexts } from "../../../i18n/down-texts.ts";
import { formatList, formatMoment, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";

/** What is told of one part. */
export interface DownWords {
  /** `Databasen tar inte emot något sedan 14.05.` */
  what: string;
  /** What it costs and what goes on. */
  text: string;
}

/** The words of a part; `today` is a local date. */
export function downWords(
  { part, since, refused }: DownPart,
  locale: Locale,
  today: string,
): DownWords {
  const words = downTexts(locale);
  const namesOf = (isWanted: (errand: string) => boolean) =>
    formatList(
      locale,
      Object.entries(words.errands).filter(([errand]) => isWanted(errand)).map(([, name]) => name),
    );
  const isRefused = (errand: string) => refused.some((one) => one === errand);
  const costs = refused.length === 0
    ? [words.allWorks]
    : [words.refused(namesOf(isRefused)), words.works(namesOf((errand) => !isRefused(errand)))];
  const from = wallTimeOf(since);
  const time = dateOf(from) === today
    ? formatTime(locale, from)
    : formatMoment(locale, from, today);
  return {
    what: words.since(words.parts[part], time),
    text: [words.notes[part], ...costs].filter(Boolean).join(" "),
  };
}
