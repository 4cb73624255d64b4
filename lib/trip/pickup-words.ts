// When a caller wants the car, as it is said on the telephone and typed while listening: "imorgon 5.10", "+40", "nu",
// "fre kvart i sex", "27 nov 22:35", "tomorrow ten past five". Swedish and English in one reading.
import { clockTime, minutesOf, readClockTime } from "../kernel/clock-time.ts";
import { isLocalDate, nextDate } from "../kernel/local-date.ts";
import { dateOf, timeOf } from "../kernel/wall-time.ts";
import { DAY_WORDS, MONTH_WORDS, NUMBER_WORDS, WEEKDAY_WORDS } from "./spoken-time.ts";

/** What is known while somebody types: wall times in Sweden, `2026-11-26T15:45`. */
export interface PickupMoment {
  now: string;
  /** The first pickup there can be. */
  earliest: string;
}

/** Longest text read, in characters. */
const MAX_LENGTH = 80;
const MINUTES_A_DAY = 24 * 60;

/**
 * The wall time that `text` means, `2026-11-27T05:10`; null when nothing sure can be read. Without a day it is the next
 * time the clock shows it; a weekday is the next one, today only while its time is still to come.
 */
export function readPickupWords(text: string, { now, earliest }: PickupMoment): string | null {
  const words = text.slice(0, MAX_LENGTH).toLowerCase().replace(/\s+/g, " ").trim();
  if (/^(nu|now|genast|asap|direkt)$/.test(words)) return earliest;
  if (/^(om en halvtimme|om en halv timme|in half an hour)$/.test(words)) return later(now, 30);
  const minutes = minutesAhead(words);
  if (minutes !== null) return later(now, minutes);
  for (const { date, isWeekday, rest } of dayReadings(words, dateOf(now))) {
    const time = timeIn(rest);
    if (time === null) continue;
    if (date === null) return nextAt(now, time);
    const day = isWeekday && date === dateOf(now) && `${date}T${time.clock}` <= now
      ? nextDate(date, 7)
      : date;
    return `${day}T${time.clock}`;
  }
  return null;
}

/** A time of day; `isEitherHalf` when words left open which half of the day was meant. */
interface SpokenTime {
  clock: string;
  isEitherHalf: boolean;
}

/** A part of the words taken for the day, and what is left for the time. */
interface DayReading {
  date: string | null;
  isWeekday: boolean;
  rest: string;
}

/** `+40`, `om 40 min`, `om en timme`, `in two hours`. */
function minutesAhead(words: string): number | null {
  const match =
    /^(?:\+ ?|om |in )(\S+?) ?(m|min|mins|minut|minuter|minutes|h|tim|timme|timmar|hour|hours)?$/
      .exec(words);
  if (match === null) return null;
  const [, countText = "", unit = "min"] = match;
  const count = /^\d{1,3}$/.test(countText) ? Number(countText) : NUMBER_WORDS.get(countText);
  if (count === undefined) return null;
  return unit.startsWith("h") || unit.startsWith("t") ? count * 60 : count;
}

/** The ways to find a day in the words, likeliest first; the last finds none. */
function dayReadings(words: string, today: string): DayReading[] {
  const readings: DayReading[] = [];
  const found = (date: string, part: string, isWeekday = false) =>
    readings.push({ date, isWeekday, rest: words.replace(part, " ").replace(/\s+/g, " ").trim() });

  const [iso = ""] = /\d{4}-\d{2}-\d{2}/.exec(words) ?? [];
  if (isLocalDate(iso)) found(iso, iso);
  for (const [pattern, days] of DAY_WORDS) {
    const [part] = pattern.exec(words) ?? [];
    if (part !== undefined) found(nextDate(today, days), part);
  }
  const named =
    /(?:den )?(\d{1,2})(?:[:.]?e|[:.]?a|st|nd|rd|th)?(?: ?\/ ?(\d{1,2})| ([a-zåäö]{3,9})\.?)/
      .exec(words);
  if (named !== null) {
    const [part, day, monthNumber, monthName = ""] = named;
    const month = monthNumber === undefined
      ? MONTH_WORDS.findIndex((names) => names.includes(monthName)) + 1
      : Number(monthNumber);
    const date = comingDate(today, month, Number(day));
    if (date !== null) found(date, part);
  }
  const weekday = words.split(" ").find((word) => WEEKDAY_WORDS.has(word));
  if (weekday !== undefined) {
    const part = new RegExp(`(?:på |on )?${weekday}`).exec(words)?.[0] ?? weekday;
    found(weekdayFrom(today, WEEKDAY_WORDS.get(weekday) ?? 0), part, true);
  }
  return [...readings, { date: null, isWeekday: false, rest: words }];
}

