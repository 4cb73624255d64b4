// Cars for the chosen trips: what is proposed, what somebody changes of it, and what became of each. Pure.
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import type { VehicleId } from "../../../fleet/vehicle.ts";
import { unreachable } from "../../../kernel/invariant.ts";
import type { CandidateView } from "../pane/candidate-view.ts";
import { type Outcome, type PlanAnswer, type PlannedTrip, type PlanRefusal } from "./bulk-api.ts";

/** A trip of the plan. */
export interface PlanRow {
  trip: BookingSummary;
  /** The commit names it; 0 while it has not been planned. */
  version: number;
  car: CandidateView | null;
  refusal: PlanRefusal | null;
  /** False for one that somebody leaves out. */
  isIn: boolean;
  /** The car was chosen by hand. */
  isFixed: boolean;
  /** Why the car is given although something speaks against it. */
  reason: string;
  /** Somebody changed the trip while it was being planned. */
  isChanged: boolean;
  /** Its place in the order in which the cars are given. */
  rank: number;
}

/** The cars for one trip, to choose from; null while they are being read. */
export interface CarChoice {
  id: BookingId;
  cars: readonly CandidateView[] | "failed" | null;
}

/** What became of a trip. */
export interface ResultRow {
  row: PlanRow;
  /** Null for one that was not sent. */
  outcome: Outcome | null;
}

/** The plan. `round` counts the readings that were asked for; answers of earlier ones are not heard. */
export type Plan =
  | { kind: "off"; round: number }
  | {
    kind: "open";
    round: number;
    rows: readonly PlanRow[];
    phase: "first" | "reading" | "ready" | "failed" | "sending";
    choice: CarChoice | null;
    /** How many trips have another car than a moment ago because one was chosen by hand. */
    around: number;
    /** The last press had no answer. */
    isUnsent: boolean;
    /** Somebody pressed while a reason was missing. */
    isAsked: boolean;
  }
  | { kind: "done"; round: number; results: readonly ResultRow[] };

/** An open plan. */
export type OpenPlan = Extract<Plan, { kind: "open" }>;

/** What can happen to it. */
export type PlanHappening =
  | { type: "opened"; trips: readonly BookingSummary[] }
  | { type: "reread" }
  | { type: "planned"; round: number; answer: PlanAnswer | null }
  | { type: "left"; id: BookingId; isIn: boolean }
  | { type: "choosing"; id: BookingId | null }
  | { type: "candidates"; id: BookingId; cars: readonly CandidateView[] | "failed" }
  | { type: "chose"; id: BookingId; car: CandidateView }
  | { type: "reasoned"; id: BookingId; reason: string }
  | { type: "asked" }
  | { type: "sent" }
  | { type: "answered"; outcomes: readonly Outcome[] | null }
  | { type: "closed" };

/** No plan. */
export const NO_PLAN: Plan = { kind: "off", round: 0 };

/** The plan after `happening`. */
export function nextPlan(plan: Plan, happening: PlanHappening): Plan {
  if (happening.type === "opened") {
    return {
      ...{ kind: "open", round: plan.round + 1, phase: "first", choice: null },
      ...{ around: 0, isUnsent: false, isAsked: false, rows: happening.trips.map(newRow) },
    };
  }
  if (happening.type === "closed") return { kind: "off", round: plan.round + 1 };
  return plan.kind === "open" ? openPlan(plan, happening) : plan;
}

/** True when the row is given its car with the next press. */
export function isGoing({ isIn, car, refusal }: PlanRow): boolean {
  return isIn && car !== null && refusal === null;
}

/** True when it goes, something speaks against its car, and nobody has said why it is given all the same. */
export function lacksReason(row: PlanRow): boolean {
  return isGoing(row) && (row.car?.faults.length ?? 0) > 0 && row.reason.trim() === "";
}

/** What a row comes to, as the plan says it. */
export type RowState = PlanRefusal | "goes" | "with-reason" | "left-out";

/** The state of a row. */
export function rowState(row: PlanRow): RowState {
  if (row.refusal !== null) return row.refusal;
  if (!row.isIn) return "left-out";
  return (row.car?.faults.length ?? 0) > 0 ? "with-reason" : "goes";
}

/** The trips a reading asks for: those somebody has not left out. */
export function askedRows({ rows }: OpenPlan): readonly PlanRow[] {
  return rows.filter(({ isIn }) => isIn);
}

/** The trips to be given their cars, in the order in which cars change hands. */
export function goingRows({ rows }: OpenPlan): readonly PlanRow[] {
  return rows.filter(isGoing).toSorted((a, b) => a.rank - b.rank);
}

