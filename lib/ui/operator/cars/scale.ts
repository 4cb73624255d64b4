// Where a moment of the day stands on the timeline, in pixels. Pure.
import type { CarDay } from "../../../board/car-day.ts";
import type { CarsZoom } from "../../../board/cars-query.ts";
import { wallTimeOf } from "../../../i18n/format.ts";
import { timeOf } from "../../../kernel/wall-time.ts";

/** How a zoom is drawn. */
export interface Scale {
  /** Width of an hour, in pixels; where the day is fluid, its least. */
  hourPx: number;
  /** Narrowest bar, in pixels: one that can still be hit with a finger, and in the whole day one that hides no gap. */
  narrowestPx: number;
  /** True where the day takes the whole width of the window: places are then shares of it. */
  isFluid: boolean;
}

/** The scale of each zoom; eight hours fill a window of 1,440 pixels. */
export const SCALES: Readonly<Record<CarsZoom, Scale>> = {
  "4": { hourPx: 266, narrowestPx: 24, isFluid: false },
  "8": { hourPx: 133, narrowestPx: 24, isFluid: false },
  day: { hourPx: 34, narrowestPx: 10, isFluid: true },
};
/** Times on the clock have room at this distance, in pixels. */
const TIME_PX = 56;
/** Of the past, this much is in view at first, in hours: what goes on began in it. */
const PAST_HOURS = 1;
/** A day that is not today is shown from here on when nothing happens earlier: 05.00. */
const MORNING_HOUR = 5;
const HOUR_MS = 3_600_000;

/** The stretch of a day. */
export type DayStretch = Pick<CarDay, "startMs" | "endMs">;

/** A stretch as it is drawn. */
export type DrawnStretch = DayStretch & Scale;

/** A day as it is drawn. */
export type DrawnDay = CarDay & Scale;

/** A time on the clock: its place and what the clock shows then, `06:00`. */
export interface HourMark {
  x: number;
  time: string;
}

/** Place of a moment; what lies outside the day stands at its edge. */
export function xOf({ startMs, endMs, hourPx }: DrawnStretch, atMs: number): number {
  const inside = Math.min(Math.max(atMs, startMs), endMs);
  return Math.round((inside - startMs) / HOUR_MS * hourPx * 10) / 10;
}

/** A place or a width as it is written: in pixels, or as a share of a fluid day. */
export function along(day: DrawnStretch, px: number): number | string {
  return day.isFluid ? `${Math.round(px / dayWidth(day) * 100_000) / 1_000}%` : px;
}

/** Width of the whole day. */
export function dayWidth(day: DrawnStretch): number {
  return xOf(day, day.endMs);
}

/** Half hours, hours or every second one, as they pass: on change nights one is missing or stands there twice. */
export function hourMarks(day: DrawnStretch): HourMark[] {
  const marks: HourMark[] = [];
  const step = [0.5, 1, 2].find((hours) => hours * day.hourPx >= 2 * TIME_PX) ?? 2;
  for (let at = day.startMs; at < day.endMs; at += step * HOUR_MS) {
    marks.push({ x: xOf(day, at), time: timeOf(wallTimeOf(at)) });
  }
  return marks;
}

/** True while now lies within the day. */
export function isToday({ startMs, endMs, nowMs }: DayStretch & { nowMs: number }): boolean {
  return nowMs >= startMs && nowMs < endMs;
}

/** Where the view begins at first: an hour before now, at a full or half hour, or the first pickup of another day. */
export function firstX(
  day: DrawnStretch & { nowMs: number },
  pickups: readonly number[],
): number {
  const morningMs = day.startMs + MORNING_HOUR * HOUR_MS;
  const from = isToday(day)
    ? day.nowMs - PAST_HOURS * HOUR_MS
    : Math.min(morningMs, ...pickups.filter((at) => at >= day.startMs));
  const halfHours = Math.floor((from - day.startMs) / HOUR_MS * 2);
  return Math.max(0, halfHours) * day.hourPx / 2;
}
