// Amounts, times, distances and references the way each language writes them.
import { INTL_LOCALE, type Locale } from "./locale.ts";

const HOME_ZONE = "Europe/Stockholm";
const DAY_MS = 86_400_000;

/** The two plural forms Swedish and English have; `{count}` is where the number goes. */
export interface Plural {
  one: string;
  other: string;
}

/** `495,00 kr` or `SEK 495.00`, from öre. */
export function formatMoney(locale: Locale, ore: number): string {
  return new Intl.NumberFormat(INTL_LOCALE[locale], { style: "currency", currency: "SEK" })
    .format(ore / 100);
}

/** The amount without its currency, for columns that name it once: `495,00`. */
export function formatAmount(locale: Locale, ore: number): string {
  return new Intl.NumberFormat(INTL_LOCALE[locale], {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(ore / 100);
}

/** `06.40` in Swedish, `06:40` in English, from a wall time `2026-11-23T06:40`. */
export function formatTime(locale: Locale, wallTime: string): string {
  const time = wallTime.slice(11, 16);
  return locale === "sv" ? time.replace(":", ".") : time;
}

/** `måndag 23 november`, with the year when it is not `today`'s; dates are `YYYY-MM-DD…`. */
export function formatDate(locale: Locale, date: string, today: string): string {
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(INTL_LOCALE[locale], {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
    timeZone: "UTC",
  }).format(utcDay(date)).replace(",", "");
}

/** `i morgon`, `i dag`, `i går`, else the date as `formatDate` writes it. */
export function formatDay(locale: Locale, date: string, today: string): string {
  const days = Math.round((utcDay(date) - utcDay(today)) / DAY_MS);
  if (Math.abs(days) > 1) return formatDate(locale, date, today);
  return new Intl.RelativeTimeFormat(INTL_LOCALE[locale], { numeric: "auto" }).format(days, "day");
}

/** `i morgon 06.40`; both arguments are wall times or start with a date. */
export function formatMoment(locale: Locale, wallTime: string, today: string): string {
  const join = locale === "sv" ? " " : " at ";
  return `${formatDay(locale, wallTime, today)}${join}${formatTime(locale, wallTime)}`;
}

/** The wall time in Stockholm, `2026-11-23T06:40`, of an ISO instant or of epoch milliseconds. */
export function wallTimeOf(instant: string | number): string {
  return new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: HOME_ZONE,
  }).format(new Date(instant)).replace(" ", "T");
}

/** `24,1 km`, or `850 m` below one kilometre. */
export function formatDistance(locale: Locale, meters: number): string {
  const inKm = meters >= 1000;
  return new Intl.NumberFormat(INTL_LOCALE[locale], {
    style: "unit",
    unit: inKm ? "kilometer" : "meter",
    maximumFractionDigits: inKm ? 1 : 0,
  }).format(inKm ? meters / 1000 : Math.round(meters / 10) * 10);
}

/** `32 min` or `1 tim 5 min`, rounded to whole minutes and never below one. */
export function formatDuration(locale: Locale, seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const unit = (value: number, name: "hour" | "minute") =>
    new Intl.NumberFormat(INTL_LOCALE[locale], { style: "unit", unit: name }).format(value);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return unit(rest, "minute");
  return rest === 0 ? unit(hours, "hour") : `${unit(hours, "hour")} ${unit(rest, "minute")}`;
}

/** The plural form for `count` with the number put in: `2 resenärer`. */
export function formatCount(locale: Locale, count: number, plural: Plural): string {
  const rule = new Intl.PluralRules(INTL_LOCALE[locale]).select(count);
  const number = new Intl.NumberFormat(INTL_LOCALE[locale]).format(count);
  return (rule === "one" ? plural.one : plural.other).replace("{count}", number);
}

/** A reference as people read it: `K4Q7RM` → `K4Q 7RM`. */
export function formatReference(reference: string): string {
  return `${reference.slice(0, 3)} ${reference.slice(3)}`;
}

/** A reference for a screen reader, letter by letter: `K 4 Q, 7 R M`. */
export function spellReference(reference: string): string {
  const spell = (part: string) => [...part].join(" ");
  return `${spell(reference.slice(0, 3))}, ${spell(reference.slice(3))}`;
}

/** A Swedish mobile or Göteborg number as people write it, `070-123 45 67`; others stay as they are. */
export function formatPhone(phone: string): string {
  const [, area, first, second, third] = /^\+46(7\d|31)(\d{3})(\d{2})(\d{2})$/.exec(phone) ?? [];
  return area === undefined ? phone : `0${area}-${first} ${second} ${third}`;
}

function utcDay(date: string): number {
  return Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10));
}
