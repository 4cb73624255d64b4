// What every change of an existing booking shares: load, decide, write with its indexes, commit, publish.
import type { Database } from "../kv/open.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Transaction } from "../kv/transaction.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { ScheduleEdit, VehicleSchedules } from "../dispatch/vehicle-schedule-store.ts";
import type { Booking, BookingCommand, BookingId } from "./booking.ts";
import type { BookingFeed, FeedValue } from "./booking-feed.ts";
import { type CommandMeta, decide, evolve } from "./booking-rules.ts";
import { type BookingStore, committedEntry, writeBooking } from "./booking-store.ts";

/** What changing a booking needs. */
export interface ChangeDeps {
  db: Database;
  bookings: BookingStore;
  schedules: VehicleSchedules;
  feed: BookingFeed;
}

/** What a use case wants done to the booking it was shown. */
export interface PlannedChange {
  command: BookingCommand;
  meta: CommandMeta;
  /** How the vehicle's reservation changes with it; already added to the transaction when absent. */
  edit?: ScheduleEdit;
}

interface Changed {
  after: Booking;
  entry: FeedValue | null;
}

/** Release of a booking's present reservation. */
export function releaseOf(booking: Booking): ScheduleEdit {
  return { bookingId: booking.id, release: booking.reservation };
}

/**
 * Loads the booking, asks `plan` what to do with it (null: leave it as it is), and commits that. `plan` runs
 * again when the race was lost. Throws DomainError("booking-not-found"), ("vehicle-not-free") or what
 * `plan` and `decide` throw.
 */
export async function changeStoredBooking(
  deps: ChangeDeps,
  id: BookingId,
  plan: (booking: Booking, tx: Transaction) => Promise<PlannedChange | null>,
): Promise<Booking> {
  const { value, versionstamp } = await commitWithRetry<Changed>(deps.db, async (tx) => {
    const stored = await deps.bookings.get(id);
    if (stored === null) throw new DomainError("booking-not-found");
    const planned = await plan(stored.booking, tx);
    if (planned === null) return new Unwritten({ after: stored.booking, entry: null });
    const events = decide(stored.booking, planned.command, planned.meta);
    if (planned.edit !== undefined) {
      const change = await deps.schedules.prepare(planned.edit);
      if (change === null) throw new DomainError("vehicle-not-free");
      change.addTo(tx);
    }
    const after = events.reduce<Booking>(evolve, stored.booking);
    return { after, entry: writeBooking(tx, { before: stored, after, events }) };
  });
  if (value.entry !== null && versionstamp !== null) {
    deps.feed.publish(committedEntry(value.entry, versionstamp));
  }
  return value.after;
}
