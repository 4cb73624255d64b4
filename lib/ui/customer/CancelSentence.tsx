// What cancelling costs, true also on a page that stays open past the hour.
import TimelyText from "../../../islands/TimelyText.tsx";
import { type CancellationCost, cancellationWords } from "../../i18n/cancellation-words.ts";
import type { Locale } from "../../kernel/locale.ts";

/** Properties of CancelSentence. */
export interface CancelSentenceProps {
  locale: Locale;
  cancellation: CancellationCost;
  /** The server's moment, epoch ms. */
  nowMs: number;
  length: "short" | "long";
}

/** The sentence of now, and the one that takes its place. */
export function CancelSentence({ locale, cancellation, nowMs, length }: CancelSentenceProps) {
  const freeUntilMs = Date.parse(cancellation.freeUntil);
  const before = cancellationWords(locale, cancellation, nowMs)[length];
  if (nowMs > freeUntilMs) return <>{before}</>;
  const after = cancellationWords(locale, cancellation, freeUntilMs + 1)[length];
  return <TimelyText before={before} after={after} afterMs={freeUntilMs - nowMs} />;
}
