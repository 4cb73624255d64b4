// Amounts, times, distances and references the way each language writes them.
import { formatsOf } from "./formats.ts";
import { dateFormat, numberFormat } from "./formatters.ts";
import type { Locale } from "../kernel/locale.ts";
import { HOME_ZONE, timeOf } from "../kernel/wall-time.ts";
import type { Plural } from "./plural.ts";

const DAY_MS = 86_400_000;

/** `495 kr` or `SEK 495`, from öre; an amount with öre in it shows them, `495,50 kr`: nothing is hidden. */
export function formatMoney(locale: Locale, ore: number): string {
  return ore % 100 === 0 ? formatKronor(locale, ore) : formatOre(locale, ore);
}

/** To the öre, for VAT: `30,85 kr`. */
export function formatOre(locale: Locale, ore: number): string {
  return money(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }, ore);
}

/** To the nearest krona, for what nobody pays as it stands, such as a comparison price or a sum of a day. */
export function formatKronor(locale: Locale, ore: number): string {
  return money(locale, { maximumFractionDigits: 0 }, ore);
}

/** With its sign, `+20 kr` or `−20 kr`; nothing has none. */
export function formatDifference(locale: Locale, ore: number): string {
  const digits = { maximumFractionDigits: ore % 100 === 0 ? 0 : 2 };
  return money(locale, { ...digits, signDisplay: "exceptZero" }, ore).replace("-", "−");
}

function money(locale: Locale, options: Intl.NumberFormatOptions, ore: number): string {
  const style = { style: "currency", currency: "SEK" } as const;
  return numberFormat(formatsOf(locale).intl, { ...style, ...options }).format(ore / 100);
}

/** `06.40` in Swedish, `06:40` in English, from a wall time `2026-11-23T06:40`. */
export function formatTime(locale: Locale, wallTime: string): string {
  return formatsOf(locale).clock(timeOf(wallTime));
}

/** `måndag 23 november`, with the year when it is not `today`'s; dates are `YYYY-MM-DD…`. */
export function formatDate(locale: Locale, date: string, today: string): string {
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  return dateFormat(formatsOf(locale).intl, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
    timeZone: "UTC",
  }).format(utcDay(date)).replace(",", "");
}

/** `lördag 28 november 06.40`; both arguments are wall times or start with a date. */
export function formatDateTime(locale: Locale, wallTime: string, today: string): string {
  const date = formatDate(locale, wallTime, today);
  return formatsOf(locale).moment(date, formatTime(locale, wallTime));
}

/** `fre 27 nov`, from `2026-11-27`. */
export function formatShortDate(locale: Locale, date: string): string {
  return dateFormat(formatsOf(locale).intl, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(utcDay(date)).replace(/[.,]/g, "");
}

/** `i morgon`, `i dag`, `i går`, else the date as `formatDate` writes it. */
export function formatDay(locale: Locale, date: string, today: string): string {
  const days = Math.round((utcDay(date) - utcDay(today)) / DAY_MS);
  if (Math.abs(days) > 1) return formatDate(locale, date, today);
  return new Intl.RelativeTimeFormat(formatsOf(locale).intl, { numeric: "auto" }).format(
    days,
    "day",
  );
}

/** `i morgon 06.40`; both arguments are wall times or start with a date. */
export function formatMoment(locale: Locale, wallTime: string, today: string): string {
  return formatsOf(locale).moment(
    formatDay(locale, wallTime, today),
    formatTime(locale, wallTime),
  );
}

/**
 * A time to come as short as it is unmistakable: `15.31` today, `lördag 05.40` within six days, else
 * `5 december 05.40`, with the year when it is another. Both arguments are wall times or start with a date.
 */
export function formatUntil(locale: Locale, wallTime: string, now: string): string {
  const time = formatTime(locale, wallTime);
  const days = Math.round((utcDay(wallTime) - utcDay(now)) / DAY_MS);
  if (days === 0) return time;
  const sameYear = wallTime.slice(0, 4) === now.slice(0, 4);
  const day = dateFormat(formatsOf(locale).intl, {
    ...(days > 0 && days < 7 ? { weekday: "long" } : {
      day: "numeric",
      month: "long",
      ...(sameYear ? {} : { year: "numeric" }),
    }),
    timeZone: "UTC",
  }).format(utcDay(wallTime));
  return formatsOf(locale).moment(day, time);
}

/** The wall time in Stockholm, `2026-11-23T06:40`, of an ISO instant or of epoch milliseconds. */
export function wallTimeOf(instant: string | number): string {
  return dateFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: HOME_ZONE,
  }).format(new Date(instant)).replace(" ", "T");
}

