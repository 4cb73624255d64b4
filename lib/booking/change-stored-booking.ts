// What every change of an existing booking shares: load, decide, write with its indexes, commit.
import type { Database } from "../kv/open.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { bookingKeys } from "./keys.ts";
import type { Transaction } from "../kv/transaction.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { ScheduleEdit, VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import type { Booking, BookingEvent, BookingId } from "./booking.ts";
import type { BookingCommand } from "./booking-command.ts";
import { decide, evolve } from "./booking-rules.ts";
import type { CommandMeta } from "./command-meta.ts";
import { marksOfContact, type OwnerDeps, writeOwners } from "./booking-owners.ts";
import { type BookingStore, type StoredBooking, writeBooking } from "./booking-store.ts";
import type { VeilStore } from "../veil/veil-store.ts";
import { resealEvents } from "./reseal-events.ts";
import type { ActStamp } from "./operator-act.ts";

/** What changing a booking needs. */
export interface ChangeDeps extends OwnerDeps {
  db: Database;
  bookings: BookingStore;
  schedules: VehicleSchedules;
  veils: Pick<VeilStore, "coverOf">;
}

/** What a use case wants done to the booking it was shown. */
export interface PlannedChange {
  command: BookingCommand;
  /** What is done to it after that in the same commit. */
  then?: readonly BookingCommand[];
  meta: CommandMeta;
  /** How the vehicle's reservation changes with it; already added to the transaction when absent. */
  edit?: ScheduleEdit;
}

/** Release of a booking's present reservation. */
export function releaseOf(booking: Booking): ScheduleEdit {
  return { bookingId: booking.id, release: booking.reservation };
}

/** Decides what is done to a booking as it stands; null: nothing. It may add to the transaction. */
export type ChangePlan = (booking: Booking, tx: Transaction) => Promise<PlannedChange | null>;

/**
 * Loads the booking, asks `plan` what to do with it (null: leave it as it is), and commits that. `plan` runs
 * again when the race was lost. Throws DomainError("booking-not-found"), ("vehicle-not-free") or what
 * `plan` and `decide` throw.
 */
export async function changeStoredBooking(
  deps: ChangeDeps,
  id: BookingId,
  plan: ChangePlan,
): Promise<Booking> {
  const { value } = await commitWithRetry<Booking>(deps.db, async (tx) => {
    const { before, after, isLost } = await changeInCommit(deps, tx, id, plan);
    return before === after && !isLost ? new Unwritten(after) : after;
  });
  return value;
}

/** A booking before and after what a commit does to it; the same when nothing is done. */
export interface ChangedInCommit {
  before: Booking;
  after: Booking;
  /** The commit is bound to fail, and the next try sees the booking as it is now. */
  isLost: boolean;
}

/** Adds to `tx` what `plan` wants done. Throws what `changeStoredBooking` throws. */
export async function changeInCommit(
  deps: ChangeDeps,
  tx: Transaction,
  id: BookingId,
  plan: ChangePlan,
  act: ActStamp | null = null,
): Promise<ChangedInCommit> {
  const stored = await deps.bookings.get(id);
  if (stored === null) throw new DomainError("booking-not-found");
  const before = stored.booking;
  const planned = await planOrLose(deps, stored, tx, plan);
  if (planned === "lost") return { before, after: before, isLost: true };
  if (planned === null) return { before, after: before, isLost: false };
  const { events, after } = decideAll(before, await withVeil(deps, before, planned));
  if (planned.edit !== undefined) {
    const change = await deps.schedules.prepare(planned.edit);
    if (change === null) throw new DomainError("vehicle-not-free");
    change.addTo(tx);
  }
  writeBooking(tx, { before: stored, after, events, act });
  await resealEvents(deps, tx, { before, after });
  await writeOwners(deps, tx, { before, after });
  return { before, after, isLost: false };
}

/** A commit that looked at a booking is made anew where it has changed since. */
export function checkBooking(tx: Transaction, { booking, versionstamp }: StoredBooking): void {
  tx.check(bookingKeys.booking(booking.id), versionstamp);
}

/** A booking that comes to be of somebody who is protected, or has their data restricted, is covered from that commit on. */
async function withVeil(
  deps: Pick<ChangeDeps, "reachKey" | "veils">,
  before: Booking,
  planned: PlannedChange,
): Promise<PlannedChange> {
  const { after } = decideAll(before, planned);
  const { phone, email } = before.contact;
  if (after.contact.phone === phone && after.contact.email === email) return planned;
  const marks = await marksOfContact(deps.reachKey, after.contact);
  const cover = await deps.veils.coverOf(marks, Temporal.Instant.from(planned.meta.at));
  const veiled = before.veiled || cover.veiled;
  const restricted = before.restricted || cover.restricted;
  if (veiled === before.veiled && restricted === before.restricted) return planned;
  const veil: BookingCommand = { type: "set-veil", veiled, restricted };
  return { ...planned, then: [...planned.then ?? [], veil] };
}

/** One command after the other, each on the booking the one before it left. */
function decideAll(before: Booking, { command, then = [], meta }: PlannedChange) {
  let after = before;
  const events: BookingEvent[] = [];
  for (const one of [command, ...then]) {
    const decided = decide(after, one, meta);
    events.push(...decided);
    after = decided.reduce<Booking>(evolve, after);
  }
  return { events, after };
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
  plan: ChangePlan,
): Promise<PlannedChange | null | "lost"> {
  try {
    return await plan(stored.booking, tx);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const current = await deps.bookings.get(stored.booking.id);
    if (current?.versionstamp === stored.versionstamp) throw error;
    checkBooking(tx, stored);
    return "lost";
  }
}
