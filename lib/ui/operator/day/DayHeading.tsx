// Which day it is, the way to other days, how fresh the board is, and the search.
import { startValue } from "../pane/start-value.ts";
import { formatDate } from "../../../i18n/format.ts";
import { paths } from "../../../kernel/paths.ts";
import { nextDate } from "../../../kernel/local-date.ts";
import { FreshnessNote } from "../live/FreshnessNote.tsx";
import type { Freshness } from "../live/freshness.ts";
import { SEARCH_ID } from "../frame/FootBar.tsx";
import { capitalise, clockTime, type Look } from "../frame/look.ts";
import { Icon } from "../../parts/Icon.tsx";
import { said } from "../../parts/Said.tsx";

/** What the heading shows. */
export interface DayHeadingProps {
  look: Look;
  date: string;
  query: string;
  /** Null while no script runs: then the page says when it was made. */
  freshness: Freshness | null;
  /** Server's instant the page shows. */
  nowMs: number;
}

/** The heading of the board. */
export function DayHeading({ look, date, query, freshness, nowMs }: DayHeadingProps) {
  const { texts, locale, today } = look;
  const day = capitalise(formatDate(locale, date, today));
  return (
    <header class="day-head">
      <div class="day-title">
        <h1>{query === "" ? day : texts.search.title(said(query))}</h1>
        {query === "" && (
          <nav class="day-steps" aria-label={texts.rail.days}>
            <a
              href={paths.admin({ date: nextDate(date, -1) })}
              aria-label={texts.nav.previous}
              aria-current="false"
            >
              <Chevron d="m12.5 4-6 6 6 6" />
            </a>
            <a
              href={paths.admin({ date: nextDate(date, 1) })}
              aria-label={texts.nav.next}
              aria-current="false"
            >
              <Chevron d="m7.5 4 6 6-6 6" />
            </a>
            {date !== today && (
              <a class="day-today" href={paths.admin()} aria-current="false">{texts.nav.today}</a>
            )}
          </nav>
        )}
      </div>
      <SearchForm look={look} query={query} />
      <a
        class="button primary day-new"
        href={paths.adminNewBooking()}
        aria-current="false"
        aria-keyshortcuts="N"
      >
        <Icon name="phone" /> <span class="day-new-words">{texts.view.newBooking}</span>
        <kbd aria-hidden="true">N</kbd>
      </a>
      <div class="day-now">
        <FreshnessNote look={look} freshness={freshness} nowMs={nowMs} />
        <time class="day-clock">{clockTime(locale, nowMs)}</time>
      </div>
    </header>
  );
}

function SearchForm({ look, query }: { look: Look; query: string }) {
  const words = look.texts.search;
  return (
    <form class="search" method="get" action={paths.admin()} role="search">
      <label class="visually-hidden" for={SEARCH_ID}>{words.label}</label>
      <input
        id={SEARCH_ID}
        type="search"
        dir="auto"
        name="q"
        {...startValue(query)}
        placeholder={words.placeholder}
        maxLength={80}
        autocomplete="off"
        aria-keyshortcuts="/"
      />
      <kbd aria-hidden="true">/</kbd>
      <button type="submit" class="visually-hidden">{words.button}</button>
    </form>
  );
}

/** An arrow to another day. */
export function Chevron({ d }: { d: string }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path
        d={d}
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
