// What is down now, since when, and what still works.
import type { DownPart } from "../../../health/part.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { downWords } from "./down-words.ts";

/** Properties of DownParts. */
export interface DownPartsProps {
  locale: Locale;
  down: readonly DownPart[];
  /** Local date. */
  today: string;
}

/** The banner; empty while all is well. */
export function DownParts({ locale, down, today }: DownPartsProps) {
  return (
    <div class="down" aria-live="polite">
      {down.map((one) => {
        const { what, text } = downWords(one, locale, today);
        return (
          <p key={one.part} class="down-part" data-level={one.refused.length > 0 ? "bad" : "warn"}>
            <strong>{what}</strong> {text}
          </p>
        );
      })}
    </div>
  );
}
