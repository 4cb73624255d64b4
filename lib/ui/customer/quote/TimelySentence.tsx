// What cancelling costs, on the price page: its script writes the later sentence when the hour passes.
import { cancellationWords } from "../../../i18n/cancellation-words.ts";
import type { CancelSentenceProps } from "../CancelSentence.tsx";

/** The sentence of now; the one that takes its place, and when, stand in attributes. */
export function TimelySentence({ locale, cancellation, nowMs, length }: CancelSentenceProps) {
  const before = cancellationWords(locale, cancellation, nowMs)[length];
  const freeUntilMs = Date.parse(cancellation.freeUntil);
  if (nowMs > freeUntilMs) return <span>{before}</span>;
  const after = cancellationWords(locale, cancellation, freeUntilMs + 1)[length];
  return <span data-later={after} data-later-ms={freeUntilMs - nowMs}>{before}</span>;
}
