// How old what you see is: a shape and words, never a colour alone.
import type { Freshness } from "./freshness.ts";
import { clockTime, type Look } from "../frame/look.ts";

/** The note at the heading's end. */
export function FreshnessNote(
  props: { look: Look; freshness: Freshness | null; nowMs: number },
) {
  const { look, freshness, nowMs } = props;
  const kind = freshness?.kind ?? "static";
  return (
    <p class="freshness" data-kind={kind} role="status">
      <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
        {kind === "lost" || kind === "signed-out"
          ? <path d="M6 1 11.4 10.6H.6Z" fill="currentColor" />
          : (
            <circle
              cx="6"
              cy="6"
              r="4.5"
              fill={kind === "live" ? "currentColor" : "none"}
              stroke="currentColor"
              stroke-width="2"
            />
          )}
      </svg>
      {freshnessWords(look, freshness, nowMs)}
    </p>
  );
}

function freshnessWords(look: Look, freshness: Freshness | null, nowMs: number): string {
  const words = look.texts.live;
  switch (freshness?.kind) {
    case undefined:
      return words.static(clockTime(look.locale, nowMs));
    case "live":
      return words.justNow;
    case "connecting":
      return words.connecting;
    case "lost":
      return words.lost(clockTime(look.locale, freshness.sinceMs));
    case "signed-out":
      return words.signedOutShort;
  }
}
