// The plan's questions to the server: which trips would get which cars, the cars for one of them, and giving them.
import type { ActView } from "../../../board/act-view.ts";
import { type ActionProblem, actionProblem } from "../../../board/operator-action.ts";
import type { BookingId } from "../../../booking/booking.ts";
import type { MissedEvent } from "../../../booking/booking-version.ts";
import type { PlannedAssignment, PlanWish } from "../../../dispatch/plan-assignments.ts";
import type { DriverId } from "../../../fleet/vehicle.ts";
import { paths } from "../../../kernel/paths.ts";
import { type Answer, tell } from "../live/board-api.ts";
import type { CandidateView } from "../pane/candidate-view.ts";

/** A trip as the server planned it. */
export type PlannedTrip = Omit<PlannedAssignment, "car"> & { car: CandidateView | null };

/** Planned trips, in the order in which they are to be given their cars. */
export type PlanAnswer = readonly PlannedTrip[];

/** Why a trip gets no car; `gone` is one that is no longer there. */
export type PlanRefusal = NonNullable<PlannedAssignment["refusal"]> | "gone";

/** One trip to be given a car. */
export interface WantedCar {
  bookingId: BookingId;
  expectedVersion: number;
  driverId: DriverId;
  override?: string;
}

/** What became of it. */
export type Outcome =
  | { bookingId: BookingId; ok: true; act: ActView }
  | {
    bookingId: BookingId;
    ok: false;
    problem: ActionProblem;
    /** What somebody else did first, oldest first. */
    since: readonly MissedEvent[];
  };

/** Plans trips. */
export async function fetchPlan(
  bookingIds: readonly BookingId[],
  cars: readonly PlanWish[],
  formToken: string,
): Promise<Answer<{ trips: PlanAnswer }>> {
  return await tell(paths.api.adminAssignments(), { type: "preview", bookingIds, cars }, formToken);
}

/** The cars one trip of a plan can have. */
export async function fetchPlanCars(
  bookingId: BookingId,
  cars: readonly PlanWish[],
  formToken: string,
): Promise<Answer<{ candidates: CandidateView[] }>> {
  const asked = { type: "candidates", bookingId, cars };
  return await tell(paths.api.adminAssignments(), asked, formToken);
}

/** Gives trips their cars; null when nobody answered. The same `key` gives no trip a car twice. */
export async function sendAssignments(
  trips: readonly WantedCar[],
  key: string,
  formToken: string,
): Promise<Outcome[] | null> {
  const asked = { type: "assign", trips };
  const answer = await tell<{ trips: RawOutcome[] }>(
    paths.api.adminAssignments(),
    asked,
    formToken,
    { "idempotency-key": key },
  );
  if (answer.ok) return answer.value.trips.map(outcomeOf);
  if (answer.status === 0) return null;
  const { problem, since } = answer;
  return trips.map(({ bookingId }) => ({ bookingId, ok: false, problem, since }));
}

type RawOutcome =
  | { bookingId: BookingId; ok: true; act: ActView }
  | { bookingId: BookingId; ok: false; code: string; facts: { since?: MissedEvent[] } };

function outcomeOf(raw: RawOutcome): Outcome {
  if (raw.ok) return raw;
  const { bookingId, code, facts } = raw;
  return { bookingId, ok: false, problem: actionProblem(code), since: facts.since ?? [] };
}