/** The next such date, this year's or the next's; null for one no calendar has. */
function comingDate(today: string, month: number, day: number): string | null {
  if (month < 1 || month > 12) return null;
  const year = Number(today.slice(0, 4));
  const dated = [year, year + 1].map((each) =>
    `${each}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
  );
  return dated.find((date) => isLocalDate(date) && date >= today) ?? null;
}

function weekdayFrom(today: string, weekday: number): string {
  const from = Temporal.PlainDate.from(today).dayOfWeek;
  return nextDate(today, (weekday - from + 7) % 7);
}

/** The time that the words say, with what they say of the half of the day. */
function timeIn(words: string): SpokenTime | null {
  const isEvening = /(på |i |in the )?(kvällen|eftermiddagen|evening|afternoon|kväll|eftermiddag)/;
  const isMorning = /(på |i |in the )?(morgonen|förmiddagen|natten|morning|morse|natt)/;
  const plain = words.replace(isEvening, "").replace(isMorning, "")
    .replace(/^(?:kl|klockan|vid|at|kl\.)\.? /, "").trim();
  const digits = readClockTime(plain);
  const spoken = digits === null ? spokenClock(plain) : { clock: digits, isEitherHalf: false };
  if (spoken === null) return null;
  const minutes = minutesOf(spoken.clock);
  if (isEvening.test(words) && minutes < MINUTES_A_DAY / 2) {
    return { clock: clockOf(minutes + MINUTES_A_DAY / 2), isEitherHalf: false };
  }
  return isMorning.test(words) ? { ...spoken, isEitherHalf: false } : spoken;
}

/** `tio över fem`, `kvart i sex`, `halv sju`, `fem i halv sju`, `half past six`, `quarter to six`, `sjutton`. */
function spokenClock(words: string): SpokenTime | null {
  const english = /^(?:(\S+) )?(past|to) (\S+)$/.exec(words);
  const swedish = /^(?:(\S+) (över|i) )?(halv )?(\S+)$/.exec(words);
  const [, count, relation, half, hourWord] = english === null
    ? swedish ?? []
    : [null, english[1], english[2], undefined, english[3]];
  const hour = NUMBER_WORDS.get(hourWord ?? "");
  if (hour === undefined || hour > 24) return null;
  const offset = count === undefined ? 0 : partOfHour(count);
  if (offset === null) return null;
  const isBefore = relation === "i" || relation === "to";
  const minutes = hour * 60 - (half === undefined ? 0 : 30) + (isBefore ? -offset : offset);
  return { clock: clockOf(minutes), isEitherHalf: hour <= 12 };
}

function partOfHour(word: string): number | null {
  if (word === "kvart" || word === "quarter") return 15;
  if (word === "half") return 30;
  const count = NUMBER_WORDS.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined);
  return count === undefined || count > 30 ? null : count;
}

/** The next moment the clock shows the time; twice a day where nobody said which half is meant. */
function nextAt(now: string, { clock, isEitherHalf }: SpokenTime): string {
  const halves = isEitherHalf ? [clock, clockOf(minutesOf(clock) + MINUTES_A_DAY / 2)] : [clock];
  const today = dateOf(now);
  const coming = halves.map((each) => `${each > timeOf(now) ? today : nextDate(today, 1)}T${each}`);
  return coming.sort()[0] ?? `${today}T${clock}`;
}

function later(now: string, minutes: number): string {
  return Temporal.PlainDateTime.from(now).add({ minutes }).toString({ smallestUnit: "minute" });
}

/** The clock's time, also past midnight. */
function clockOf(minutes: number): string {
  return clockTime(((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY);
}
