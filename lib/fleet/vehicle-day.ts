// One vehicle's reservations that touch one UTC day, and the pure questions asked of them.
// UTC days have 24 hours each, so no change night can shift a day's border under a reservation.
import { invariant } from "../kernel/invariant.ts";

/** A stretch of time a booking keeps a vehicle; epoch milliseconds, end exclusive. */
export interface Span {
  bookingId: string;
  startMs: number;
  endMs: number;
}

/** The reservations of one vehicle that touch one day, ordered by start. */
export interface VehicleDay {
  spans: Span[];
}

/** Time before the pickup in which the vehicle drives there, in milliseconds. */
export const APPROACH_BUFFER_MS = 15 * 60_000;
/** Time after the drop-off to unload, turn and absorb delay, in milliseconds. */
export const CLEARANCE_BUFFER_MS = 10 * 60_000;
/** Longest reservation, buffers included; keeps a commit within three day rows. */
export const MAX_RESERVATION_MS = 36 * 60 * 60_000;

const DAY_MS = 24 * 60 * 60_000;

/** The time a trip keeps its vehicle, buffers included. */
export function reservedTime(
  pickupMs: number,
  durationSeconds: number,
): { startMs: number; endMs: number } {
  const endMs = pickupMs + durationSeconds * 1000 + CLEARANCE_BUFFER_MS;
  return { startMs: pickupMs - APPROACH_BUFFER_MS, endMs };
}

/** The UTC days (`YYYY-MM-DD`) a stretch of time touches. */
export function touchedDays(startMs: number, endMs: number): string[] {
  invariant(endMs > startMs && endMs - startMs <= MAX_RESERVATION_MS, "Unusable reservation time");
  const days: string[] = [];
  for (let day = Math.floor(startMs / DAY_MS); day * DAY_MS < endMs; day++) {
    days.push(new Date(day * DAY_MS).toISOString().slice(0, 10));
  }
  return days;
}

/** True when nothing in `day` overlaps the stretch. */
export function isFree(day: VehicleDay, startMs: number, endMs: number): boolean {
  return day.spans.every((span) => span.endMs <= startMs || span.startMs >= endMs);
}

/** The day with `span` added in its place. Throws InvariantError when it overlaps another. */
export function withSpan(day: VehicleDay, span: Span): VehicleDay {
  invariant(isFree(day, span.startMs, span.endMs), "Two bookings on one vehicle");
  return { spans: [...day.spans, span].sort((a, b) => a.startMs - b.startMs) };
}

/** The day without a booking's span. */
export function withoutBooking(day: VehicleDay, bookingId: string): VehicleDay {
  return { spans: day.spans.filter((span) => span.bookingId !== bookingId) };
}

/** Milliseconds the vehicle would stand idle before the stretch on that day; less packs the day better. */
export function idleBefore(day: VehicleDay, startMs: number): number {
  const earlier = day.spans.filter((span) => span.endMs <= startMs);
  const last = earlier.at(-1);
  return last === undefined ? Number.MAX_SAFE_INTEGER : startMs - last.endMs;
}
