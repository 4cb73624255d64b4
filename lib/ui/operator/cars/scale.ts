// Where a moment of the day stands on the timeline, in pixels. Pure.
import type { CarDay } from "../../../board/car-day.ts";
import { wallTimeOf } from "../../../i18n/format.ts";
import { timeOf } from "../../../kernel/wall-time.ts";

/** Width of an hour, in pixels. */
export const HOUR_PX = 133;
/** Of the past, this much is in view at first, in hours: what goes on began in it. */
const PAST_HOURS = 1;
/** A day that is not today is shown from here on when nothing happens earlier: 05.00. */
const MORNING_HOUR = 5;
const HOUR_MS = 3_600_000;

/** The stretch of a day. */
export type DayStretch = Pick<CarDay, "startMs" | "endMs">;

/** A full hour: its place and what the clock shows then, `06:00`. */
export interface HourMark {
  x: number;
  time: string;
}

/** Place of a moment; what lies outside the day stands at its edge. */
export function xOf({ startMs, endMs }: DayStretch, atMs: number): number {
  const inside = Math.min(Math.max(atMs, startMs), endMs);
  return Math.round((inside - startMs) / HOUR_MS * HOUR_PX * 10) / 10;
}

/** Width of the whole day. */
export function dayWidth(day: DayStretch): number {
  return xOf(day, day.endMs);
}

/** Every hour that passes: on change nights one is missing or stands there twice. */
export function hourMarks(day: DayStretch): HourMark[] {
  const marks: HourMark[] = [];
  for (let at = day.startMs; at < day.endMs; at += HOUR_MS) {
    marks.push({ x: xOf(day, at), time: timeOf(wallTimeOf(at)) });
  }
  return marks;
}

/** True while now lies within the day. */
export function isToday({ startMs, endMs, nowMs }: DayStretch & { nowMs: number }): boolean {
  return nowMs >= startMs && nowMs < endMs;
}

/** Where the view begins at first: an hour before now, at a full or half hour, or the first pickup of another day. */
export function firstX(day: DayStretch & { nowMs: number }, pickups: readonly number[]): number {
  const morningMs = day.startMs + MORNING_HOUR * HOUR_MS;
  const from = isToday(day)
    ? day.nowMs - PAST_HOURS * HOUR_MS
    : Math.min(morningMs, ...pickups.filter((at) => at >= day.startMs));
  const halfHours = Math.floor((from - day.startMs) / HOUR_MS * 2);
  return Math.max(0, halfHours) * HOUR_PX / 2;
}
