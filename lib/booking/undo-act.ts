// Use cases: what becomes of an act. It is taken back, as long as nothing of it has left the house and nothing has
// happened since; or it leaves the house: messages, webhooks, payments. Each is committed, and excludes the other.
import type { FleetStore } from "../fleet/fleet-store.ts";
import { isInService } from "../fleet/vehicle.ts";
import type { Clock } from "../kernel/clock.ts";
import { DomainError } from "../errors/domain-error.ts";
import { invariant } from "../kernel/invariant.ts";
import { dateOf } from "../kernel/wall-time.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { ScheduleEdit } from "../fleet/vehicle-schedule-store.ts";
import { undoneEvent } from "./act-rules.ts";
import type { Actor, Booking, Reservation } from "./booking.ts";
import type { BookingChanged } from "./booking-changed.ts";
import { evolve, holdsVehicle, replay } from "./booking-rules.ts";
import { writeOwners } from "./booking-owners.ts";
import { writeBooking } from "./booking-store.ts";
import { resealEvents } from "./reseal-events.ts";
import { missedEvents } from "./booking-version.ts";
import type { ChangeDeps } from "./change-stored-booking.ts";
import { bookingKeys } from "./keys.ts";
import { type ActId, actId, type ActSpan, type OperatorAct } from "./operator-act.ts";
import { moveExpiry } from "./work.ts";

/** What undoing needs. */
export interface UndoDeps extends ChangeDeps {
  clock: Clock;
  fleet: Pick<FleetStore, "guard" | "vehicle">;
  jobs: JobQueue;
}

/**
 * Takes an act back in one commit: each of its bookings becomes what it was, with its reservation, and so does the
 * vehicle it took out of traffic. Undoing twice is one undo. Throws DomainError: act-not-found; undo-too-late when its
 * seconds are over or something of it has left the house; undo-overtaken with what was done since; vehicle-not-free
 * when the car it would go back to was given away, or has been taken out of service.
 */
export async function undoAct(
  deps: UndoDeps,
  { id, actor }: { id: ActId; actor: Actor },
): Promise<OperatorAct> {
  const { value } = await commitWithRetry<OperatorAct>(deps.db, async (tx) => {
    const key = bookingKeys.operatorAct(id);
    const { value: act, versionstamp } = await readEntry(deps.db.write, key);
    if (act === null) throw new DomainError("act-not-found");
    if (act.outcome === "undone") return new Unwritten(act);
    const now = deps.clock.now();
    if (act.outcome === "left" || Temporal.Instant.compare(now, act.due) >= 0) {
      throw new DomainError("undo-too-late", { until: act.due });
    }
    const meta = { at: now.toString(), actor };
    for (const span of act.spans) await undoSpan(deps, tx, act, span, meta);
    if (act.outage !== null) {
      const { before, after, ...outage } = act.outage;
      const back = { ...outage, before: after, after: before };
      if (!await deps.schedules.outages.change(tx, back, meta.at)) {
        throw new DomainError("undo-overtaken", { vehicleId: outage.vehicleId });
      }
    }
    const undone: OperatorAct = { ...act, outcome: "undone" };
    tx.check(key, versionstamp).set(key, undone);
    return undone;
  });
  return value;
}

/**
 * When the job that tells a change outside is due, in epoch milliseconds; null for a change nobody outside is told of:
 * what takes an act back ends something that was never told. Readers of the feed put a job there with the entry's
 * `act`, and the job asks `leaveHouse` before it sends.
 */
export function leavesAtMs(entry: Pick<BookingChanged, "type" | "due">): number | null {
  return entry.type === "undone" ? null : Date.parse(entry.due);
}

/** Whether it may go now; `later` has the time to ask again. */
export type Leave = { kind: "go" } | { kind: "never" } | { kind: "later"; dueMs: number };

/**
 * Lets a change leave, or says that it never may. The first `go` of an act is committed before it is answered: from
 * then on the act cannot be undone, and a sender that dies after it and asks again gets the same answer.
 */
export async function leaveHouse(
  deps: { db: Database; clock: Clock },
  act: BookingChanged["act"],
): Promise<Leave> {
  if (act === null) return { kind: "go" };
  const key = bookingKeys.operatorAct(actId(act));
  const { value } = await commitWithRetry<Leave>(deps.db, async (tx) => {
    const { value: stored, versionstamp } = await readEntry(deps.db.write, key);
    // Acts are kept as long as their bookings: what is gone belongs to nobody.
    if (stored === null || stored.outcome === "undone") return new Unwritten({ kind: "never" });
    if (stored.outcome === "left") return new Unwritten({ kind: "go" });
    const dueMs = Date.parse(stored.due);
    if (deps.clock.now().epochMilliseconds < dueMs) return new Unwritten({ kind: "later", dueMs });
    tx.check(key, versionstamp).set(key, { ...stored, outcome: "left" });
    return { kind: "go" };
  });
  return value;
}

async function undoSpan(
  deps: UndoDeps,
  tx: Transaction,
  act: OperatorAct,
  { bookingId, from, to }: ActSpan,
  meta: { at: string; actor: Actor },
): Promise<void> {
  if (from === to) return;
  const [stored, events] = await Promise.all([
    deps.bookings.get(bookingId),
    deps.bookings.events(bookingId),
  ]);
  invariant(stored !== null, "An act names stored bookings");
  const now = stored.booking;
  if (now.version !== to || events.length !== to) {
    const since = await missedEvents(deps.bookings, bookingId, to);
    throw new DomainError("undo-overtaken", { bookingId, version: now.version, since });
  }
  const last = events.at(-1);
  invariant(last !== undefined, "A booking has events");
  const before = from === 0 ? null : replay(events.slice(0, from));
  const undid = { type: last.type, at: last.at };
  const event = undoneEvent(now, before, { act: act.id, from, to, undid }, meta);
  const after = evolve(now, event);
  await moveBack(deps, tx, now, after);
  if (after.status === "confirmed") moveExpiry(deps.jobs, tx, now, after);
  writeBooking(tx, { before: stored, after, events: [event] });
  await resealEvents(deps, tx, { before: now, after });
  await writeOwners(deps, tx, { before: now, after });
}

/** Gives the vehicle back that the booking has now, and takes the one it had; the same one stays as it is. */
async function moveBack(
  deps: UndoDeps,
  tx: Transaction,
  now: Booking,
  after: Booking,
): Promise<void> {
  const held = holdsVehicle(now) ? now.reservation : null;
  const wanted = holdsVehicle(after) ? after.reservation : null;
  if (isSame(held, wanted)) return;
  const edit: ScheduleEdit = {
    bookingId: now.id,
    ...(held === null ? {} : { release: held }),
    ...(wanted === null ? {} : { reserve: wanted }),
  };
  const mayHave = wanted === null || await mayTakeBack(deps, tx, after);
  const change = mayHave ? await deps.schedules.prepare(edit) : null;
  if (change === null) {
    throw new DomainError("vehicle-not-free", { vehicleId: wanted?.vehicleId ?? "" });
  }
  change.addTo(tx);
}

/** True when the car it had is in service on its day, and stays so until the commit. */
async function mayTakeBack(
  { fleet }: UndoDeps,
  tx: Transaction,
  { reservation, trip }: Booking,
): Promise<boolean> {
  await fleet.guard(tx);
  return isInService(await fleet.vehicle(reservation.vehicleId), dateOf(trip.pickup.wallTime));
}

function isSame(a: Reservation | null, b: Reservation | null): boolean {
  return a === b || a !== null && b !== null && a.vehicleId === b.vehicleId &&
      a.startMs === b.startMs && a.endMs === b.endMs;
}
