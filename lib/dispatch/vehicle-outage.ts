// Use cases: a car is taken out of traffic from when to when, and comes back. Reservations on it are listed with the
// cars that could drive them; from the commit on nobody is sold the car for that time.
import type { Actor, Booking } from "../booking/booking.ts";
import { type BookingId, bookingId } from "../booking/booking.ts";
import { type ActDeps, commitAct } from "../booking/commit-act.ts";
import type { OperatorAct } from "../booking/operator-act.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { endedAt, type Outage, type OutageChange } from "../fleet/outage.ts";
import type { VehicleId } from "../fleet/vehicle.ts";
import { reservationsOf } from "../fleet/vehicle-reservations.ts";
import type { VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import { ulid } from "../kernel/ids.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Candidate } from "./candidate.ts";
import { type CandidateDeps, candidatesFor } from "./find-candidates.ts";

/** Most trips that are listed; a car drives thirty a day. */
const MAX_TRIPS_TO_MOVE = 100;
/** Cars named for each: the best, and two to choose from. */
const CARS_PER_TRIP = 3;

/** What taking a car out needs. */
export type OutageDeps = ActDeps & {
  fleet: Pick<FleetStore, "vehicle">;
  schedules: Pick<VehicleSchedules, "outages">;
};

interface OutageInput {
  vehicleId: VehicleId;
  actor: Actor;
  idempotencyKey: string | null;
}

/** Takes a car out of traffic; `endMs` null: until it is said to be back. Throws DomainError("vehicle-not-found"). */
export async function takeOutOfTraffic(
  deps: OutageDeps,
  input: OutageInput & { startMs: number; endMs: number | null; reason: string },
): Promise<OperatorAct> {
  const { vehicleId, startMs, endMs, reason, actor, idempotencyKey } = input;
  await deps.fleet.vehicle(vehicleId);
  const asked = { vehicleId, startMs, endMs, reason };
  const wish = { kind: "out-of-traffic" as const, actor, idempotencyKey, asked };
  return await commitAct(deps, wish, async (tx) => {
    const id = ulid(deps.clock.now().epochMilliseconds, deps.randomBytes);
    const by = actor.kind === "operator" ? actor.name : "";
    const outage: Outage = { id, startMs, endMs, reason, by };
    const change = { vehicleId, outageId: id, before: null, after: outage };
    await addChange(deps, tx, change);
    return { spans: [], outage: change };
  });
}

/**
 * The car is back at `atMs`: the outage ends then, or never was when it had not begun. Throws DomainError:
 * vehicle-not-found, outage-not-found.
 */
export async function putBackInTraffic(
  deps: OutageDeps,
  input: OutageInput & { outageId: string; atMs: number },
): Promise<OperatorAct> {
  const { vehicleId, outageId, atMs, actor, idempotencyKey } = input;
  await deps.fleet.vehicle(vehicleId);
  const asked = { vehicleId, outageId };
  const wish = { kind: "back-in-traffic" as const, actor, idempotencyKey, asked };
  return await commitAct(deps, wish, async (tx) => {
    const { outages } = await deps.schedules.outages.of(vehicleId);
    const before = outages.find(({ id }) => id === outageId);
    if (before === undefined || (before.endMs !== null && before.endMs <= atMs)) {
      throw new DomainError("outage-not-found");
    }
    const change = { vehicleId, outageId, before, after: endedAt(before, atMs) };
    await addChange(deps, tx, change);
    return { spans: [], outage: change };
  });
}

async function addChange(
  { schedules, clock }: OutageDeps,
  tx: Transaction,
  change: OutageChange,
): Promise<void> {
  const isAdded = await schedules.outages.change(tx, change, clock.now().toString());
  if (!isAdded) throw new DomainError("outage-not-found");
}

/** A trip that cannot stay on its car, and the cars that could drive it, best first. */
export interface TripToMove {
  bookingId: BookingId;
  reference: string;
  version: number;
  status: Booking["status"];
  pickupMs: number;
  candidates: Candidate[];
}

/** The trips on a car in a stretch of time; an open end means as far as bookings are taken. */
export async function tripsToMove(
  deps: CandidateDeps,
  vehicleId: VehicleId,
  time: { startMs: number; endMs: number | null },
): Promise<TripToMove[]> {
  const spans = await reservationsOf(deps.db, vehicleId, time);
  const trips: TripToMove[] = [];
  const ids = spans.slice(0, MAX_TRIPS_TO_MOVE).map((span) => bookingId(span.bookingId));
  const bookings = await deps.bookings.getAll(ids);
  const known = new Map(ids.map((id, i) => [String(id), bookings[i] ?? null]));
  for (const booking of bookings) {
    // A ride that has ended keeps its time; nobody has to drive it again.
    if (booking === null || booking.status === "completed") continue;
    const { id, reference, version, status, trip } = booking;
    const candidates = (await candidatesFor(deps, booking, new Map(), known))
      .filter((one) => one.vehicleId !== vehicleId && one.faults.length === 0)
      .slice(0, CARS_PER_TRIP);
    const pickupMs = Date.parse(trip.pickup.instant);
    trips.push({ bookingId: id, reference, version, status, pickupMs, candidates });
  }
  return trips;
}
