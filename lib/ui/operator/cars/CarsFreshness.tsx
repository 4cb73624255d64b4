// How old the page of cars is: a shape and words, never a colour alone.
import { formatTime, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Freshness } from "../live/freshness.ts";
import type { FreshWords } from "./live-words.ts";
import { filled } from "./move-words.ts";

/** What the note is drawn from. */
export interface CarsFreshnessProps {
  words: FreshWords;
  locale: Locale;
  /** Null while no script runs: then the page says when it was made. */
  state: Freshness | null;
  /** The server's clock. */
  nowMs: number;
}

/** The note. */
export function CarsFreshness({ words, locale, state, nowMs }: CarsFreshnessProps) {
  const kind = state?.kind ?? "static";
  const atMs = state?.kind === "lost" ? state.sinceMs : nowMs;
  const time = formatTime(locale, wallTimeOf(atMs));
  return (
    <p class="freshness" data-kind={kind} role="status">
      <i aria-hidden="true" />
      {filled(words[kind], { time })}
    </p>
  );
}