function openPlan(
  plan: OpenPlan,
  happening: Exclude<PlanHappening, { type: "opened" | "closed" }>,
): Plan {
  // What was sent is not changed any more: its answer comes.
  if (plan.phase === "sending" && happening.type !== "answered") return plan;
  switch (happening.type) {
    case "reread":
      return reading(plan);
    case "planned":
      return happening.round === plan.round ? planned(plan, happening.answer) : plan;
    case "left": {
      const { id, isIn } = happening;
      return reading({ ...withRow(plan, id, (row) => ({ ...row, isIn })), around: 0 });
    }
    case "choosing":
      return { ...plan, choice: happening.id === null ? null : { id: happening.id, cars: null } };
    case "candidates": {
      const { id, cars } = happening;
      return plan.choice?.id === id ? { ...plan, choice: { id, cars } } : plan;
    }
    case "chose": {
      const { id, car } = happening;
      const chosen = { car, isFixed: true, isIn: true, refusal: null, reason: "" };
      return reading({ ...withRow(plan, id, (row) => ({ ...row, ...chosen })), choice: null });
    }
    case "reasoned":
      return withRow(plan, happening.id, (row) => ({ ...row, reason: happening.reason }));
    case "asked":
      return { ...plan, isAsked: true };
    case "sent":
      return { ...plan, phase: "sending", choice: null, isUnsent: false };
    case "answered":
      return happening.outcomes === null
        ? { ...plan, phase: "ready", isUnsent: true }
        : { kind: "done", round: plan.round + 1, results: resultsOf(plan, happening.outcomes) };
    default:
      return unreachable(happening);
  }
}

function newRow(trip: BookingSummary): PlanRow {
  return {
    ...{ trip, version: 0, car: null, refusal: null, isIn: true, isFixed: false },
    ...{ reason: "", isChanged: false, rank: 0 },
  };
}

function reading(plan: OpenPlan): OpenPlan {
  const phase = plan.phase === "first" || plan.phase === "failed" ? "first" : "reading";
  return { ...plan, phase, round: plan.round + 1 };
}

function withRow(plan: OpenPlan, id: BookingId, change: (row: PlanRow) => PlanRow): OpenPlan {
  return { ...plan, rows: plan.rows.map((row) => row.trip.id === id ? change(row) : row) };
}

function planned(plan: OpenPlan, answer: PlanAnswer | null): OpenPlan {
  if (answer === null) return { ...plan, phase: plan.phase === "first" ? "failed" : "ready" };
  const answers = new Map(answer.map((one, rank) => [one.bookingId, { one, rank }]));
  const rows = plan.rows.map((row) => {
    const found = answers.get(row.trip.id);
    if (found !== undefined) return plannedRow(row, found.one, found.rank);
    return row.isIn ? { ...row, car: null, refusal: "gone" as const } : row;
  });
  const others = rows.filter((row, i) => isOther(plan.rows[i]?.car, row.car));
  return { ...plan, rows, phase: "ready", around: plan.phase === "first" ? 0 : others.length };
}

function plannedRow(row: PlanRow, one: PlannedTrip, rank: number): PlanRow {
  const isChanged = row.version !== 0 && row.version !== one.version;
  const { driverId } = one.row;
  // Somebody else has given it a driver meanwhile: a car that was chosen here before does not take it from them.
  const isTaken = isChanged && driverId !== null && driverId !== row.trip.driverId;
  const { car, refusal } = isTaken ? { car: null, refusal: "has-driver" as const } : one;
  const isSame = car !== null && car.vehicleId === row.car?.vehicleId;
  return {
    ...{ ...row, trip: one.row, version: one.version, car, refusal, rank },
    isFixed: row.isFixed && isSame,
    reason: isSame ? row.reason : "",
    isChanged: row.isChanged || isChanged,
  };
}

function isOther(before: CandidateView | null | undefined, after: CandidateView | null): boolean {
  return before != null && after !== null && before.vehicleId !== after.vehicleId;
}

function resultsOf(plan: OpenPlan, outcomes: readonly Outcome[]): ResultRow[] {
  const answers = new Map(outcomes.map((outcome) => [outcome.bookingId, outcome]));
  return plan.rows.map((row) => ({ row, outcome: answers.get(row.trip.id) ?? null }));
}

/** The cars a reading of the plan is to keep. */
export function wishesOf(
  rows: readonly PlanRow[],
): { bookingId: BookingId; vehicleId: VehicleId; isFixed: boolean }[] {
  return rows.flatMap(({ trip, car, isFixed, isIn }) =>
    isIn && car !== null ? [{ bookingId: trip.id, vehicleId: car.vehicleId, isFixed }] : []
  );
}
