// Use case: many trips get cars at once, as they were planned. One commit for each, and an answer that is true for each.
import type { Actor, BookingId } from "../booking/booking.ts";
import type { OperatorAct } from "../booking/operator-act.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { DriverId } from "../fleet/vehicle.ts";
import { assignTrip, type GiveCarDeps } from "./give-car.ts";

/** Most trips in one go: more than a dispatcher looks through before pressing. */
export const MAX_ASSIGNED_AT_ONCE = 50;

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
