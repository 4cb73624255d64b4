// The search among bookings, as those who ask see it. What is behind it may change: stored names and numbers can be
// sealed without anybody here being asked, as long as someone can read them to build an index.
import type { BookingSummary } from "../booking.ts";
import type { SearchPosition } from "./result-order.ts";

/** A question, and which part of the answer is wanted. */
export interface BookingQuestion {
  /** As it was typed. */
  query: string;
  limit: number;
  /** Continues behind a booking of an earlier answer; null begins. */
  after: SearchPosition | null;
}

/** How much of the bookings the search knows. */
export type SearchCover =
  | { kind: "whole" }
  /** Still being built, newest bookings first: `share` of the time since the first booking is covered (0 to 1). */
  | { kind: "building"; share: number };

/** Bookings that fit, those ahead of us first, the next one on top; then those behind us, the latest on top. */
export interface BookingsFound {
  /** As they are stored now. */
  bookings: BookingSummary[];
  /** How many fit in all, and how many of them stand before these. */
  total: number;
  before: number;
  /** Continues behind the last one here; null when that was all. */
  next: SearchPosition | null;
  cover: SearchCover;
}

/**
 * Finds bookings by name, phone, reference, places, vehicle, plate, driver, note and flight: beginnings of words,
 * in any order, all of them. An answer holds whatever was committed in this process before it was asked for.
 */
export interface BookingSearch {
  find(question: BookingQuestion): Promise<BookingsFound>;
}
