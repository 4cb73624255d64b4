// Keeps the figures of the cache true while its page is open. Without script reloading does.
import { useEffect, useState } from "preact/hooks";
import type { Locale } from "../lib/kernel/locale.ts";
import { readFigures } from "../lib/ui/operator/cache/renew-figures.ts";
import { PageFollower } from "../lib/ui/operator/live/follow-page.ts";
import { BEAT_MS, type Freshness } from "../lib/ui/operator/live/freshness.ts";
import type { FreshWords } from "../lib/ui/operator/live/fresh-words.ts";
import { listenFor, pageBrowser } from "../lib/ui/operator/live/page-browser.ts";
import { PageFreshness } from "../lib/ui/operator/live/PageFreshness.tsx";

/** What the server knew when it drew the page. */
export interface CacheLiveProps {
  locale: Locale;
  cursor: string;
  nowMs: number;
  words: FreshWords;
}

/** Less than a beat: every beat has the figures read anew. */
const REREAD_MS = BEAT_MS / 2;

export default function CacheLive({ locale, cursor, nowMs, words }: CacheLiveProps) {
  const [fresh, setFresh] = useState<{ state: Freshness | null; nowMs: number }>({
    state: null,
    nowMs,
  });
  useEffect(() =>
    listenFor(
      new PageFollower({ cursor, nowMs, rereadMs: REREAD_MS }, {
        onFreshness: (state, nowMs) => setFresh({ state, nowMs }),
        mayRenew: () => true,
      }, pageBrowser(readFigures)),
    ), []);
  return <PageFreshness words={words} locale={locale} {...fresh} />;
}
