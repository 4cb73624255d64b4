// What cancelling costs in one sentence, in the tense that is true now: pages, tickets and mails say the same.
import type { Locale } from "../kernel/locale.ts";
import { formatMoney, formatUntil, wallTimeOf } from "./format.ts";
import { textsFor } from "./texts.ts";

/** What the words depend on: an ISO instant, and öre. */
export interface CancellationCost {
  freeUntil: string;
  lateFeeOre: number;
  /** What it costs still later, in order. */
  further?: readonly { from: string; feeOre: number }[];
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
  { freeUntil, lateFeeOre, further = [] }: CancellationCost,
  nowMs: number,
): CancellationWords {
  const { cancellation } = textsFor(locale).booking;
  const { always, costsNow, freeThen, costsFrom } = cancellation;
  if (lateFeeOre === 0) return { short: always, long: `${always}.` };
  const moment = (instant: string) => formatUntil(locale, wallTimeOf(instant), wallTimeOf(nowMs));
  const ahead = further.filter(({ from }) => nowMs <= Date.parse(from));
  const later = ahead.map(({ from, feeOre }) =>
    ` ${costsFrom(moment(from), formatMoney(locale, feeOre))}`
  ).join("");
  if (nowMs > Date.parse(freeUntil)) {
    const { feeOre } = further[further.length - ahead.length - 1] ?? { feeOre: lateFeeOre };
    const short = costsNow(formatMoney(locale, feeOre));
    return { short, long: `${short}.${later}` };
  }
  const free = moment(freeUntil);
  const long = freeThen(free, formatMoney(locale, lateFeeOre));
  return { short: cancellation.freeUntil(free), long: `${long}${later}` };
}
