// Use cases: many trips get cars at once. The preview says for each which car and why, or that there is none; the
// execution is one commit for each, and its answer is true for each.
import type { Actor, Booking, BookingId } from "../booking/booking.ts";
import { bookingCan } from "../booking/booking-rules.ts";
import type { OperatorAct } from "../booking/operator-act.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Span } from "../fleet/vehicle-day.ts";
import type { DriverId, VehicleId } from "../fleet/vehicle.ts";
import type { Candidate } from "./candidate.ts";
import { type CandidateDeps, candidatesFor } from "./find-candidates.ts";
import { assignTrip, type GiveCarDeps } from "./give-car.ts";

/** Most trips in one go: more than a dispatcher looks through before pressing. */
export const MAX_ASSIGNED_AT_ONCE = 50;

/** One trip of a plan: its car, or why it has none. */
export interface PlannedAssignment {
  bookingId: BookingId;
  reference: string;
  /** The commit names it. */
  version: number;
  car: Candidate | null;
  /** `booking-state`: it needs none any more; `no-car`: nothing suits that is not taken by another of the plan. */
  refusal: "booking-state" | "no-car" | null;
}

/** A plan for some trips, in the order of their pickups: a car given to one is taken for the next. */
export async function previewAssignments(
  deps: CandidateDeps,
  ids: readonly BookingId[],
): Promise<PlannedAssignment[]> {
  const stored = await Promise.all([...new Set(ids)].map((id) => deps.bookings.get(id)));
  const bookings = stored.flatMap((one) => one === null ? [] : [one.booking])
    .sort((a, b) => a.reservation.startMs - b.reservation.startMs);
  const planned = new Map<VehicleId, Span[]>();
  const known = new Map<string, Promise<Booking | null>>();
  const plan: PlannedAssignment[] = [];
  for (const booking of bookings) {
    const { id: bookingId, reference, version, reservation } = booking;
    const row = { bookingId, reference, version };
    if (!bookingCan("assign", booking.status)) {
      plan.push({ ...row, car: null, refusal: "booking-state" });
      continue;
    }
    const candidates = await candidatesFor(deps, booking, planned, known);
    const car = candidates.find(({ faults }) => faults.length === 0) ?? null;
    plan.push({ ...row, car, refusal: car === null ? "no-car" : null });
    const { startMs, endMs } = reservation;
    const { vehicleId } = car ?? reservation;
    planned.set(vehicleId, [...planned.get(vehicleId) ?? [], { bookingId, startMs, endMs }]);
  }
  return plan;
}

/** One trip to be given a car. */
export interface WantedAssignment {
  bookingId: BookingId;
  expectedVersion: number;
  driverId: DriverId;
  overrideReason: string | null;
}

/** What became of it. */
export type AssignmentResult =
  | { bookingId: BookingId; ok: true; act: OperatorAct }
  | { bookingId: BookingId; ok: false; code: string; facts: Readonly<Record<string, unknown>> };

/** Gives each trip its car, one after the other; one that is refused keeps none of the others from theirs. */
export async function assignTrips(
  deps: GiveCarDeps,
  { wanted, actor, idempotencyKey }: {
    wanted: readonly WantedAssignment[];
    actor: Actor;
    idempotencyKey: string | null;
  },
): Promise<AssignmentResult[]> {
  const results: AssignmentResult[] = [];
  for (const one of wanted) {
    const { bookingId } = one;
    const key = idempotencyKey && `${idempotencyKey} ${bookingId}`;
    try {
      const act = await assignTrip(deps, { ...one, actor, idempotencyKey: key });
      results.push({ bookingId, ok: true, act });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      results.push({ bookingId, ok: false, code: error.code, facts: error.details });
    }
  }
  return results;
}
