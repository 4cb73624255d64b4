// The Swedish year: red days by law, eves by custom, and which weekdays are ordinary.
// Red days: lag (1989:253) om allmänna helgdagar. Pure and zone-free: dates in, answers out.
import { invariant } from "../kernel/invariant.ts";

/** The 13 public holidays the law names; Sundays are public holidays too but have no name of their own. */
export const RED_DAYS = [
  "new-years-day",
  "epiphany",
  "good-friday",
  "easter-sunday",
  "easter-monday",
  "may-day",
  "ascension-day",
  "whit-sunday",
  "national-day",
  "midsummer-day",
  "all-saints-day",
  "christmas-day",
  "boxing-day",
] as const;

/**
 * The four that count as eve in `dayKind`: nobody works then, and semesterlagen (1977:480) 3 a § puts three
 * of them beside Sundays.
 */
export const EVES_OFF = ["easter-eve", "midsummer-eve", "christmas-eve", "new-years-eve"] as const;

/** Ordinary days with a name. */
export const OTHER_EVES = ["twelfth-night", "walpurgis-eve", "whitsun-eve"] as const;

/** Every day a tariff can name; what each is called stands in the texts. */
export const NAMED_DAYS = [...RED_DAYS, ...EVES_OFF, ...OTHER_EVES] as const;

/** A day a tariff can name. */
export type NamedDay = typeof NAMED_DAYS[number];

/** Every date is exactly one of these; a Sunday is red, a Saturday that is an eve is an eve. */
export const DAY_KINDS = ["red", "eve", "saturday", "weekday"] as const;

/** What sort of day a date is. */
export type DayKind = typeof DAY_KINDS[number];

/** Longest run of days off after a named day: Christmas Eve on a Wednesday gives 5; 14 is never reached. */
const MAX_DAYS_OFF = 14;

/** Most years kept worked out; pickups span three. */
const MAX_YEARS_KEPT = 64;

/** Easter Sunday of a Gregorian year (anonymous algorithm, Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Temporal.PlainDate(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The date of a named day in a year. */
export function namedDayDate(name: NamedDay, year: number): Temporal.PlainDate {
  return yearOf(year).dates.get(name)!;
}

/** The names a date has, most often none; two when a movable day meets a fixed one. */
export function namesOf(day: Temporal.PlainDate): readonly NamedDay[] {
  return yearOf(day.year).names.get(day.toString()) ?? [];
}

/** What sort of day a date is; eves that are not days off count as the weekday they fall on. */
export function dayKind(day: Temporal.PlainDate): DayKind {
  if (day.dayOfWeek === 7) return "red";
  const names = namesOf(day);
  if (RED_DAYS.some((name) => names.includes(name))) return "red";
  if (EVES_OFF.some((name) => names.includes(name))) return "eve";
  return day.dayOfWeek === 6 ? "saturday" : "weekday";
}

/** The first date after `day` that is an ordinary weekday: Monday to Friday, neither red nor an eve off. */
export function nextOrdinaryWeekday(day: Temporal.PlainDate): Temporal.PlainDate {
  for (let days = 1; days <= MAX_DAYS_OFF; days++) {
    const next = day.add({ days });
    if (dayKind(next) === "weekday") return next;
  }
  invariant(false, `No ordinary weekday within ${MAX_DAYS_OFF} days of ${day}`);
}

interface Year {
  dates: ReadonlyMap<NamedDay, Temporal.PlainDate>;
  names: ReadonlyMap<string, readonly NamedDay[]>;
}

/** Years worked out before: a quote asks for the same two or three dozens of times. */
const years = new Map<number, Year>();

function yearOf(year: number): Year {
  const known = years.get(year);
  if (known) return known;
  const dates = new Map(NAMED_DAYS.map((name) => [name, dateIn(name, year)]));
  const names = new Map<string, NamedDay[]>();
  for (const [name, date] of dates) {
    names.set(date.toString(), [...names.get(date.toString()) ?? [], name]);
  }
  if (years.size >= MAX_YEARS_KEPT) years.clear();
  years.set(year, { dates, names });
  return { dates, names };
}

function dateIn(name: NamedDay, year: number): Temporal.PlainDate {
  switch (name) {
    case "new-years-day":
      return date(year, 1, 1);
    case "epiphany":
      return date(year, 1, 6);
    case "good-friday":
      return easterSunday(year).subtract({ days: 2 });
    case "easter-sunday":
      return easterSunday(year);
    case "easter-monday":
      return easterSunday(year).add({ days: 1 });
    case "may-day":
      return date(year, 5, 1);
    case "ascension-day":
      return easterSunday(year).add({ days: 39 });
    case "whit-sunday":
      return easterSunday(year).add({ days: 49 });
    case "national-day":
      return date(year, 6, 6);
    case "midsummer-day":
      return saturdayFrom(date(year, 6, 20));
    case "all-saints-day":
      return saturdayFrom(date(year, 10, 31));
    case "christmas-day":
      return date(year, 12, 25);
    case "boxing-day":
      return date(year, 12, 26);
    case "easter-eve":
      return easterSunday(year).subtract({ days: 1 });
    case "midsummer-eve":
      return dateIn("midsummer-day", year).subtract({ days: 1 });
    case "christmas-eve":
      return date(year, 12, 24);
    case "new-years-eve":
      return date(year, 12, 31);
    case "twelfth-night":
      return date(year, 1, 5);
    case "walpurgis-eve":
      return date(year, 4, 30);
    case "whitsun-eve":
      return dateIn("whit-sunday", year).subtract({ days: 1 });
  }
}

function date(year: number, month: number, day: number): Temporal.PlainDate {
  return new Temporal.PlainDate(year, month, day);
}

function saturdayFrom(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: (6 - day.dayOfWeek + 7) % 7 });
}
