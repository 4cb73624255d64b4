// How long a price still holds, in words, and when to look again.
import { formatCount } from "../../../i18n/format.ts";
import type { Plural } from "../../../i18n/plural.ts";
import type { Locale } from "../../../kernel/locale.ts";

const MINUTE_MS = 60_000;

/** Words for the time that is left. */
export interface LeftWords {
  locale: Locale;
  /** `{count} min kvar`. */
  left: Plural;
  /** `mindre än {count} min kvar`. */
  last: Plural;
}

/** `4 min kvar`: whole minutes that are left for certain; below one, that it is less than one. */
export function leftInWords({ locale, left, last }: LeftWords, leftMs: number): string {
  const minutes = Math.floor(leftMs / MINUTE_MS);
  return minutes < 1 ? formatCount(locale, 1, last) : formatCount(locale, minutes, left);
}

/** How long the words stay true, in ms; at most a minute, for whoever comes back from a sleep. */
export function untilNextWords(leftMs: number): number {
  return leftMs <= 0 ? 0 : leftMs % MINUTE_MS + 1;
}
