// People's words, and figures, set apart from the text around them: an Arabic name turns no number beside it.
import type { ComponentChildren } from "preact";

/** What a person or a place is called, or wrote: read in its own direction. Whatever was stored is shown in one. */
export function Said({ children }: { children: ComponentChildren }) {
  return <bdi>{children}</bdi>;
}

/** A number, an amount, a code or a telephone number: read from left to right whatever stands beside it. */
export function Digits({ children }: { children: ComponentChildren }) {
  return <bdi dir="ltr">{children}</bdi>;
}

/** People's words inside a sentence, a title or an option, where no element can stand (UAX 9, 2.7). */
export function said(words: string): string {
  return words === "" ? "" : `\u2068${words}\u2069`;
}
