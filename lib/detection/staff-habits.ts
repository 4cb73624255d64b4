// What the staff do with personal data, held against what they usually do and what their colleagues do: reading far above
// both, and files taken out at an hour at which that person does not work.
import { HOME_ZONE, localDate } from "../kernel/wall-time.ts";
import { type Detector, found } from "./detector.ts";

/** People somebody reads of on a day before it is unusual at all. */
export const READ_AT_LEAST = 150;
/** How many times their own usual day, and their colleagues' usual day, it must be. */
export const READ_TIMES = 5;
/** Days a habit is made of, and how many there must be before somebody has one. */
export const HABIT_DAYS = 28;
const HABIT_FROM_DAYS = 3;
/** Hours of the night in Sweden, from and until. */
export const NIGHT = { from: 22, until: 5 } as const;
/** How long before a file somebody must have been at work, in milliseconds, and how many nights lately make a shift. */
const AT_WORK_MS = 5 * 60 * 60_000;
const SHIFT_NIGHTS = 2;
/** Most people of the staff that are remembered. */
const MAX_PEOPLE = 1_000;

/** What somebody did on one day. */
export interface StaffDay {
  subjects: number;
  isNight: boolean;
}

/** Habits by person; kept in the database between processes. */
export class Habits {
  readonly #days = new Map<string, Map<string, StaffDay>>();

  /** Takes in what an earlier process has seen. */
  take(person: string, day: string, known: StaffDay): void {
    const before = this.#of(person).get(day);
    this.#of(person).set(day, {
      subjects: Math.max(known.subjects, before?.subjects ?? 0),
      isNight: known.isNight || (before?.isNight ?? false),
    });
  }

  /** Adds to a day; how many people that person has read of on it. */
  add(person: string, day: string, subjects: number, isNight: boolean): number {
    const days = this.#of(person);
    const before = days.get(day) ?? { subjects: 0, isNight: false };
    const after = { subjects: before.subjects + subjects, isNight: before.isNight || isNight };
    days.set(day, after);
    for (const old of [...days.keys()].sort().slice(0, -HABIT_DAYS)) days.delete(old);
    return after.subjects;
  }

  /** What a person has on a day. */
  on(person: string, day: string): StaffDay | null {
    return this.#days.get(person)?.get(day) ?? null;
  }

  /** People of whom something is known. */
  people(): string[] {
    return [...this.#days.keys()];
  }

  /** What somebody's days before this one usually come to; null while they have no habit. */
  usual(person: string, day: string): number | null {
    const days = [...this.#of(person)].filter(([one]) => one < day).map(([, { subjects }]) =>
      subjects
    );
    return days.length < HABIT_FROM_DAYS ? null : median(days);
  }

  /** What a day of the others usually comes to; null while there are none with a habit. */
  peers(person: string, day: string): number | null {
    const usual = this.people().filter((one) => one !== person)
      .flatMap((one) => this.usual(one, day) ?? []);
    return usual.length === 0 ? null : median(usual);
  }

  /** On how many days before this one somebody worked at night. */
  nights(person: string, day: string): number {
    return [...this.#of(person)].filter(([one, { isNight }]) => one < day && isNight).length;
  }

  #of(person: string) {
    const known = this.#days.get(person) ??
      new Map<string, StaffDay>();
    if (!this.#days.has(person) && this.#days.size < MAX_PEOPLE) this.#days.set(person, known);
    return known;
  }
}

/** Reading far above one's own habit and that of others. Whoever has none is held against the others alone. */
export function unusualReading(habits: Habits): Detector {
  return {
    name: "unusual-reading",
    see(event) {
      const { kind, person, subjects, atMs } = event;
      if (kind !== "staff-read" || person === "") return null;
      const { day, isNight } = momentOf(atMs);
      const count = habits.add(person, day, subjects, isNight);
      const known = [habits.usual(person, day), habits.peers(person, day)]
        .flatMap((usual) => usual ?? []);
      const threshold = Math.max(READ_AT_LEAST, ...known.map((usual) => READ_TIMES * usual));
      if (known.length === 0 || count < threshold) return null;
      return found(this.name, event, { kind: "person", mark: person, count, threshold, marks: [] });
    },
  };
}

/** A file taken out at night by somebody who neither works at night nor was at work before. */
export function offHoursExport(habits: Habits): Detector {
  const lastAtWork = new Map<string, number>();
  return {
    name: "off-hours-export",
    see(event) {
      const { kind, person, atMs } = event;
      if (person === "") return null;
      if (kind === "staff-read") {
        if (!momentOf(atMs).isNight) noteAtWork(lastAtWork, person, atMs);
        return null;
      }
      if (kind !== "staff-export") return null;
      const { day, isNight } = momentOf(atMs);
      const wasAtWork = atMs - (lastAtWork.get(person) ?? -Infinity) < AT_WORK_MS;
      if (!isNight || wasAtWork || habits.nights(person, day) >= SHIFT_NIGHTS) return null;
      return found(this.name, event, {
        ...{ kind: "person", mark: person, count: 1, threshold: 1, marks: [] },
      });
    },
  };
}

function noteAtWork(lastAtWork: Map<string, number>, person: string, atMs: number): void {
  lastAtWork.delete(person);
  lastAtWork.set(person, atMs);
  const [oldest] = lastAtWork.keys();
  if (lastAtWork.size > MAX_PEOPLE && oldest !== undefined) lastAtWork.delete(oldest);
}

/** Clocks change at whole quarters of an hour, and events come in their order: one quarter is remembered. */
const QUARTER_MS = 15 * 60_000;
let quarter = { of: NaN, day: "", isNight: false };

/** The day in Sweden, and whether it is night there. A night belongs to the day it is reckoned on. */
export function momentOf(atMs: number): { day: string; isNight: boolean } {
  const of = Math.floor(atMs / QUARTER_MS);
  if (of !== quarter.of) {
    const instant = Temporal.Instant.fromEpochMilliseconds(of * QUARTER_MS);
    const { hour } = instant.toZonedDateTimeISO(HOME_ZONE);
    const isNight = hour >= NIGHT.from || hour < NIGHT.until;
    quarter = { of, day: localDate(instant), isNight };
  }
  return quarter;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
