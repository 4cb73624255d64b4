// When a surcharge applies, in words.
import { formatsOf } from "../../../i18n/formats.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Surcharge, SurchargeWindow } from "../../../pricing/tariff.ts";

const ALL_WEEKDAYS = 7;
/** 1 January 2024 was a Monday: ISO weekday n is the n-th day of that month. */
const WEEKDAY_MONTH = [2024, 0] as const;

/** `vardagar 05.00–09.00`; several windows are joined by commas. */
export function surchargeTimes(locale: Locale, surcharge: Pick<Surcharge, "when">): string {
  return surcharge.when.map((window) => windowInWords(locale, window)).join(", ");
}

function windowInWords(locale: Locale, window: SurchargeWindow): string {
  const { prices } = textsFor(locale);
  const { clock } = formatsOf(locale);
  if (window.kind === "daily") {
    const isAllDay = window.from === window.until;
    const span = isAllDay ? prices.allDay : `${clock(window.from)}–${clock(window.until)}`;
    return prices.daily(daysInWords(locale, window), span);
  }
  const days = listOf(locale, window.days.map((day) => prices.namedDays[day]));
  const from = clock(window.startsAt);
  const until = clock(window.endsAt);
  return window.daysBefore === 0
    ? prices.holidaySameDay(from, days, until)
    : prices.holiday(from, days, until);
}

function daysInWords(locale: Locale, window: SurchargeWindow & { kind: "daily" }): string {
  const { prices } = textsFor(locale);
  if (window.weekdays.length < ALL_WEEKDAYS) {
    const name = new Intl.DateTimeFormat(formatsOf(locale).intl, {
      weekday: "long",
      timeZone: "UTC",
    });
    return listOf(
      locale,
      window.weekdays.map((day) => name.format(Date.UTC(...WEEKDAY_MONTH, day))),
    );
  }
  const kinds = Object.keys(prices.dayKinds) as (keyof typeof prices.dayKinds)[];
  const chosen = kinds.filter((kind) => window.dayKinds.includes(kind));
  return chosen.length === kinds.length
    ? prices.everyDay
    : listOf(locale, chosen.map((kind) => prices.dayKinds[kind]));
}

function listOf(locale: Locale, words: string[]): string {
  return new Intl.ListFormat(formatsOf(locale).intl, { type: "conjunction" }).format(words);
}
