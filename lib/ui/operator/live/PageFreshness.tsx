// How old a page is that is read anew: a shape and words, never a colour alone.
import { formatTime, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Freshness } from "./freshness.ts";
import type { FreshWords } from "./fresh-words.ts";

/** What the note is drawn from. */
export interface PageFreshnessProps {
  words: FreshWords;
  locale: Locale;
  /** Null while no script runs: then the page says when it was made. */
  state: Freshness | null;
  /** The server's clock. */
  nowMs: number;
}

/** The note. */
export function PageFreshness({ words, locale, state, nowMs }: PageFreshnessProps) {
  const kind = state?.kind ?? "static";
  const atMs = state?.kind === "lost" ? state.sinceMs : nowMs;
  const time = formatTime(locale, wallTimeOf(atMs));
  return (
    <p class="freshness" data-kind={kind} role="status">
      <i aria-hidden="true" />
      {words[kind].replace("{time}", time)}
    </p>
  );
}
