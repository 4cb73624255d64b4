// Says on every operators' page what is down now, since when and what still works; live where the page has a stream.
import { useEffect, useState } from "preact/hooks";
import type { DownPart } from "../lib/health/part.ts";
import type { Locale } from "../lib/kernel/locale.ts";
import { downWords } from "../lib/ui/operator/frame/down-words.ts";
import { onDown } from "../lib/ui/operator/live/down-now.ts";

/** What the server knew when it drew the page. */
export interface DownBannerProps {
  locale: Locale;
  down: readonly DownPart[];
  /** Local date. */
  today: string;
}

export default function DownBanner({ locale, down, today }: DownBannerProps) {
  const [now, setNow] = useState(down);
  useEffect(() => onDown(setNow), []);
  return (
    <div class="down" aria-live="polite">
      {now.map((one) => {
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
