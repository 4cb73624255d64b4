// The order of what a search finds: trips ahead of us, the next one first, then those behind us, the latest first.
import type { BookingId } from "../booking.ts";

/** A booking that was found; small orders come first. */
export interface FoundRow {
  id: BookingId;
  order: number;
}

/** A place in the order, and the moment it was made for: pages of one search count from the same now. */
export interface SearchPosition extends FoundRow {
  nowMs: number;
}

/** Later than any pickup is away from any now, in milliseconds. */
const BEHIND_US = 1e14;

/** What is not over yet is ahead of us, even where its pickup has passed. */
export function orderOf(pickupMs: number, isOpen: boolean, nowMs: number): number {
  const isAhead = isOpen || pickupMs >= nowMs;
  return isAhead ? pickupMs - nowMs : BEHIND_US + nowMs - pickupMs;
}

/** Compares two for sorting. */
export function byOrder(a: FoundRow, b: FoundRow): number {
  return a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
