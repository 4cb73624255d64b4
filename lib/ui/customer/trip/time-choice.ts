// Which times the clock of the form offers, and how one moves among them. Pure.
import { clockTime, minutesOf } from "../../../kernel/clock-time.ts";
import { dateOf, timeOf } from "../../../kernel/wall-time.ts";

/** Minutes between the times that are offered; others can be typed. */
export const STEP_MINUTES = 5;
/** Cells in a row of the panel. */
export const COLUMNS = 6;

const DAY_MINUTES = 24 * 60;
const LAST = DAY_MINUTES - STEP_MINUTES;

/** The first minute that can be asked for on `date`; a whole day when that day has passed. */
export function firstMinute(date: string, earliest: string): number {
  const first = dateOf(earliest);
  if (date === first) return minutesOf(timeOf(earliest));
  return date !== "" && date < first ? DAY_MINUTES : 0;
}

/** The next offered time up or down, within the day and not before `first`. */
export function stepped(minutes: number, steps: number, first: number): number {
  const from = steps > 0 ? Math.floor(minutes / STEP_MINUTES) : Math.ceil(minutes / STEP_MINUTES);
  const wanted = (from + steps) * STEP_MINUTES;
  const lowest = Math.ceil(first / STEP_MINUTES) * STEP_MINUTES;
  return Math.min(LAST, Math.max(wanted, Math.min(lowest, LAST)));
}

/** One time of the panel. */
export interface Cell {
  /** `06`, as it is shown. */
  label: string;
  /** The time it leads to, in minutes after midnight. */
  minutes: number;
  isChosen: boolean;
  /** Passed already: shown, and not to be taken. */
  isPast: boolean;
}

/** The hours; one whose early minutes have passed leads to the first that has not. */
export function hourCells(minutes: number, first: number): Cell[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const lastOfHour = hour * 60 + 60 - STEP_MINUTES;
    const same = hour * 60 + minutes % 60;
    return {
      label: twoDigits(hour),
      minutes: same < first ? stepped(first, 0, first) : same,
      isChosen: Math.floor(minutes / 60) === hour,
      isPast: lastOfHour < first,
    };
  });
}

/** The minutes of the chosen hour. */
export function minuteCells(minutes: number, first: number): Cell[] {
  const hour = Math.floor(minutes / 60);
  return Array.from({ length: 60 / STEP_MINUTES }, (_, at) => {
    const there = hour * 60 + at * STEP_MINUTES;
    return {
      label: twoDigits(at * STEP_MINUTES),
      minutes: there,
      isChosen: there === minutes,
      isPast: there < first,
    };
  });
}

/** The cell a key leads to from cell `at`; null when the key does not move. */
export function cellAfter(key: string, at: number, count: number): number | null {
  const row = at - at % COLUMNS;
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + COLUMNS,
    ArrowUp: at - COLUMNS,
    Home: row,
    End: row + COLUMNS - 1,
  };
  const next = moves[key];
  return next === undefined || next < 0 || next >= count ? null : next;
}

/** How a field that is a spin button moves by a key: steps of five minutes, or whole hours; null for other keys. */
export function stepsOfKey(key: string): number | null {
  const hour = 60 / STEP_MINUTES;
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: 1,
    ArrowDown: -1,
    PageUp: hour,
    PageDown: -hour,
  };
  return steps[key] ?? null;
}

function twoDigits(count: number): string {
  return clockTime(count).slice(3);
}
