// Takes from a booking whom it was for; what bookkeeping asks for stays as it was.
import type { Transaction } from "../kv/transaction.ts";
import type { BookingEvent } from "./booking.ts";
import { customerForgotten } from "./booking-feed.ts";
import { deleteDayIndexes, type StoredBooking, writeDayIndex } from "./booking-store.ts";
import { forgottenBooking, forgottenEvent } from "./forgotten-booking.ts";
import { bookingKeys } from "./keys.ts";

/** Events written in one commit: each may hold a trip with its route. */
export const EVENTS_PER_COMMIT = 50;

/** Commits that make it so, in this order; the last one writes the booking, and what follows from it may go with it. */
export function forgetCommits(
  { booking, versionstamp }: StoredBooking,
  events: readonly BookingEvent[],
  at: string,
): ((tx: Transaction) => void)[] {
  const after = forgottenBooking(booking);
  const key = bookingKeys.booking(booking.id);
  const parts: ((tx: Transaction) => void)[] = [];
  for (let first = 0; first < events.length; first += EVENTS_PER_COMMIT) {
    parts.push((tx) => {
      tx.check(key, versionstamp);
      events.slice(first, first + EVENTS_PER_COMMIT).forEach((event, i) =>
        tx.set(bookingKeys.bookingEvent(booking.id, first + i + 1), forgottenEvent(event))
      );
    });
  }
  return [...parts, (tx) => {
    tx.check(key, versionstamp).set(key, after);
    writeDayIndex(tx, booking, after);
    tx.append(customerForgotten, { at, bookingId: booking.id });
  }];
}

/** Commits that delete a booking with its history, in this order; the booking itself goes in the last one. */
export function deleteCommits(
  { booking, versionstamp }: StoredBooking,
  { events, referenceKeys, at }: {
    events: number;
    /** Under which it is found by its reference. */
    referenceKeys: readonly Deno.KvKey[];
    at: string;
  },
): ((tx: Transaction) => void)[] {
  const key = bookingKeys.booking(booking.id);
  const parts: ((tx: Transaction) => void)[] = [];
  for (let first = 1; first <= events; first += EVENTS_PER_COMMIT) {
    parts.push((tx) => {
      tx.check(key, versionstamp);
      const last = Math.min(events, first + EVENTS_PER_COMMIT - 1);
      for (let version = first; version <= last; version++) {
        tx.delete(bookingKeys.bookingEvent(booking.id, version));
      }
    });
  }
  return [...parts, (tx) => {
    tx.check(key, versionstamp).delete(key);
    for (const one of referenceKeys) tx.delete(one);
    deleteDayIndexes(tx, booking);
    tx.append(customerForgotten, { at, bookingId: booking.id });
  }];
}
