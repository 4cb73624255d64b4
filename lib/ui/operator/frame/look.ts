// What every part of the board needs to draw itself, and the few words they share.
import { formatTime, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { BoardTexts } from "../../../i18n/sv/board.ts";
import type { BookingSummary, Cover } from "../../../booking/booking.ts";
import type { Attention } from "../../../board/attention.ts";
import type { FleetNames } from "../../../board/day.ts";

/** Pages of operators that stand in the rail. */
export type OperatorPageName =
  | "day"
  | "cars"
  | "jobs"
  | "cache"
  | "order"
  | "sheet"
  | "places"
  | "permit-holders"
  | "vehicles"
  | "drivers"
  | "tariffs"
  | "messages"
  | "incidents"
  | "webhooks"
  | "retention"
  | "bookkeeping"
  | "money"
  | "data-requests"
  | "protected"
  | "staff"
  | "compliance";

/** Language, names and day around a part of the board. */
export interface Look {
  locale: Locale;
  texts: BoardTexts;
  fleet: FleetNames;
  /** Today's local date, `2026-11-23`. */
  today: string;
}

/** `06.31` of an instant. */
export function clockTime(locale: Locale, instant: string | number): string {
  return formatTime(locale, wallTimeOf(instant));
}

/** `24 min` or `1 h 5 min`; never negative. */
export function span(texts: BoardTexts, minutes: number): string {
  const whole = Math.abs(Math.round(minutes));
  if (whole < 60) return texts.live.minutes(whole);
  return texts.live.hours(Math.floor(whole / 60), whole % 60);
}

/** The need in words: `hämtas om 24 min`. */
export function attentionDetail(texts: BoardTexts, { kind, minutesToPickup }: Attention): string {
  const words = texts.attention;
  if (kind === "waiting") return words.waited(span(texts, minutesToPickup));
  return minutesToPickup >= 0
    ? words.pickupIn(span(texts, minutesToPickup))
    : words.pickupAgo(span(texts, minutesToPickup));
}

/** The state in a word: the need when there is one, else the status. */
export function stateWord(
  texts: BoardTexts,
  booking: Pick<BookingSummary, "status">,
  attention: Attention | null,
): string {
  return attention === null ? texts.status[booking.status] : texts.attention[attention.kind];
}

/** What stands where a name or a place is not there: it is protected, restricted, or its person was erased. */
export function absentWord(texts: BoardTexts, { veiled, restricted }: Cover): string {
  if (veiled) return texts.table.veiled;
  return restricted ? texts.table.restricted : texts.table.erased;
}

/** First letter in upper case, as a heading begins. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
