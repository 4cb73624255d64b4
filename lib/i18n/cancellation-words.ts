// What cancelling costs in one sentence, in the tense that is true now: pages, tickets and mails say the same.
import type { Locale } from "../kernel/locale.ts";
import { formatMoney, formatUntil, wallTimeOf } from "./format.ts";
import { textsFor } from "./texts.ts";

/** What the words depend on: an ISO instant, and öre. */
export interface CancellationCost {
  freeUntil: string;
  lateFeeOre: number;
}

/** A sentence without its point, for a line of its own, and the whole of it. */
export interface CancellationWords {
  /** `Avboka gratis till 15.31`, once that is past `Avbokning kostar 207 kr från nu`. */
  short: string;
  /** `Gratis till lördag 05.40. Därefter kostar det 272 kr.` */
  long: string;
}

/** The words for a moment; `nowMs` decides the tense and how the day is said, never the reader's own clock. */
export function cancellationWords(
  locale: Locale,
  { freeUntil, lateFeeOre }: CancellationCost,
  nowMs: number,
): CancellationWords {
  const { cancellation } = textsFor(locale).booking;
  const fee = formatMoney(locale, lateFeeOre);
  if (nowMs > Date.parse(freeUntil)) {
    const short = cancellation.costsNow(fee);
    return { short, long: `${short}.` };
  }
  const moment = formatUntil(locale, wallTimeOf(freeUntil), wallTimeOf(nowMs));
  return { short: cancellation.freeUntil(moment), long: cancellation.freeThen(moment, fee) };
}