/** `850 m`, `1,2 km`, `24 km`: rounded first, so that 999 m is 1 km; a half goes up. */
export function formatDistance(locale: Locale, meters: number): string {
  const tens = Math.round(meters / 10) * 10;
  const inKm = tens >= 1000;
  return numberFormat(formatsOf(locale).intl, {
    style: "unit",
    unit: inKm ? "kilometer" : "meter",
    maximumFractionDigits: inKm && meters < 10_000 ? 1 : 0,
  }).format(inKm ? meters / 1000 : tens);
}

/** `32 min` or `1 tim 5 min`, rounded to whole minutes and never below one. */
export function formatDuration(locale: Locale, seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const unit = (value: number, name: "hour" | "minute") =>
    numberFormat(formatsOf(locale).intl, { style: "unit", unit: name }).format(value);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return unit(rest, "minute");
  return rest === 0 ? unit(hours, "hour") : `${unit(hours, "hour")} ${unit(rest, "minute")}`;
}

/** `12 ms`, `1,2 s`, and from a minute on as a duration: how long something took, or has saved. */
export function formatWait(locale: Locale, ms: number): string {
  if (ms >= 60_000) return formatDuration(locale, ms / 1_000);
  return ms < 1_000 ? inUnit(locale, ms, "millisecond") : inUnit(locale, ms / 1_000, "second");
}

/** `850 kB`, `1,2 MB`, by 1,024. */
export function formatBytes(locale: Locale, bytes: number): string {
  const kilobytes = bytes / 1_024;
  return kilobytes < 1_000
    ? inUnit(locale, kilobytes, "kilobyte")
    : inUnit(locale, kilobytes / 1_024, "megabyte");
}

/** A figure below ten with a digit behind the comma. */
function inUnit(locale: Locale, value: number, unit: string): string {
  const format = { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return numberFormat(formatsOf(locale).intl, format).format(value);
}

/** `95,7 %`, of a share from 0 to 1; never rounded up to all of it. */
export function formatShare(locale: Locale, share: number): string {
  const format = { style: "percent", maximumFractionDigits: 1 } as const;
  return numberFormat(formatsOf(locale).intl, format).format(Math.floor(share * 1_000) / 1_000);
}

/** `6 %`, from a whole percentage. */
export function formatPercent(locale: Locale, percent: number): string {
  return numberFormat(formatsOf(locale).intl, { style: "percent" }).format(percent / 100);
}

/** `1 234`. */
export function formatNumber(locale: Locale, value: number): string {
  return numberFormat(formatsOf(locale).intl).format(value);
}

/** The plural form for `count` with the number put in: `2 resenärer`. */
export function formatCount(locale: Locale, count: number, plural: Plural): string {
  const rule = new Intl.PluralRules(formatsOf(locale).intl).select(count);
  const number = formatNumber(locale, count);
  return (plural[rule] ?? plural.other).replace("{count}", number);
}

/** `a, b och c`. */
export function formatList(locale: Locale, items: readonly string[]): string {
  return new Intl.ListFormat(formatsOf(locale).intl, { type: "conjunction" }).format(items);
}

/** A reference as people read it: `K4Q7RM` → `K4Q 7RM`. */
export function formatReference(reference: string): string {
  return `${reference.slice(0, 3)} ${reference.slice(3)}`;
}

/** A flight number as people read it: `SK1436` → `SK 1436`. */
export function formatFlightNumber(flightNumber: string): string {
  return flightNumber.replace(/^([A-Z]{3}|[A-Z\d]{2})(?=\d)/, "$1 ");
}

/** A reference as it is spelled on the telephone, by the words of `letters`: `Kalle fyra Qvintus, sju …`. */
export function spellReference(
  reference: string,
  letters: Readonly<Record<string, string>>,
): string {
  const spell = (part: string) => [...part].map((letter) => letters[letter] ?? letter).join(" ");
  return `${spell(reference.slice(0, 3))}, ${spell(reference.slice(3))}`;
}

function utcDay(date: string): number {
  return Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10));
}
