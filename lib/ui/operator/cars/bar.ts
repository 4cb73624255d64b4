// One trip as a bar of the timeline: place, kind, and the words that have room in it. Pure.
import { bookingCan } from "../../../booking/booking-rules.ts";
import { isDone, isGoing } from "../../../board/car-day.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { said } from "../../parts/Said.tsx";
import { clockTime, type Look, span } from "../frame/look.ts";
import { fitting, placeNames } from "./fit.ts";
import { type DayStretch, type DrawnStretch, xOf } from "./scale.ts";
import type { ExpectedTrip, Trouble } from "./trouble.ts";

/** How a bar is drawn. */
export type BarKind = "done" | "going" | "assigned" | "kept" | "trouble";

/** A bar; x and width in pixels. */
export interface BarLook {
  x: number;
  width: number;
  kind: BarKind;
  /** What stands in it, "" where nothing has room. */
  text: string;
  /** What is heard of it. */
  label: string;
  /** What dropping it on a car does, or "" when it cannot move. */
  moves: "assign" | "move" | "";
}

/** What stands free of text on both sides together, in pixels. */
const PADDING_PX = 13;

/** The look of a trip on a day. */
export function barLook(look: Look, day: DrawnStretch, trip: ExpectedTrip): BarLook {
  const { booking, startMs, endMs } = trip;
  const x = xOf(day, startMs);
  const width = Math.max(day.narrowestPx, Math.round((xOf(day, endMs) - x) * 10) / 10);
  return {
    x,
    width,
    kind: kindOf(trip),
    text: fitting(wordsOf(look, trip), width - PADDING_PX),
    label: barLabel(look, trip),
    moves: bookingCan("move", booking.status) ? booking.driverId === null ? "assign" : "move" : "",
  };
}

/** `16.05–16.40, Landvetter till City, tilldelad`: a bar for those who hear it, a trip for the list. */
export function barLabel(look: Look, trip: ExpectedTrip): string {
  const { from, to } = trip.booking;
  const words = textsFor(look.locale).cars;
  return words.bar(tripTimes(look, trip), said(from), said(to), tripState(look, trip));
}

/** `16.05–16.40`. */
export function tripTimes(look: Look, { startMs, endMs }: DayStretch): string {
  return `${clockTime(look.locale, startMs)}–${clockTime(look.locale, endMs)}`;
}

/** The state of a trip in words, with what cannot go as planned. */
export function tripState(look: Look, { booking, trouble }: ExpectedTrip): string {
  const words = textsFor(look.locale).cars;
  const status = look.texts.status[booking.status];
  if (booking.driverId === null) return words.legend.kept;
  switch (trouble?.kind) {
    case "late":
      return `${status}, ${words.trouble.late(span(look.texts, trouble.minutes))}`;
    case "clash":
      return `${status}, ${words.trouble.clashBy(span(look.texts, trouble.minutes))}`;
    case "out":
      return `${status}, ${words.trouble.out}`;
    default:
      return status;
  }
}

function kindOf({ booking, trouble }: ExpectedTrip): BarKind {
  if (trouble !== null) return "trouble";
  if (booking.driverId === null) return "kept";
  if (isDone(booking)) return "done";
  return isGoing(booking) ? "going" : "assigned";
}

function wordsOf(look: Look, { booking, startMs, trouble }: ExpectedTrip): string[] {
  if (trouble !== null) return troubleWords(look, booking.to, trouble);
  const { status } = look.texts;
  const places = placeNames(booking.to);
  const time = clockTime(look.locale, startMs);
  switch (booking.status) {
    case "completed":
    case "no-show":
    case "arrived":
      return [status[booking.status]];
    case "en-route":
      return [...places.map((place) => `→ ${place}`), "→"];
    default:
      return [...places, time];
  }
}

function troubleWords(look: Look, to: string, trouble: Trouble): string[] {
  const words = textsFor(look.locale).cars.trouble;
  const shapeOnly = "▲";
  if (trouble.kind === "late") {
    return [`▲ ${words.late(span(look.texts, trouble.minutes))}`, shapeOnly];
  }
  if (trouble.kind === "clash") return [`▲ ${words.clash}`, shapeOnly];
  return [...placeNames(to).map((place) => `▲ ${place}`), shapeOnly];
}
