// What every change of an existing booking shares: load, decide, write with its indexes, commit, publish.
import type { Database } from "../kv/open.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { keys } from "../kv/keys.ts";
import type { Transaction } from "../kv/transaction.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { ScheduleEdit, VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import type { Booking, BookingCommand, BookingId } from "./booking.ts";
import type { BookingFeed, FeedValue } from "./booking-feed.ts";
import { type CommandMeta, decide, evolve } from "./booking-rules.ts";
import {
  type BookingStore,
  committedEntry,
  type StoredBooking,
  writeBooking,
} from "./booking-store.ts";

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
    const planned = await planOrLose(deps, stored, tx, plan);
    if (planned === "lost") return { after: stored.booking, entry: null };
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

/**
 * Plans, and when a rule refuses, looks whether it refused a booking that has changed meanwhile: then the
 * commit is made to lose its race, and the next attempt plans with the booking as it is. Without it the second
 * click of a double click is told "already used" by the first.
 */
async function planOrLose(
  deps: ChangeDeps,
  stored: StoredBooking,
  tx: Transaction,
  plan: (booking: Booking, tx: Transaction) => Promise<PlannedChange | null>,
): Promise<PlannedChange | null | "lost"> {
  try {
    return await plan(stored.booking, tx);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const current = await deps.bookings.get(stored.booking.id);
    if (current?.versionstamp === stored.versionstamp) throw error;
    tx.check(keys.booking(stored.booking.id), stored.versionstamp);
    return "lost";
  }
}
