// What every change of an existing booking shares: load, decide, write with its indexes, commit.
import type { Database } from "../kv/open.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { bookingKeys } from "./keys.ts";
import type { Transaction } from "../kv/transaction.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { ScheduleEdit, VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import type { Booking, BookingCommand, BookingId } from "./booking.ts";
import { type CommandMeta, decide, evolve } from "./booking-rules.ts";
import { type BookingStore, type StoredBooking, writeBooking } from "./booking-store.ts";

/** What changing a booking needs. */
export interface ChangeDeps {
  db: Database;
  bookings: BookingStore;
  schedules: VehicleSchedules;
}

/** What a use case wants done to the booking it was shown. */
export interface PlannedChange {
  command: BookingCommand;
  meta: CommandMeta;
  /** How the vehicle's reservation changes with it; already added to the transaction when absent. */
  edit?: ScheduleEdit;
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
  const { value } = await commitWithRetry<Booking>(deps.db, async (tx) => {
    const stored = await deps.bookings.get(id);
    if (stored === null) throw new DomainError("booking-not-found");
    const planned = await planOrLose(deps, stored, tx, plan);
    if (planned === "lost") return stored.booking;
    if (planned === null) return new Unwritten(stored.booking);
    const events = decide(stored.booking, planned.command, planned.meta);
    if (planned.edit !== undefined) {
      const change = await deps.schedules.prepare(planned.edit);
      if (change === null) throw new DomainError("vehicle-not-free");
      change.addTo(tx);
    }
    const after = events.reduce<Booking>(evolve, stored.booking);
    writeBooking(tx, { before: stored, after, events });
    return after;
  });
  return value;
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
    tx.check(bookingKeys.booking(stored.booking.id), stored.versionstamp);
    return "lost";
  }
}
