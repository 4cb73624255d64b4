// A car's time around a trip: blocks along a bar, hours above it, and the same in words. Pure.
import type { Stretch, TakenTime } from "../../../dispatch/candidate.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { clockTime } from "../frame/look.ts";

/** When the trip is driven, and the time in which cars are compared. */
export interface TripTime {
  trip: Stretch;
  shown: Stretch;
}

/** A place along the bar, in percent of it. */
export interface Place {
  x: number;
  width: number;
}

/** A block of the bar. */
export interface Block extends Place {
  kind: TakenTime["kind"];
}

const HOUR_MS = 3_600_000;
/** Narrowest block that is still seen, in percent. */
const NARROWEST = 0.8;
/** Hours nearer to an edge have no room for their words, in percent. */
const EDGE = 5;

/** Where a stretch stands on the bar; what lies outside ends at its edge. */
export function placeOf({ startMs, endMs }: Stretch, shown: Stretch): Place {
  const share = (atMs: number) => {
    const inside = Math.min(Math.max(atMs, shown.startMs), shown.endMs);
    return rounded((inside - shown.startMs) / (shown.endMs - shown.startMs) * 100);
  };
  const x = share(startMs);
  return { x, width: Math.max(NARROWEST, rounded(share(endMs) - x)) };
}

/** The blocks of a car. */
export function blocksOf(around: readonly TakenTime[], shown: Stretch): Block[] {
  return around.map(({ kind, startMs, endMs }) => ({
    kind,
    ...placeOf({ startMs, endMs: endMs ?? shown.endMs }, shown),
  }));
}

/** Full hours that have room for their words. */
export function hoursOf(locale: Locale, shown: Stretch): { x: number; time: string }[] {
  const hours = [];
  for (let at = Math.ceil(shown.startMs / HOUR_MS) * HOUR_MS; at < shown.endMs; at += HOUR_MS) {
    const { x } = placeOf({ startMs: at, endMs: at }, shown);
    if (x >= EDGE && x <= 100 - EDGE) hours.push({ x, time: clockTime(locale, at) });
  }
  return hours;
}

/** `resa 15.10–15.40, den här resan 16.05–16.40, ur trafik från 17.00`: what the bar shows, in order. */
export function timesInWords(
  locale: Locale,
  { trip, shown }: TripTime,
  around: readonly TakenTime[],
): string {
  const words = boardTexts(locale).candidates.times;
  const own = { startMs: trip.startMs, text: words.own(fromTo(locale, trip)) };
  const others = around.map((one) => ({
    startMs: one.startMs,
    text: one.kind === "trip" ? words.trip(fromTo(locale, one)) : outInWords(locale, one, shown),
  }));
  const all = [...others, own].sort((a, b) => a.startMs - b.startMs);
  return all.map(({ text }) => text).join(", ");
}

function outInWords(
  locale: Locale,
  { startMs, endMs }: { startMs: number; endMs: number | null },
  shown: Stretch,
): string {
  const words = boardTexts(locale).candidates.times;
  const isFromBefore = startMs <= shown.startMs;
  if (endMs === null) {
    return isFromBefore ? words.out : words.outFrom(clockTime(locale, startMs));
  }
  return isFromBefore
    ? words.outUntil(clockTime(locale, endMs))
    : words.outIn(fromTo(locale, { startMs, endMs }));
}

function fromTo(locale: Locale, { startMs, endMs }: Stretch): string {
  return `${clockTime(locale, startMs)}–${clockTime(locale, endMs)}`;
}

function rounded(percent: number): number {
  return Math.round(percent * 100) / 100;
}
